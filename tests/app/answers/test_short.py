from __future__ import annotations

from tests.app.driving import answer, at_question, folded, shown, write
from tui.kinds.verdict import Outcome
from tui.study.desk import Desk


async def test_what_is_typed_is_graded(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Manasarovar")
        await pilot.press("enter")
        assert shown(pilot).verdict.outcome is Outcome.RIGHT
        assert "▌ Manasarovar ✓ Right Answer Lake Mansarovar" in folded(pilot)


async def test_a_known_mistake_has_its_reason(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await write(pilot, "Rakshastal")
        await pilot.press("enter")
        assert "✗ Wrong That is its neighbour. Right answer Lake Mansarovar" in folded(pilot)


async def test_a_question_mark_is_text_but_not_the_first(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        await pilot.press("x", "question_mark")
        assert answer(pilot) == ("x?",)
        await pilot.press("backspace", "backspace", "question_mark")
        assert "Keys and signs" in folded(pilot)
        await pilot.press("escape")
        assert answer(pilot) == ("",)
        await pilot.press("l", "a")
        assert answer(pilot) == ("la",)


async def test_pasted_control_characters_are_made_visible(desk: Desk) -> None:
    async with at_question(desk, "source-lake") as pilot:
        from textual.events import Paste

        pilot.app.post_message(Paste("a\x1b[31mb\nc\x07"))
        await pilot.pause()
        assert answer(pilot) == ("a␛[31mb c␇",)
        pilot.app.post_message(Paste("\x9bx"))
        await pilot.pause()
        assert answer(pilot) == ("a␛[31mb c␇�x",)
