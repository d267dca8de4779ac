from __future__ import annotations

from tests.app.driving import at_question, folded, shown, write
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


async def test_the_sentence_fills_up(desk: Desk) -> None:
    async with at_question(desk, "treaty-split") as pilot:
        assert "the [1 ____] rivers to India and the [2 ____] rivers to [3 ____]." in folded(pilot)
        await write(pilot, "eastern")
        assert "the [1 eastern] rivers" in folded(pilot)


async def test_enter_goes_on_and_the_last_answers(desk: Desk) -> None:
    async with at_question(desk, "treaty-split") as pilot:
        for word in ("eastern", "western", "Pakistan"):
            await write(pilot, word)
            await pilot.press("enter")
        assert shown(pilot).review.answer == ("eastern", "western", "Pakistan")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT


async def test_tab_moves_on_and_wrong_blanks_are_listed(desk: Desk) -> None:
    async with at_question(desk, "treaty-split") as pilot:
        await write(pilot, "eastern")
        await pilot.press("tab")
        await write(pilot, "northern")
        await pilot.press("enter", "enter")
        assert shown(pilot).review.answer == ("eastern", "northern", "")
        screen = folded(pilot)
        assert "[2 western] rivers to [3 Pakistan]." in screen
        assert "✗ 2 northern instead of western" in screen
        assert "○ 3 Pakistan missing" in screen
