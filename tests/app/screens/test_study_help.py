"""The study screen where a question is asked with help, or for practice."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from tests.app.banks import VALLEY, VALLEY_TEXT, add_bank
from tests.app.driving import SMALL, asked, at_home, folded, session, settle, shown, told, write
from tests.app.leeches import leech_session
from tests.conftest import HandClock, counted_ids
from tests.durability.refusing import no_room
from tests.study.test_session import RIGHT
from tui.app.app import CssprepApp
from tui.app.screens.detail import DetailScreen
from tui.app.screens.home import HomeScreen
from tui.app.screens.summary import SummaryScreen
from tui.progress import log as progress_log
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.opening import open_session
from tui.study.parking import parked_refs
from tui.study.queued import Stage
from tui.study.session import Session
from tui.study.states import Asked, Reading

LAKE = "indus/source-lake"


@asynccontextmanager
async def at_leech(desk: Desk, clock: HandClock) -> AsyncIterator[Pilot[None]]:
    """The app at the passage of a question that was missed four times in a row."""
    app = CssprepApp(desk, 20, leech_session(desk, clock))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def test_through_all_stages(desk: Desk, clock: HandClock) -> None:
    async with at_leech(desk, clock) as pilot:
        screen = folded(pilot)
        assert "The river · passage with help 1 of 13" in screen
        assert "This one was missed four times in a row. Read its passage first." in screen
        assert "▐The Indus rises near Lake Mansarovar in Tibet▌" in screen
        assert "Enter I have read it k park" in screen
        clock.pass_(seconds=20)
        await pilot.press("enter")
        screen = folded(pilot)
        assert "fill in the blanks practice 2 of 13" in screen
        assert "For practice: this answer changes nothing." in screen
        await write(pilot, "Lake Mansarovar")
        clock.pass_(seconds=5)
        await pilot.press("enter")
        screen = folded(pilot)
        assert "── Practice: in full later in this session ──" in screen
        assert "guessed" not in screen
        assert "let it count" not in screen
        assert shown(pilot).review.seconds == 25, "reading the passage is part of it"
        await pilot.press("enter")
        for _ in range(3):
            await answer_rightly(pilot)
        screen = folded(pilot)
        assert "short answer in full 6 of 13" in screen
        assert "Now in full: this answer counts." in screen
        await write(pilot, "Lake Rakshastal")
        await pilot.press("enter")
        assert "── Again tomorrow, with help ──" in folded(pilot)


async def answer_rightly(pilot: Pilot[None]) -> None:
    """Answers the question on the screen, and goes on."""
    from tui.app.screens.study import StudyScreen

    screen = pilot.app.screen
    assert isinstance(screen, StudyScreen)
    name = asked(pilot).ref.partition("/")[2]
    await screen.go(lambda: screen.session.answer(RIGHT[name], 2))
    await pilot.press("enter")


async def test_undo_goes_back_to_the_passage(desk: Desk, clock: HandClock) -> None:
    async with at_leech(desk, clock) as pilot:
        await pilot.press("enter")
        await write(pilot, "some lake")
        await pilot.press("enter", "u")
        assert asked(pilot).stage is Stage.EASIER
        assert asked(pilot).draft == ("some lake",)
        await pilot.press("ctrl+z")
        assert isinstance(session(pilot).state, Reading)
        await pilot.press("u")
        assert "nothing left to take back" in told(pilot)


async def test_parked_from_its_passage_and_asked_again_from_browse(
    desk: Desk, clock: HandClock
) -> None:
    async with at_leech(desk, clock) as pilot:
        await pilot.press("k")
        assert asked(pilot).ref != LAKE
        assert "Parked." in told(pilot)
        assert parked_refs(desk) == {LAKE}
        await pilot.press("ctrl+z")
        assert isinstance(session(pilot).state, Reading)
        assert parked_refs(desk) == frozenset()
        await pilot.press("k", "escape")
        await settle(pilot)
        await pilot.press("b")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, DetailScreen)
        pilot.app.clear_notifications()
        await pilot.pause()
        screen = folded(pilot)
        assert "Parked: not asked until you take it out again." in screen
        assert "k ask it again" in screen
        await pilot.press("k")
        assert "missed four times in a row. It comes with help." in folded(pilot)
        assert parked_refs(desk) == frozenset()


async def test_parked_at_the_verdict_and_back(desk: Desk, clock: HandClock) -> None:
    async with at_leech(desk, clock) as pilot:
        await pilot.press("enter", "enter", "enter", "k")
        assert "Parked: not asked until it is taken out again" in folded(pilot)
        await pilot.press("k")
        assert "Practice: in full later in this session" in folded(pilot)
        assert parked_refs(desk) == frozenset()


async def test_skip_and_flag_and_help_at_the_passage(desk: Desk, clock: HandClock) -> None:
    async with at_leech(desk, clock) as pilot:
        await pilot.press("f")
        assert "⚑ flagged" in folded(pilot)
        await pilot.press("ctrl+n")
        assert asked(pilot).ref != LAKE


async def test_a_long_passage_is_trimmed_and_p_shows_it_whole(
    folder: StudyFolder, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RIGHT, "leader", ("Ahmad Massoud",))
    add_bank(folder.banks, "valley", VALLEY, VALLEY_TEXT * 2)
    with open_desk(folder, clock, counted_ids()) as desk:
        app = CssprepApp(desk, 20, leech_session(desk, clock, "leader"))
        async with app.run_test(size=(80, 16)) as pilot:
            await settle(pilot)
            screen = folded(pilot)
            assert "Hint A son." in screen
            assert "school book" not in screen
            assert "p whole passage" in screen
            await pilot.press("p", "pagedown", "pagedown")
            assert "school book" in folded(pilot)
            assert "p trim passage" in folded(pilot)


async def test_what_i_missed_is_practised_from_home(desk: Desk, clock: HandClock) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("m")
        assert "Nothing was missed in the last 3 days" in told(pilot)
        await pilot.press("enter", "enter", "enter", "escape")
        await settle(pilot)
        await pilot.press("m")
        assert "practice 1 of 1" in folded(pilot)
        assert asked(pilot).practice
        await pilot.press("enter", "enter")
        assert "── Practice: still due tomorrow ──" in folded(pilot)
        assert "c let it count" in folded(pilot)
        await pilot.press("c")
        assert "── Counts: again tomorrow ──" in folded(pilot)
        assert "c don't count it" in folded(pilot)
        await pilot.press("c", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SummaryScreen)
        screen = folded(pilot)
        assert "Practice finished" in screen
        assert "1 practised, 0 right" in screen
        assert "once more what slipped" not in screen
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_once_more_what_slipped_from_the_summary(desk: Desk) -> None:
    async with CssprepApp(desk, 20, all_missed_once(desk)).run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "m once more what slipped" in folded(pilot)
        await pilot.press("m")
        await settle(pilot)
        assert asked(pilot).practice
        assert asked(pilot).of == 11
        assert not any(review.practice for review in progress_log.reviews_of(desk.progress, [LAKE]))


def all_missed_once(desk: Desk) -> Session:
    """A finished session in which each question was missed, and right when it came again."""
    session = open_session(desk, 600)
    seen: set[str] = set()
    while isinstance(session.state, Asked):
        ref = session.state.ref
        session.answer(RIGHT[ref.partition("/")[2]] if ref in seen else ("x",), 2)
        seen.add(ref)
        session.go_on()
    return session


async def test_what_could_not_be_parked_is_not_called_so(desk: Desk, clock: HandClock) -> None:
    async with at_leech(desk, clock) as pilot:
        with no_room(desk.progress, 0):
            await pilot.press("k")
            await pilot.pause()
        assert "not recorded" in folded(pilot)
        assert "Parked" not in told(pilot)
        await pilot.press("enter")
        assert isinstance(session(pilot).state, Reading)
        assert not parked_refs(desk)
