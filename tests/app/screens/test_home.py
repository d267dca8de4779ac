from __future__ import annotations

from datetime import timedelta

from textual.events import AppBlur, AppFocus

from tests.app.driving import (
    asked,
    at_home,
    at_question,
    folded,
    session,
    session_at,
    settle,
    shown,
    told,
)
from tests.conftest import HandClock, counted_ids
from tui.app.screens.browse import BrowseScreen
from tui.app.screens.study import StudyScreen
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.minutes import planned_minutes
from tui.study.opening import open_session
from tui.study.states import Asked
from tui.study.wish import DAILY, Wish


async def test_the_first_run_says_what_to_do(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        screen = folded(pilot)
        assert "11 new, about 14 minutes" in screen
        assert "Enter starts" in screen
        assert "Answer a question, and see at once whether that is right, and why." in screen
        assert "0 of 11 questions seen" in screen
        assert "Weakest topics" not in screen
        await pilot.press("enter")
        await settle(pilot)
        assert asked(pilot).place == 1


async def test_minutes_are_kept(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("plus", "plus", "minus", "plus")
        assert "a session of 30 minutes" in folded(pilot)
        assert planned_minutes(desk) == 30
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StudyScreen)
        assert pilot.app.screen.session.minutes == 30


async def test_minutes_have_bounds(desk: Desk) -> None:
    async with at_home(desk, minutes=10) as pilot:
        await pilot.press("minus", "minus", "minus")
        assert "a session of 5 minutes" in folded(pilot)


async def test_history_is_shown(desk: Desk, clock: HandClock) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "enter")
        await pilot.press("ctrl+n")
    clock.moment += timedelta(days=3)
    async with at_home(desk) as pilot:
        screen = folded(pilot)
        assert "1 to review" in screen
        assert "Weakest topics" in screen
        assert "The treaty" in screen
        assert "Last four weeks" in screen
        assert "1 answer" in screen
        assert "█" in screen


async def test_an_unfinished_session_is_offered(desk: Desk) -> None:
    session = session_at(desk)
    session.skip()
    async with at_home(desk) as pilot:
        assert "Enter goes on with the session: 1 of 11" in folded(pilot)
        assert "longer" not in folded(pilot)


async def test_a_weak_session_goes_on_unless_the_days_own_is_wanted(desk: Desk) -> None:
    wish = Wish(weak=True, topic="water.treaty")
    ref = open_session(desk, 20, wish).state
    assert isinstance(ref, Asked)
    async with at_home(desk) as pilot:
        screen = folded(pilot)
        assert "Enter goes on with weak topics, topic water.treaty: 1 of " in screen
        assert "d starts the day's own session instead: 11 new, about 14 minutes" in screen
        await pilot.press("enter")
        await settle(pilot)
        assert asked(pilot).ref == ref.ref
        assert isinstance(pilot.app.screen, StudyScreen)
        assert pilot.app.screen.session.wish == wish
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("d")
        await settle(pilot)
        assert isinstance(pilot.app.screen, StudyScreen)
        assert pilot.app.screen.session.wish == DAILY
        await pilot.press("escape")
        await settle(pilot)
        assert "Enter goes on with the session: 1 of 11" in folded(pilot)
        assert "day's own" not in folded(pilot)


async def test_the_last_answer_can_be_undone_after_a_restart(
    desk: Desk, folder: StudyFolder, clock: HandClock
) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "escape")
    ids = counted_ids()
    for _ in range(100):
        ids()
    async with at_home(open_desk(folder, clock, ids)) as pilot:
        assert "u undo" in folded(pilot)
        await pilot.press("u")
        await settle(pilot)
        assert asked(pilot).ref == "indus/eastern-to"
        assert asked(pilot).draft == ("true",)
        await pilot.press("enter")
        assert shown(pilot).review.answer == ("true",)


async def test_nothing_to_undo_no_key(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        assert "undo" not in folded(pilot)
        await pilot.press("u")
        assert "Today" in folded(pilot)


async def test_an_empty_library(folder: StudyFolder, clock: HandClock) -> None:
    for bank in folder.banks.glob("*.yaml"):
        bank.unlink()
    async with at_home(open_desk(folder, clock, counted_ids())) as pilot:
        screen = folded(pilot)
        assert "There are no questions yet." in screen
        assert "cssprep bank check" in screen
        assert str(folder.banks) in screen.replace(" ", "")
        await pilot.press("enter")
        assert "There are no questions yet." in folded(pilot)


async def test_faulty_banks_are_named(folder: StudyFolder, clock: HandClock) -> None:
    bank = folder.banks / "indus.yaml"
    bank.write_text(bank.read_text().replace("kind: number", "kind: numbre"))
    async with at_home(open_desk(folder, clock, counted_ids())) as pilot:
        assert "cssprep bank check" in folded(pilot)


async def test_b_browses_and_q_quits(desk: Desk) -> None:
    async with at_home(desk) as pilot:
        await pilot.press("b")
        await settle(pilot)
        assert isinstance(pilot.app.screen, BrowseScreen)
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.return_code == 0


async def test_left_open_over_night_it_tells_of_the_new_day(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 600)
    while isinstance(state := session.state, Asked):
        session.answer(state.question.key(), 3)
        session.go_on()
    session.end()
    async with at_home(desk) as pilot:
        assert "Nothing waits today" in folded(pilot)
        assert "Mon 2 Nov" in folded(pilot)
        clock.pass_(days=400)
        pilot.app.post_message(AppBlur())
        pilot.app.post_message(AppFocus())
        await settle(pilot)
        assert "11 to review" in folded(pilot)
        assert "Tue 7 Dec" in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert asked(pilot).place == 1


async def test_enter_goes_by_the_day_that_has_begun(desk: Desk, clock: HandClock) -> None:
    session_at(desk, minutes=20)
    async with at_home(desk) as pilot:
        assert "Enter goes on" in folded(pilot)
        clock.pass_(days=1)
        await pilot.press("enter")
        await settle(pilot)
        assert session(pilot)._row.day == clock.moment.date()


async def test_a_clock_that_went_back_over_night_is_told(desk: Desk, clock: HandClock) -> None:
    session_at(desk, "broker").answer(("The World Bank",), 3)
    async with at_home(desk) as pilot:
        assert "last answer" not in told(pilot)
        clock.pass_(days=-3)
        await pilot.press("enter")
        await settle(pilot)
        assert "Your last answer is of 2 November 2026" in told(pilot)
