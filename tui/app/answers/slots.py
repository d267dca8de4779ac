"""The base of list and cloze: several numbered lines to type into."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.app.answers.answer_input import AnswerInput
from tui.app.answers.line import Line
from tui.app.lines import page
from tui.app.marks import QUIET
from tui.kinds.question import Answer, Question
from tui.study.states import Asked


class SlotsInput(AnswerInput):
    """A text of its own above, if it has one, and a numbered line a slot.

    Lines are kept for the next question: those that this one has no use for are hidden.
    """

    DEFAULT_CSS = """
    SlotsInput > .lead { height: auto; padding: 0 0 1 0; }
    SlotsInput > Horizontal { height: auto; }
    SlotsInput > Horizontal > .numbers { width: 3; height: auto; }
    SlotsInput > Horizontal > Vertical { height: auto; max-width: 76; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.lead = Static(markup=False, classes="lead")
        self.numbers = Static(markup=False, classes="numbers")
        self.lines: list[Line] = []
        self.slots = Vertical()
        self.used = 0

    def compose(self) -> ComposeResult:
        """The lead above, numbers and lines beside each other."""
        yield self.lead
        with Horizontal():
            yield self.numbers
            with self.slots:
                yield from self.lines

    def slots_of(self, question: Question) -> int:
        """How many lines the question wants."""
        raise NotImplementedError

    def lead_of(self, asked: Asked) -> Content | None:
        """The text above the lines."""
        return None

    def ask(self, asked: Asked) -> None:
        """Empties the lines, or fills them with the draft."""
        self.used = self.slots_of(asked.question)
        missing = [Line() for _ in range(self.used - len(self.lines))]
        self.lines += missing
        if missing and self.slots.is_attached:
            self.slots.mount(*missing)
        for place, line in enumerate(self.lines):
            line.display = place < self.used
            with line.prevent(Line.Changed):
                line.put(asked.draft[place] if place < min(self.used, len(asked.draft)) else "")
        self.numbers.update(page(Content.styled(f"{n + 1:>2}", QUIET) for n in range(self.used)))
        self.show_lead(asked)

    def show_lead(self, asked: Asked) -> None:
        """Draws the text above the lines."""
        lead = self.lead_of(asked)
        self.lead.display = lead is not None
        if lead is not None:
            self.lead.update(lead)

    def values(self) -> tuple[str, ...]:
        """What stands in the lines, empty ones as well."""
        return tuple(line.value for line in self.lines[: self.used])

    def answer(self) -> Answer:
        """What stands in the lines; () if nothing does."""
        values = self.values()
        return values if any(value.strip() for value in values) else ()

    def at(self) -> int:
        """The line that has the keys."""
        focused = self.screen.focused
        return self.lines.index(focused) if focused in self.lines else 0

    def take_focus(self) -> None:
        """The keys go to the last line that holds something: it may be half typed."""
        filled = [place for place, value in enumerate(self.values()) if value]
        self.focus_line(filled[-1] if filled else 0)

    def focus_line(self, place: int) -> None:
        """The keys go to the line at `place`."""
        line = self.lines[place]
        self.screen.set_focus(line)
        line.cursor_position = len(line.value)

    def action_go(self, step: int) -> None:
        """To the line above or below."""
        self.focus_line(max(0, min(self.used - 1, self.at() + step)))
        self.changed(settled=True)

    def on_input_changed(self, event: Line.Changed) -> None:
        """Passes on what is typed."""
        event.stop()
        self.changed()

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Enter goes on to the next line; what it does in the last is for the kind to say."""
        event.stop()
        place = self.lines.index(event.input) if event.input in self.lines else 0
        if self.is_done(place):
            self.submit()
        else:
            self.focus_line(place + 1)
            self.changed(settled=True)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """What Enter does in the line that has the keys."""
        return (("Enter", "answer" if self.is_done(self.at()) else "next line"), ("↑↓", "move"))

    def is_done(self, place: int) -> bool:
        """Whether Enter in the line at `place` hands in."""
        return place >= self.used - 1

    def on_line_pasted(self, event: Line.Pasted) -> None:
        """Spreads pasted lines over this line and those below; what is left over joins the last."""
        event.stop()
        first = self.lines.index(event.line)
        room = self.used - first
        lines = [*event.lines[: room - 1], " ".join(event.lines[room - 1 :])]
        for place, value in enumerate(filter(None, lines), first):
            self.lines[place].put(value)
            self.focus_line(place)
        self.changed(settled=True)
