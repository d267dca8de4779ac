from __future__ import annotations

from tests.app.driving import answer, at_question, folded, shown
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


async def test_t_and_f_choose(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("f")
        assert answer(pilot) == ("false",)
        await pilot.press("t", "enter")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT


async def test_the_wrong_one_is_crossed(desk: Desk) -> None:
    async with at_question(desk, "eastern-to") as pilot:
        await pilot.press("down", "down", "enter")
        assert shown(pilot).review.answer == ("false",)
        assert "✓ t True ✗ f False" in folded(pilot)
