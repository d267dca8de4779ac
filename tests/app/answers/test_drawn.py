from __future__ import annotations

from tests.app.driving import TINY, at_question, text
from tui.study.desk import Desk


async def test_the_cursor_stays_on_a_small_screen(desk: Desk) -> None:
    async with at_question(desk, "broker", size=(30, 8)) as pilot:
        for _ in range(9):
            await pilot.press("down")
            assert "●" in text(pilot)
        for _ in range(9):
            await pilot.press("up")
            assert "●" in text(pilot)


async def test_the_rubric_too(desk: Desk) -> None:
    async with at_question(desk, "treaty-essay", size=TINY) as pilot:
        await pilot.press("x", "tab")
        for _ in range(4):
            await pilot.press("down")
            assert "▸" in text(pilot)
