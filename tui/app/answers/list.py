"""Answers a question that wants several items, in any order."""

from __future__ import annotations

from textual.content import Content

from tui.app.answers.slots import SlotsInput
from tui.app.heights import Air
from tui.app.marks import part_lines
from tui.kinds.list import ListQuestion
from tui.kinds.question import Answer, Question
from tui.study.states import Shown


class ListInput(SlotsInput):
    """One line an item; Enter in an empty line hands in what is there."""

    WORDS = "list, in any order"
    MARKS_SAY_ANSWER = True

    def slots_of(self, question: Question) -> int:
        """One line an item."""
        return len(question.items) if isinstance(question, ListQuestion) else 1

    def answer(self) -> Answer:
        """The lines that hold something."""
        return tuple(value for value in self.values() if value.strip())

    def draft(self) -> Answer:
        """All lines, so that each stands where it stood."""
        return self.values()

    def is_done(self, place: int) -> bool:
        """In the last line, and in an empty one with nothing below it."""
        return super().is_done(place) or not any(v.strip() for v in self.values()[place:])

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """Item by item: found or missing; then what was given besides."""
        lines: list[Content] = []
        for part in shown.verdict.parts:
            lines += part_lines(part, width, air)
        return lines


INPUT = ListInput
