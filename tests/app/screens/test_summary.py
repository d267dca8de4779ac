from __future__ import annotations

import pytest

from tests.app.banks import VALLEY, VALLEY_TEXT, add_bank
from tests.app.driving import answer, asked, at_question, folded, settle, write
from tests.conftest import HandClock, counted_ids
from tui.app.app import CssprepApp
from tui.app.screens.home import HomeScreen
from tui.app.screens.summary import SummaryScreen
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.opening import open_session


@pytest.fixture
def valley(folder: StudyFolder, clock: HandClock) -> Desk:
    add_bank(folder.banks, "valley", VALLEY, VALLEY_TEXT)
    return open_desk(folder, clock, counted_ids())


async def test_what_was_missed_is_listed(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Ahmad Shah Massoud")
        await pilot.press("enter", "enter")
        assert asked(pilot).again
        await write(pilot, "Ahmad Massoud")
        await pilot.press("enter", "enter")
        await settle(pilot)
        screen = folded(pilot)
        assert "2 answered, 1 right" in screen
        assert "+ 1 seen for the first time" in screen
        assert "✗ Who leads the resistance in the valley today?" in screen
        assert "you Ahmad Shah Massoud right Ahmad Massoud tomorrow" in screen
        assert "Tomorrow: 1 to review" in screen


async def test_enter_goes_home_and_ends_the_session(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Ahmad Massoud")
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "Enter home" in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Nothing waits today." in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_undo_goes_back_into_the_session(valley: Desk) -> None:
    async with at_question(valley) as pilot:
        await write(pilot, "Ahmad Massoud")
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SummaryScreen)
        await pilot.press("u")
        await settle(pilot)
        assert answer(pilot) == ("Ahmad Massoud",)


async def test_more_is_offered_where_there_is_more(desk: Desk) -> None:
    session = open_session(desk, 1)
    session.answer((), 70)
    session.go_on()
    async with CssprepApp(desk, 1, session).run_test() as pilot:
        await settle(pilot)
        assert "There is more to ask today." in folded(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert asked(pilot).place == 1
