"""Answers a sentence with blanks."""

from __future__ import annotations

from textual.content import Content

from tui.app.answers.line import Line
from tui.app.answers.slots import SlotsInput
from tui.app.clean import clean, clean_line
from tui.app.heights import Air
from tui.app.lines import wrapped
from tui.app.marks import QUIET, STYLES, part_lines, same
from tui.kinds.cloze import Cloze
from tui.kinds.question import Question
from tui.kinds.verdict import Outcome
from tui.study.states import Asked, Shown


def between(question: Question) -> tuple[str, ...]:
    """The texts between the blanks, the first and the last one included."""
    segments = question.segments() if isinstance(question, Cloze) else ("",)
    return tuple(segment for segment in segments if isinstance(segment, str))


class ClozeInput(SlotsInput):
    """The sentence with what was typed in its blanks, and a line a blank."""

    WORDS = "fill in the blanks"
    MARKS_SAY_ANSWER = True

    def __init__(self) -> None:
        super().__init__()
        self.asked: Asked | None = None

    def slots_of(self, question: Question) -> int:
        """One line a blank."""
        return len(between(question)) - 1

    def lead_of(self, asked: Asked) -> Content | None:
        """The sentence; each blank has its number, and what was typed for it."""
        self.asked = asked
        texts = between(asked.question)
        parts: list[Content | str | tuple[str, str]] = [clean(texts[0])]
        for place, (value, after) in enumerate(zip(self.values(), texts[1:], strict=False), 1):
            filled = clean_line(value) or "____"
            parts += [(f"[{place} ", QUIET), (filled, "bold $text-accent"), ("]", QUIET)]
            parts.append(clean(after))
        return Content.assemble(*parts)

    def on_input_changed(self, event: Line.Changed) -> None:
        """Fills the blank while it is typed."""
        super().on_input_changed(event)
        if self.asked is not None:
            self.show_lead(self.asked)

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """The sentence whole; below it the blanks that were filled otherwise."""
        texts = between(shown.asked.question)
        sentence: list[Content | str | tuple[str, str]] = [clean(texts[0])]
        lines: list[Content] = []
        for place, (part, after) in enumerate(zip(shown.verdict.parts, texts[1:], strict=False), 1):
            sentence += [(f"[{place} ", QUIET), (clean_line(part.expected), STYLES[part.outcome])]
            sentence += [("]", QUIET), clean(after)]
            if part.outcome is not Outcome.RIGHT or not same(part.given, part.expected):
                lines += part_lines(part, width, air, f"{place} ")
        return [*wrapped(Content.assemble(*sentence), width), *lines]


INPUT = ClozeInput
