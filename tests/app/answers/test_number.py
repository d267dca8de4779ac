from __future__ import annotations

from tests.app.driving import at_question, folded, shown, write
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


async def test_the_unit_stands_behind_the_line(desk: Desk) -> None:
    async with at_question(desk, "length") as pilot:
        assert "a number km" in folded(pilot)
        await write(pilot, "3200")
        await pilot.press("enter")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        assert "▌ 3200 km ✓ Right" in folded(pilot)


async def test_other_typed_kinds_have_no_unit(desk: Desk) -> None:
    async with at_question(desk, "length") as pilot:
        await pilot.press("ctrl+n")
        assert "km" not in folded(pilot)
