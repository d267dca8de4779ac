from __future__ import annotations

from tests.app.driving import at_question, folded, shown, write
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


async def test_a_date_is_typed_as_one_knows_it(desk: Desk) -> None:
    async with at_question(desk, "signed-on") as pilot:
        assert "day, month or year as you know it" in folded(pilot)
        await write(pilot, "19 sept 1960")
        await pilot.press("enter")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
