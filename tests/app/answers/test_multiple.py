from __future__ import annotations

from tests.app.driving import answer, at_question, folded, shown, text
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


async def test_letters_and_space_tick_and_untick(desk: Desk) -> None:
    async with at_question(desk, "signers") as pilot:
        question = desk.index.question("indus/signers")
        assert question is not None
        options = question.options(0)
        await pilot.press("a", "c")
        assert answer(pilot) == (options[0], options[2])
        assert text(pilot).count("[x]") == 2
        await pilot.press("a", "down", "space")
        assert answer(pilot) == (options[1], options[2])


async def test_all_right_ones_are_wanted(desk: Desk) -> None:
    async with at_question(desk, "signers") as pilot:
        question = desk.index.question("indus/signers")
        assert question is not None
        options = question.options(0)
        await pilot.press("abcd"[options.index("Ayub Khan")], "enter")
        assert shown(pilot).verdict.outcome is Outcome.PARTLY
        assert "Jawaharlal Nehru missing" in folded(pilot)
        assert "◐ Partly right 1 of 2" in folded(pilot)
