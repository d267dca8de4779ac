from __future__ import annotations

from tests.app.driving import answer, asked, at_question, folded, shown, text
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


def letter_of(option: str, screen: str) -> str:
    """The letter before `option` on the screen."""
    (line,) = [line for line in screen.splitlines() if line.strip().endswith(option)]
    return line.removesuffix(option).split()[-1]


async def test_a_letter_chooses_and_enter_answers(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press(letter_of("The World Bank", text(pilot)), "enter")
        assert shown(pilot).review.answer == ("The World Bank",)
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        assert "✓ Right" in folded(pilot)
        assert "It was founded only in 1966." in folded(pilot)


async def test_the_reason_stands_under_the_wrong_option(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        wrong = letter_of("The Commonwealth", text(pilot))
        await pilot.press(wrong, "enter")
        lines = text(pilot).splitlines()
        (at,) = [n for n, line in enumerate(lines) if "The Commonwealth" in line]
        assert lines[at].strip() == f"✗ {wrong}  The Commonwealth"
        assert lines[at + 1].strip() == "Neither side asked it to."
        assert "✗ Wrong" in folded(pilot)
        assert folded(pilot).count("Neither side asked it to.") == 1


async def test_the_last_letter_counts(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("a", "b", "a", "enter")
        assert shown(pilot).review.answer == (asked_options(desk)[0],)


async def test_digits_and_arrows_choose(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("2")
        assert answer(pilot) == (asked_options(desk)[1],)
        await pilot.press("down")
        assert answer(pilot) == (asked_options(desk)[2],)
        await pilot.press("up", "up", "up")
        assert answer(pilot) == (asked_options(desk)[3],)


async def test_a_letter_that_is_no_option_does_nothing(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("e", "z", "9")
        assert answer(pilot) == ()
        assert asked(pilot).ref == "indus/broker"


async def test_a_click_chooses(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.click(offset=(8, 6))
        assert answer(pilot) == (asked_options(desk)[2],)


async def test_nothing_chosen_asks_once_more(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await pilot.press("enter")
        assert "Enter once more: I don't know" in folded(pilot)
        await pilot.press("a")
        assert "once more" not in folded(pilot)
        await pilot.press("ctrl+z", "enter", "enter")
        assert shown(pilot).review.answer == ()
        assert "Not answered" in folded(pilot)


def asked_options(desk: Desk) -> tuple[str, ...]:
    question = desk.index.question("indus/broker")
    assert question is not None
    return question.options(0)
