from __future__ import annotations

from tests.app.driving import answer, at_question, folded, shown
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk

RIGHT = ("Warsak", "Mangla", "Tarbela")


def options(desk: Desk) -> tuple[str, ...]:
    question = desk.index.question("indus/dams-in-order")
    assert question is not None
    return question.options(0)


async def test_letters_in_order(desk: Desk) -> None:
    letters = ["abc"[options(desk).index(dam)] for dam in RIGHT]
    async with at_question(desk, "dams-in-order") as pilot:
        await pilot.press(*letters)
        assert answer(pilot) == RIGHT
        await pilot.press("enter")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        assert "✓ 1 Warsak ✓ 2 Mangla ✓ 3 Tarbela" in folded(pilot)


async def test_what_is_typed_is_seen_at_once_and_can_be_taken_back(desk: Desk) -> None:
    shuffled = options(desk)
    async with at_question(desk, "dams-in-order") as pilot:
        await pilot.press("c")
        assert f"1 c {shuffled[2]}" in folded(pilot)
        await pilot.press("backspace", "b")
        assert f"1 b {shuffled[1]}" in folded(pilot)


async def test_the_space_bar_grabs_and_the_arrows_carry(desk: Desk) -> None:
    shuffled = options(desk)
    async with at_question(desk, "dams-in-order") as pilot:
        await pilot.press("space", "down", "enter")
        assert answer(pilot) == (shuffled[1], shuffled[0], shuffled[2])
        await pilot.press("down", "space", "up", "up", "space")
        assert answer(pilot) == (shuffled[2], shuffled[1], shuffled[0])
        await pilot.press("enter")
        assert shown(pilot).review.answer == (shuffled[2], shuffled[1], shuffled[0])


async def test_clicks_put_in_order(desk: Desk) -> None:
    shuffled = options(desk)
    async with at_question(desk, "dams-in-order") as pilot:
        await pilot.click(offset=(10, 6))
        assert answer(pilot)[0] == shuffled[2]


async def test_left_alone_it_is_no_answer(desk: Desk) -> None:
    async with at_question(desk, "dams-in-order") as pilot:
        await pilot.press("enter")
        assert "I don't know" in folded(pilot)
