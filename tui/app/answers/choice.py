"""Answers a choice: one letter, one option."""

from __future__ import annotations

from tui.app.answers.options import OptionsInput
from tui.app.words import letter
from tui.kinds.choice import Choice
from tui.kinds.question import Question


class ChoiceInput(OptionsInput):
    """Radio buttons: a letter, a click or the arrows choose; the choice before is dropped."""

    WORDS = "choice"
    BOXES = ("○", "●")

    @classmethod
    def rights(cls, question: Question) -> tuple[str, ...]:
        """The one right option."""
        return (question.answer,) if isinstance(question, Choice) else ()

    def choose(self, place: int) -> None:
        """Chooses the option at `place` alone."""
        self.chosen, self.at = {place}, place
        self.redraw()

    def go(self, place: int) -> None:
        """The arrows choose as they go."""
        if not self.chosen:
            # The first arrow key chooses where the cursor stands.
            place = self.at
        self.choose(place % max(1, len(self.options)))

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Letters and Enter."""
        return ((f"a–{letter(len(self.options) - 1)}", "choose"), ("Enter", "answer"))


INPUT = ChoiceInput
