"""The base of short, number and date: one line to type into."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.app.answers.answer_input import AnswerInput
from tui.app.answers.line import Line
from tui.app.clean import clean_line
from tui.app.heights import Air
from tui.app.lines import text
from tui.app.marks import QUIET
from tui.kinds.question import Answer, Question
from tui.study.states import Asked, Shown


class TypedInput(AnswerInput):
    """One line, and behind it what the answer is counted in, if anything."""

    DEFAULT_CSS = """
    TypedInput { layout: horizontal; }
    TypedInput > Line { max-width: 72; }
    TypedInput > Static { width: auto; max-width: 50%; padding: 0 0 0 1; }
    """

    PLACEHOLDER: ClassVar[str]

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(self.PLACEHOLDER)
        self.unit = Static(markup=False)
        self.unit.display = False

    def compose(self) -> ComposeResult:
        """The line and the unit."""
        yield self.line
        yield self.unit

    @classmethod
    def unit_of(cls, question: Question) -> str:
        """What the answer is counted in."""
        return ""

    def ask(self, asked: Asked) -> None:
        """Empties the line, or fills it with the draft."""
        unit = self.unit_of(asked.question)
        self.unit.display = bool(unit)
        self.unit.update(text(unit, QUIET))
        with self.line.prevent(Line.Changed):
            self.line.put(asked.draft[0] if asked.draft else "")

    def answer(self) -> Answer:
        """What was typed."""
        return (self.line.value,)

    def take_focus(self) -> None:
        """The keys go to the line."""
        self.screen.set_focus(self.line, scroll_visible=False)

    def on_input_changed(self, event: Line.Changed) -> None:
        """Passes on what is typed."""
        event.stop()
        self.changed()

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Enter hands in."""
        event.stop()
        self.submit()

    def on_line_pasted(self, event: Line.Pasted) -> None:
        """Takes several pasted lines as one."""
        event.stop()
        self.line.insert_text_at_cursor(" ".join(event.lines))

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """What was typed, as it was typed."""
        given = clean_line(" ".join(shown.review.answer))
        unit = cls.unit_of(shown.asked.question)
        line = Content.assemble(
            ("▌ ", QUIET), text(given or "–"), (f" {unit}" if given and unit else "", QUIET)
        )
        return line.wrap(max(8, width))
