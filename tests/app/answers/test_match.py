from __future__ import annotations

from tests.app.driving import TINY, answer, at_question, folded, shown, text
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


def options(desk: Desk) -> tuple[str, ...]:
    question = desk.index.question("indus/dams-and-rivers")
    assert question is not None
    return question.options(0)


async def test_letters_pair_one_left_side_after_the_other(desk: Desk) -> None:
    rights = options(desk)
    letters = ["abc"[rights.index(river)] for river in ("Jhelum", "Kabul River")]
    async with at_question(desk, "dams-and-rivers") as pilot:
        await pilot.press(*letters, "enter")
        assert shown(pilot).review.answer == ("Mangla", "Jhelum", "Warsak", "Kabul River")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        assert "✓ Mangla → Jhelum ✓ Warsak → Kabul River" in folded(pilot)


async def test_backspace_takes_a_pair_apart(desk: Desk) -> None:
    rights = options(desk)
    async with at_question(desk, "dams-and-rivers") as pilot:
        await pilot.press("a")
        assert answer(pilot) == ("Mangla", rights[0], "Warsak", "")
        await pilot.press("backspace", "b")
        assert answer(pilot) == ("Mangla", rights[1], "Warsak", "")


async def test_arrows_choose_the_left_side(desk: Desk) -> None:
    rights = options(desk)
    async with at_question(desk, "dams-and-rivers") as pilot:
        await pilot.press("down", "c")
        assert answer(pilot) == ("Mangla", "", "Warsak", rights[2])


async def test_clicks_on_both_sides(desk: Desk) -> None:
    rights = options(desk)
    async with at_question(desk, "dams-and-rivers") as pilot:
        column = text(pilot).splitlines()[4].index(rights[0])
        await pilot.click(offset=(7, 5))
        await pilot.click(offset=(column, 4))
        assert answer(pilot) == ("Mangla", "", "Warsak", rights[0])


async def test_a_narrow_screen_puts_them_below_each_other(desk: Desk) -> None:
    async with at_question(desk, "dams-and-rivers", size=(TINY[0], 20)) as pilot:
        lines = text(pilot).splitlines()
        (left,) = [n for n, line in enumerate(lines) if "Warsak" in line]
        (right,) = [n for n, line in enumerate(lines) if "Chenab" in line]
        assert right > left


async def test_a_wrong_pair_says_where_it_belongs(desk: Desk) -> None:
    rights = options(desk)
    letter = "abc"[rights.index("Kabul River")]
    async with at_question(desk, "dams-and-rivers") as pilot:
        await pilot.press(letter, letter, "enter")
        assert "✗ Mangla → Kabul River instead of Jhelum It belongs to Warsak." in folded(pilot)
