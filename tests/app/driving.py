"""Drives the app as a learner would: opens it at a question, presses keys, reads the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.events import Paste
from textual.pilot import Pilot

from tui.app.app import CssprepApp
from tui.study.desk import Desk
from tui.study.opening import open_session
from tui.study.session import Session
from tui.study.states import Asked, Shown

SMALL, LARGE, TINY = (80, 24), (160, 45), (40, 10)


def session_at(desk: Desk, name: str | None = None, minutes: int = 600) -> Session:
    """A session that asks the question `name` of any bank next; as it stands, if None."""
    session = open_session(desk, minutes)
    for _ in range(40):
        state = session.state
        if name is None or (isinstance(state, Asked) and state.ref.endswith(f"/{name}")):
            return session
        session.skip()
    raise AssertionError(f"{name} is not asked")


def app_at(desk: Desk, name: str | None = None) -> CssprepApp:
    """The app, about to show the question `name`."""
    return CssprepApp(desk, 20, session_at(desk, name))


@asynccontextmanager
async def at_question(
    desk: Desk, name: str | None = None, size: tuple[int, int] = SMALL
) -> AsyncIterator[Pilot[None]]:
    """The app running at the question `name`."""
    async with app_at(desk, name).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


@asynccontextmanager
async def at_home(
    desk: Desk, size: tuple[int, int] = SMALL, minutes: int = 20
) -> AsyncIterator[Pilot[None]]:
    """The app running at Home, all of it read."""
    async with CssprepApp(desk, minutes).run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    """Waits until no worker is out and all is painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def text(pilot: Pilot[None]) -> str:
    """The screen as plain text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def folded(pilot: Pilot[None]) -> str:
    """The screen as plain text, all white space and all bars at the left folded."""
    return " ".join(text(pilot).replace("│", " ").split())


def told(pilot: Pilot[None]) -> str:
    """All that the app has notified of."""
    return "\n".join(notification.message for notification in pilot.app._notifications)


def session(pilot: Pilot[None]) -> Session:
    """The session on the screen."""
    from tui.app.screens.study import StudyScreen

    screen = pilot.app.screen
    assert isinstance(screen, StudyScreen), screen
    return screen.session


def asked(pilot: Pilot[None]) -> Asked:
    """The question that waits for its answer."""
    state = session(pilot).state
    assert isinstance(state, Asked), state
    return state


def shown(pilot: Pilot[None]) -> Shown:
    """The answer whose verdict is shown."""
    state = session(pilot).state
    assert isinstance(state, Shown), state
    return state


async def write(pilot: Pilot[None], words: str) -> None:
    """Puts `words` into what has the keys, all at once: a key at a time takes far longer."""
    pilot.app.post_message(Paste(words))
    await pilot.pause()


def answer(pilot: Pilot[None]) -> tuple[str, ...]:
    """The answer as it stands in the input."""
    from tui.app.screens.study import StudyScreen

    screen = pilot.app.screen
    assert isinstance(screen, StudyScreen), screen
    return screen.page.current.answer()


def pressed(*keys: str) -> Callable[[Pilot[None]], object]:
    """Presses `keys`, each once the screen is at rest: what a picture wants run before it."""

    async def press(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return press
