"""What is half typed, while it can't be written: it is held, told, and written when that goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from textual.pilot import Pilot

from tests.app.driving import answer, at_question, folded, settle, shown, told, write
from tests.durability.test_no_room import LONG, WORDS, fill_up, make_room
from tests.terminal import CSSPREP, CTRL_N, ENTER, Terminal
from tests.test_kill_and_resume import answers
from tui.app.drafts import BUSY_TRIES
from tui.app.screens.home import HomeScreen
from tui.app.screens.study import NOT_LEFT, WAITING, StudyScreen
from tui.progress import sessions
from tui.study.desk import Desk
from tui.study.folder import StudyFolder


def kept(desk: Desk) -> tuple[str, ...]:
    row = sessions.latest(desk.progress)
    assert row is not None
    return row.draft


def screen(pilot: Pilot[None]) -> StudyScreen:
    found = pilot.app.screen
    assert isinstance(found, StudyScreen)
    return found


@contextmanager
def locked(desk: Desk) -> Iterator[sqlite3.Connection]:
    """Another program holds progress.db."""
    other = sqlite3.connect(desk.progress.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield other
    finally:
        other.close()


async def test_it_is_tried_again_by_itself(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        fill_up(desk)
        await write(pilot, LONG)
        while WORDS not in told(pilot):
            await pilot.pause(0.1)
        assert kept(desk) == ()
        make_room(desk)
        while not kept(desk):
            await pilot.pause(0.1)
        assert kept(desk) == (LONG,)


async def test_it_is_not_left_behind_without_a_word(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        fill_up(desk)
        await write(pilot, LONG)
        for typed in ((LONG,), (f"{LONG}y",)):
            await pilot.press("escape")
            assert answer(pilot) == typed
            assert NOT_LEFT in told(pilot)
            if typed == (LONG,):
                await pilot.press("y")
        make_room(desk)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert kept(desk) == (f"{LONG}y",)
        await pilot.press("enter")
        await settle(pilot)
        assert answer(pilot) == (f"{LONG}y",)


async def test_it_is_left_where_that_is_asked_for_twice(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        fill_up(desk)
        await write(pilot, LONG)
        await pilot.press("escape", "escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_a_lock_for_a_moment_is_not_worth_a_word(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        drafts = screen(pilot).drafts
        with locked(desk):
            drafts.change(("half",), at_once=True)
            await pilot.pause()
            assert told(pilot) == ""
            for _ in range(BUSY_TRIES):
                assert not drafts.flush()
            await pilot.pause()
            assert told(pilot).count("Another program has kept") == 1
        assert drafts.flush()
        assert kept(desk) == ("half",)


def test_an_answer_waits_for_another_program_and_says_so(folder: StudyFolder) -> None:
    with Terminal([CSSPREP, "study"], folder.root) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.settle()
        with closing(sqlite3.connect(folder.progress, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            terminal.type("a", ENTER)
            terminal.wait_for(WAITING)
            # It is taken once, and what is pressed meanwhile is not taken at all.
            terminal.type(ENTER, CTRL_N)
            other.execute("ROLLBACK")
        terminal.wait_for("The World Bank brokered it.")
        assert WAITING not in terminal.settle()
    assert answers(folder) == ["indus/broker"]


async def test_a_lock_that_lasts_is_told(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        await write(pilot, "mansarovar")
        with locked(desk):
            await pilot.press("enter")
            await settle(pilot)
            assert "has kept" in folded(pilot)
            assert told(pilot) == ""
            assert "Enter tries again." in folded(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert shown(pilot).review.answer == ("mansarovar",)


async def test_the_word_in_the_corner_does_not_hide_what_is_told_in_full(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await settle(pilot)
        fill_up(desk)
        await write(pilot, LONG)
        while WORDS not in told(pilot):
            await pilot.pause(0.1)
        await pilot.press("enter")
        await pilot.pause()
        assert told(pilot) == ""
        assert "Enter tries again." in folded(pilot)
