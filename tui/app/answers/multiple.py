"""Answers a question with several right options."""

from __future__ import annotations

from tui.app.answers.options import OptionsInput
from tui.app.words import letter
from tui.kinds.multiple import Multiple
from tui.kinds.question import Question


class MultipleInput(OptionsInput):
    """Check boxes: a letter, a click or the space bar ticks and unticks."""

    WORDS = "choose all that apply"
    BOXES = ("[ ]", "[x]")

    @classmethod
    def rights(cls, question: Question) -> tuple[str, ...]:
        """All the right options."""
        return question.answers if isinstance(question, Multiple) else ()

    def choose(self, place: int) -> None:
        """Ticks the option at `place`, or takes its tick off."""
        self.chosen ^= {place}
        self.at = place
        self.redraw()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Letters and Enter."""
        return ((f"a–{letter(len(self.options) - 1)}", "tick"), ("Enter", "answer"))


INPUT = MultipleInput
