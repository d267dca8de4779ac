from __future__ import annotations

from textual.events import Paste

from tests.app.driving import answer, at_question, folded, shown, write
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk

ALL = ("Jhelum", "Chenab", "Ravi", "Beas", "Sutlej")


async def test_enter_goes_on_and_the_last_line_answers(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        for place, name in enumerate(ALL):
            await write(pilot, name)
            assert ("Enter answer" if place == 4 else "Enter next line") in folded(pilot)
            await pilot.press("enter")
        assert shown(pilot).review.answer == ALL
        assert shown(pilot).verdict.outcome is Outcome.RIGHT


async def test_enter_in_an_empty_line_answers(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        await write(pilot, "Ravi")
        await pilot.press("enter")
        await write(pilot, "Thames")
        await pilot.press("enter", "enter")
        assert shown(pilot).review.answer == ("Ravi", "Thames")
        screen = folded(pilot)
        assert "✓ Ravi" in screen
        assert "✗ Thames" in screen
        assert "○ Jhelum missing" in screen


async def test_lines_stay_editable(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        await write(pilot, "Rav")
        await pilot.press("enter")
        await write(pilot, "Beas")
        await pilot.press("up")
        await write(pilot, "i")
        await pilot.press("down", "down")
        await write(pilot, "Sutlej")
        assert answer(pilot) == ("Ravi", "Beas", "Sutlej")


async def test_an_empty_line_above_full_ones_goes_on(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        await pilot.press("down")
        await write(pilot, "Beas")
        await pilot.press("up", "enter")
        assert answer(pilot) == ("Beas",)
        await pilot.press("enter", "enter")
        assert shown(pilot).review.answer == ("Beas",)


async def test_pasted_lines_fill_the_slots(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        pilot.app.post_message(Paste("Jhelum\nChenab\n\nRavi\n"))
        await pilot.pause()
        assert answer(pilot) == ("Jhelum", "Chenab", "Ravi")


async def test_a_click_goes_to_a_line(desk: Desk) -> None:
    async with at_question(desk, "tributaries") as pilot:
        await pilot.click(offset=(20, 7))
        await write(pilot, "Ravi")
        await pilot.press("up", "up", "up")
        await write(pilot, "Beas")
        assert answer(pilot) == ("Beas", "Ravi")
