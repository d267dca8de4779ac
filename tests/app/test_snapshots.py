"""Pictures of the screens: look at each before taking a changed one over (`make snapshots`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.app.banks import VALLEY, VALLEY_TEXT, add_bank
from tests.app.driving import LARGE, SMALL, TINY, app_at, session_at, settle
from tests.conftest import HandClock, counted_ids
from tui.app.app import CssprepApp
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.states import Asked

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])

ASKED = (
    "broker",
    "signers",
    "eastern-to",
    "source-lake",
    "treaty-split",
    "tributaries",
    "dams-in-order",
    "dams-and-rivers",
    "length",
    "signed-on",
    "treaty-essay",
)
ANSWERED: dict[str, Iterable[str]] = {
    "broker": ("b",),
    "signers": ("a", "b"),
    "tributaries": ("Ravi", "enter", "Thames", "enter", "Chenb", "enter"),
    "dams-in-order": ("a", "b"),
    "dams-and-rivers": ("a", "a"),
    "treaty-split": ("eastern", "enter", "northern", "enter"),
    "treaty-essay": ("The World Bank brokered it.", "ctrl+s"),
}


@pytest.fixture
def valley(folder: StudyFolder, clock: HandClock) -> Desk:
    add_bank(folder.banks, "valley", VALLEY, VALLEY_TEXT)
    return open_desk(folder, clock, counted_ids())


async def type_in(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Presses keys; what is longer than a key and no key's name is pasted."""
    await settle(pilot)
    for key in keys:
        if len(key) > 1 and key not in {"enter", "tab", "down", "escape"} and "ctrl" not in key:
            pilot.app.post_message(Paste(key))
            await pilot.pause()
        else:
            await pilot.press(key)
    await settle(pilot)


def typed(*keys: str) -> Callable[[Pilot[None]], object]:
    """What to do before the picture is taken."""
    return lambda pilot: type_in(pilot, keys)


@pytest.mark.parametrize("name", ASKED)
def test_asked(snap_compare: Compare, desk: Desk, name: str) -> None:
    assert snap_compare(app_at(desk, name), terminal_size=SMALL, run_before=settle)


@pytest.mark.parametrize("name", ANSWERED)
def test_answered(snap_compare: Compare, desk: Desk, name: str) -> None:
    keys = typed(*ANSWERED[name], "enter")
    assert snap_compare(app_at(desk, name), terminal_size=SMALL, run_before=keys)


@SIZES
@pytest.mark.parametrize("given", ["Ahmad Massoud", "Ahmad Shah Massoud", "Massoud", "nobody"])
def test_verdict(snap_compare: Compare, valley: Desk, size: tuple[int, int], given: str) -> None:
    keys = typed(given, "enter")
    assert snap_compare(app_at(valley), terminal_size=size, run_before=keys)


def test_large_choice(snap_compare: Compare, desk: Desk) -> None:
    keys = typed("a", "enter")
    assert snap_compare(app_at(desk, "broker"), terminal_size=LARGE, run_before=keys)


def test_counted_as_right(snap_compare: Compare, valley: Desk) -> None:
    keys = typed("Massoud", "enter", "y")
    assert snap_compare(app_at(valley), terminal_size=SMALL, run_before=keys)


def test_half_typed(snap_compare: Compare, desk: Desk) -> None:
    keys = typed("Jhelum", "enter", "Chenab", "enter", "Ra")
    assert snap_compare(app_at(desk, "tributaries"), terminal_size=SMALL, run_before=keys)


@SIZES
def test_home_at_first(snap_compare: Compare, desk: Desk, size: tuple[int, int]) -> None:
    assert snap_compare(CssprepApp(desk, 20), terminal_size=size, run_before=settle)


@SIZES
def test_home_with_history(
    snap_compare: Compare, desk: Desk, clock: HandClock, size: tuple[int, int]
) -> None:
    study_for_weeks(desk, clock)
    assert snap_compare(CssprepApp(desk, 20), terminal_size=size, run_before=settle)


@SIZES
def test_summary(snap_compare: Compare, desk: Desk, size: tuple[int, int]) -> None:
    session = session_at(desk, minutes=1)
    while session.seconds < 60:
        session.answer(("The World Bank",), 31)
        session.go_on()
    app = CssprepApp(desk, 20, session)
    assert snap_compare(app, terminal_size=size, run_before=settle)


@SIZES
def test_help(
    snap_compare: Compare, desk: Desk, size: tuple[int, int], monkeypatch: object
) -> None:
    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setenv("CSSPREP_CONFIG", "/home/learner/.config/cssprep")
    app = app_at(desk, "broker")
    assert snap_compare(app, terminal_size=size, run_before=typed("?"))


@SIZES
def test_browse(snap_compare: Compare, desk: Desk, clock: HandClock, size: tuple[int, int]) -> None:
    study_for_weeks(desk, clock)
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=size, run_before=typed("b"))


def test_browse_detail(snap_compare: Compare, desk: Desk, clock: HandClock) -> None:
    study_for_weeks(desk, clock)

    async def open_detail(pilot: Pilot[None]) -> None:
        await type_in(pilot, ["b"])
        await type_in(pilot, ["enter"])

    assert snap_compare(CssprepApp(desk, 20), terminal_size=SMALL, run_before=open_detail)


@pytest.mark.parametrize("keys", [(), ("b", "enter"), ("b", "enter", "escape")])
def test_tiny(snap_compare: Compare, desk: Desk, keys: tuple[str, ...]) -> None:
    assert snap_compare(app_at(desk, "broker"), terminal_size=TINY, run_before=typed(*keys))


def test_own_colours_of_the_terminal(snap_compare: Compare, desk: Desk) -> None:
    app = app_at(desk, "broker")
    app.theme = "ansi-dark"
    assert snap_compare(app, terminal_size=SMALL, run_before=typed("b", "enter"))


def test_no_colour(snap_compare: Compare, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_at(desk, "broker")
    assert snap_compare(app, terminal_size=SMALL, run_before=typed("b", "enter"))


def study_for_weeks(desk: Desk, clock: HandClock) -> None:
    """Four weeks of answers, now and then a wrong one."""
    for day in range(0, 26, 3):
        clock.moment += timedelta(days=1 + day % 4)
        session = session_at(desk, minutes=30)
        for place in range(4 + day % 5):
            if not isinstance(session.state, Asked):
                break
            question = session.state.question
            right = place % 3 > 0
            session.answer(question.key() if right else ("wrong",), 9)
            session.go_on()
        session.end()
    clock.moment += timedelta(days=1)
