from __future__ import annotations

import sqlite3
from datetime import date

import pytest

from tests.app.banks import VALLEY, VALLEY_TEXT, add_bank
from tests.app.driving import (
    SMALL,
    TINY,
    answer,
    asked,
    at_question,
    folded,
    session,
    settle,
    shown,
    text,
    write,
)
from tests.conftest import HandClock, counted_ids
from tui.app.screens.home import HomeScreen
from tui.app.screens.study import StudyScreen
from tui.app.screens.summary import SummaryScreen
from tui.log import How
from tui.memory import Grade
from tui.study.desk import Desk, open_desk
from tui.study.exam_day import set_exam_day
from tui.study.folder import StudyFolder


@pytest.fixture
def valley(folder: StudyFolder, clock: HandClock) -> Desk:
    """A desk with one question: short, with a disputed answer and a long passage."""
    add_bank(folder.banks, "valley", VALLEY, VALLEY_TEXT)
    return open_desk(folder, clock, counted_ids())


async def test_enter_after_the_verdict_is_the_next_question(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        assert "new 1 of 11 0 of 600 min" in folded(pilot)
        await pilot.press("a", "enter", "enter")
        assert asked(pilot).place == 2
        assert " 2 of " in text(pilot)


async def test_with_an_exam_ahead_no_day_is_promised(desk: Desk) -> None:
    set_exam_day(desk, date(2027, 2, 10))
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter")
        known = "90 % sure until 4 Nov"
        assert f"── {known}; again when it wins most for the exam ──" in text(pilot)
        await pilot.press("u", "f", "enter")
        assert "── Again later in this session, then 90 % sure until 3 Nov ──" in text(pilot)


async def test_the_due_day_stands_above_the_keys(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter")
        assert "── Again in 2 days, 4 Nov ──" in text(pilot)
        await pilot.press("u", "f", "enter")
        assert "── Again later in this session, then tomorrow ──" in text(pilot)


async def test_the_proof_is_shown_in_its_paragraph(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter")
        screen = folded(pilot)
        assert "Source “The Indus”, the authors of cssprep" in screen
        assert "brokered it. ▐It gave the eastern rivers to India▌ and the western" in screen


async def test_a_long_paragraph_is_trimmed_and_p_shows_it_whole(valley: Desk) -> None:
    async with at_question(valley, size=SMALL) as pilot:
        await write(pilot, "Ahmad Shah Massoud")
        await pilot.press("enter")
        screen = folded(pilot)
        assert "▐his son, Ahmad Massoud, leads the resistance there▌" in screen
        assert "p whole passage" in screen
        assert "school book" not in screen
        assert "Why The son took over the name and the cause." in screen
        assert "Note Named successor in 2019." in screen
        await pilot.press("p")
        assert "p trim passage" in folded(pilot)
        await pilot.press("pagedown", "pagedown")
        assert "Named successor in 2019." in folded(pilot)
        await pilot.press("p", "pageup", "pageup")
        assert folded(pilot) == screen


async def test_a_near_miss_asks_and_y_counts_it(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Massoud")
        await pilot.press("enter")
        assert "≈ Did you mean Ahmad Massoud?" in folded(pilot)
        assert "Enter no y yes, count it" in folded(pilot)
        await pilot.press("y")
        assert "✓ Counted as right" in folded(pilot)
        assert shown(pilot).said is How.RIGHT
        assert shown(pilot).review.grade is Grade.GOOD


async def test_a_near_miss_is_left_wrong_by_enter(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Massoud")
        await pilot.press("enter", "enter")
        assert asked(pilot).again
        assert "once more" in folded(pilot)


async def test_a_disputed_answer_is_told_and_can_be_counted(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "nobody")
        await pilot.press("enter")
        screen = folded(pilot)
        assert "Not what the source says. By 2024 the valley was held by the other side." in screen
        await pilot.press("y")
        assert shown(pilot).said is How.RIGHT


async def test_i_was_right(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "some lake in Tibet")
        await pilot.press("enter")
        assert "o I was right" in folded(pilot)
        await pilot.press("o")
        assert "✓ Counted as right" in folded(pilot)
        assert "o I was right" not in folded(pilot)
        await pilot.press("u")
        assert shown(pilot).said is None
        assert "✗ Wrong" in folded(pilot)


async def test_the_wording_is_remembered(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Mapam Yumtso")
        await pilot.press("enter", "m")
        assert "and so is this wording from now on" in folded(pilot)
        await pilot.press("u", "u")
        assert answer(pilot) == ("Mapam Yumtso",)
        await pilot.press("enter", "m", "escape")
    async with at_question(desk) as pilot:
        assert "Counted as right" in folded(pilot)


async def test_a_guess_and_too_easy_are_taken_back_by_the_same_key(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "g")
        assert shown(pilot).review.grade is Grade.AGAIN
        assert "A guess: it comes back as if it had been missed" in folded(pilot)
        assert "g not a guess" in folded(pilot)
        await pilot.press("g", "t")
        assert shown(pilot).review.grade is Grade.EASY
        await pilot.press("t")
        assert shown(pilot).said is None


async def test_keys_that_mean_nothing_now_do_nothing(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter", "o", "m", "y", "h", "p", "s", "ctrl+n", "ctrl+t")
        assert shown(pilot).said is None


async def test_undo_goes_back_any_number_of_steps(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("f", "enter", "enter", "ctrl+n")
        await pilot.press("ctrl+z")
        assert asked(pilot).place == 2
        await pilot.press("ctrl+z")
        assert asked(pilot).ref == "indus/eastern-to"
        assert answer(pilot) == ("false",)


async def test_undo_takes_back_what_was_typed_first(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Manas")
        await pilot.press("ctrl+z")
        assert answer(pilot) == ("",)
        assert asked(pilot).ref == "indus/source-lake"


async def test_nothing_to_undo_is_said(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("ctrl+z")
        assert "nothing left to take back" in folded(pilot)


async def test_skip_hint_and_flag(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        assert "A lender." not in folded(pilot)
        await pilot.press("ctrl+t")
        assert "Hint A lender." in folded(pilot)
        await pilot.press("ctrl+g")
        assert "⚑ flagged" in folded(pilot)
        await pilot.press("ctrl+n")
        assert asked(pilot).ref != "indus/broker"
        assert "⚑" not in folded(pilot)
        assert "Hint" not in folded(pilot)


async def test_flagging_keeps_what_is_typed(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Mansa")
        await pilot.press("ctrl+g")
        assert answer(pilot) == ("Mansa",)
        await pilot.press("x")
        assert answer(pilot) == ("Mansax",)


async def test_escape_keeps_the_session_and_what_is_typed(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Mansa")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Enter goes on with the session: 1 of 11" in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert answer(pilot) == ("Mansa",)


async def test_a_draft_is_kept_while_it_is_typed(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Mansa")
        await pilot.pause(0.5)
        with sqlite3.connect(desk.folder.progress) as other:
            (draft,) = other.execute("SELECT draft FROM sessions ORDER BY rowid DESC").fetchone()
        other.close()
        assert "Mansa" in draft


async def test_a_list_is_kept_line_by_line(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        await write(pilot, "Ravi")
        await pilot.press("enter")
        await write(pilot, "Be")
        await pilot.pause(0.5)
    async with at_question(open_desk(desk.folder, desk.clock, desk.new_id)) as pilot:
        assert asked(pilot).ref == "indus/tributaries"
        assert answer(pilot) == ("Ravi", "Be")


@pytest.mark.parametrize(
    "name",
    [
        "broker",
        "source-lake",
        "eastern-to",
        "tributaries",
        "signed-on",
        "length",
        "signers",
        "dams-in-order",
        "dams-and-rivers",
        "treaty-split",
        "treaty-essay",
    ],
)
async def test_a_verdict_is_still_there_after_a_restart(desk: Desk, name: str) -> None:
    async with at_question(desk, name) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, StudyScreen)
        await screen.go(lambda: screen.session.answer(("nonsense",), 1))
        await pilot.pause()
        before = text(pilot)
    async with at_question(desk) as pilot:
        assert text(pilot) == before


async def test_the_time_of_an_answer_stops_when_nobody_is_there(
    desk: Desk, clock: HandClock
) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        clock.pass_(seconds=20)
        await pilot.press("t")
        clock.pass_(hours=2)
        await pilot.press("enter")
        assert shown(pilot).review.seconds == 140
        assert session(pilot).seconds == 140
        assert "2 of 600 min" in folded(pilot)


async def test_the_last_answer_leads_to_the_summary(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Ahmad Massoud")
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SummaryScreen)
        assert "1 answered, 1 right" in folded(pilot)


async def test_a_click_on_the_key_line_presses_the_key(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t", "enter")
        column = text(pilot).splitlines()[-1].index("guessed")
        await pilot.click(offset=(column, 23))
        assert shown(pilot).said is How.GUESSED
        column = text(pilot).splitlines()[-1].index("help")
        await pilot.click(offset=(column, 23))
        assert "Keys and signs" in folded(pilot)


async def test_a_click_on_enter_answers(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Mansarovar")
        column = text(pilot).splitlines()[-1].index("Enter")
        await pilot.click(offset=(column, 23))
        assert shown(pilot).review.answer == ("Mansarovar",)


async def test_resizing_fits_everything_anew(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Ahmad Shah Massoud")
        await pilot.press("enter")
        small = text(pilot)
        await pilot.resize_terminal(160, 45)
        await pilot.pause()
        assert "school book" in folded(pilot)
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert text(pilot) == small
        await pilot.resize_terminal(*TINY)
        await pilot.pause()
        assert max(map(len, text(pilot).splitlines())) <= TINY[0]


async def test_a_terminal_that_can_not_be_given_away_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with at_question(desk, "broker") as pilot:
        await pilot.press("ctrl+o")
        await settle(pilot)
        assert "An editor can't be opened from this terminal." in folded(pilot)
        await pilot.press("enter")
        assert asked(pilot).ref == "indus/broker"


async def test_a_missing_editor_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    async with at_question(desk, "broker") as pilot:
        await pilot.press("a", "enter", "e")
        await pilot.pause()
        assert "The editor no-such-editor was not found." in folded(pilot)
        await pilot.press("enter")
        assert shown(pilot).asked.ref == "indus/broker"


async def test_an_answer_that_can_not_be_written_is_told(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("t")
        desk.progress.rows("PRAGMA query_only = ON")
        await pilot.press("enter")
        await pilot.pause()
        assert "progress.db" in folded(pilot)
        assert "Enter close" in folded(pilot)
        await pilot.press("enter")
        assert asked(pilot).ref == "indus/eastern-to"
        assert answer(pilot) == ("true",)
