from __future__ import annotations

from tests.app.driving import answer, at_question, folded, shown, write
from tui.study.desk import Desk


async def test_outline_then_rubric(desk: Desk) -> None:
    async with at_question(desk, "treaty-essay") as pilot:
        assert "^S show the rubric" in folded(pilot)
        await write(pilot, "the world bank brokered")
        await pilot.press("enter")
        await write(pilot, "rivers")
        assert answer(pilot) == ("the world bank brokered\nrivers",)
        await pilot.press("ctrl+s")
        screen = folded(pilot)
        assert "[x] a Names the broker 5" in screen
        assert "5 of 20 marks" in screen
        assert "show the rubric" not in screen
        await pilot.press("c", "enter")
        assert shown(pilot).review.answer == (
            "the world bank brokered\nrivers",
            "Names the broker",
            "States the division of the rivers",
        )
        screen = folded(pilot)
        assert "15 of 20 marks" in screen
        assert "✓ Names the broker" in screen
        assert "○ Names the signers and the year" in screen


async def test_tab_opens_the_rubric_too_and_clicks_tick(desk: Desk) -> None:
    async with at_question(desk, "treaty-essay") as pilot:
        await write(pilot, "x")
        await pilot.press("tab", "down", "space")
        assert answer(pilot) == ("x", "Names the signers and the year")
        await pilot.press("b")
        assert answer(pilot) == ("x",)


async def test_the_next_outline_starts_empty(desk: Desk) -> None:
    async with at_question(desk, "treaty-essay") as pilot:
        await write(pilot, "x")
        await pilot.press("tab", "enter")
        await pilot.press("u")
        assert answer(pilot) == ("x",)
        await pilot.press("ctrl+n")
        while shown_ref(desk) != "indus/treaty-essay":
            await pilot.press("ctrl+n")
        assert answer(pilot) == ()


async def test_ticks_are_still_there_after_a_restart(desk: Desk) -> None:
    async with at_question(desk, "treaty-essay") as pilot:
        await write(pilot, "an outline")
        await pilot.press("tab", "b")
    async with at_question(desk) as pilot:
        assert answer(pilot) == ("an outline", "Names the signers and the year")
        assert "[x] b" in folded(pilot)
        await pilot.press("c", "enter")
        assert len(shown(pilot).review.answer) == 3


def shown_ref(desk: Desk) -> str:
    from tui.progress import sessions

    row = sessions.latest(desk.progress)
    assert row is not None
    return row.queue[row.place]
