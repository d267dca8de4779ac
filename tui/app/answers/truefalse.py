"""Answers a statement that is true or false."""

from __future__ import annotations

from textual import events

from tui.app.answers.choice import ChoiceInput
from tui.kinds.question import Question
from tui.kinds.truefalse import TrueFalse


class TrueFalseInput(ChoiceInput):
    """Two options, chosen by t and f."""

    WORDS = "true or false"
    VALUES = ("true", "false")

    @classmethod
    def values(cls, question: Question, turn: int) -> tuple[str, ...]:
        """Always true first: nobody wants these two shuffled."""
        return cls.VALUES

    @classmethod
    def rights(cls, question: Question) -> tuple[str, ...]:
        """The right one of the two."""
        return (str(question.answer).lower(),) if isinstance(question, TrueFalse) else ()

    @classmethod
    def label(cls, value: str) -> str:
        """True or False."""
        return value.capitalize()

    def key_of(self, place: int) -> str:
        """The first letter: t or f."""
        return self.VALUES[place][0]

    @classmethod
    def letter_of(cls, value: str, place: int) -> str:
        """The first letter: t or f."""
        return value[0]

    def place_of(self, event: events.Key) -> int | None:
        """t and f, 1 and 2."""
        return {"t": 0, "f": 1, "1": 0, "2": 1}.get((event.character or "").lower())

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Letters and Enter."""
        return (("t f", "choose"), ("Enter", "answer"))


INPUT = TrueFalseInput
