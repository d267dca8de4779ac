"""Answers a question with a number."""

from __future__ import annotations

from tui.app.answers.typed import TypedInput
from tui.kinds.number import Number
from tui.kinds.question import Question


class NumberInput(TypedInput):
    """A number, with its unit behind the line."""

    WORDS = "number"
    PLACEHOLDER = "a number"
    DEFAULT_CSS = """
    NumberInput > Line { max-width: 32; }
    """

    @classmethod
    def unit_of(cls, question: Question) -> str:
        """The question's unit."""
        return question.unit if isinstance(question, Number) else ""


INPUT = NumberInput
