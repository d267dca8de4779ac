"""Answers a question with an outline, which the learner then ticks against the rubric."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import TextArea

from tui.app.answers.answer_input import AnswerInput
from tui.app.answers.rubric import Rubric
from tui.app.clean import clean
from tui.app.heights import Air
from tui.app.lines import hanging, text
from tui.app.marks import QUIET, RIGHT
from tui.app.words import number
from tui.kinds.outline import Outline
from tui.kinds.question import Answer
from tui.study.states import Asked, Shown

WRITTEN = 8
"""Lines of the outline that are shown again above the marks."""


class Skeleton(TextArea):
    """The text area for the outline."""

    def __init__(self) -> None:
        super().__init__(
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder="One point a line, in the order in which you would write them.",
        )
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        await super()._on_paste(events.Paste(clean(event.text)))
        event.stop()


class OutlineInput(AnswerInput):
    """First the outline alone; then, beside it, the rubric to tick."""

    WORDS = "outline"
    MARKS_SAY_ANSWER = True
    DEFAULT_CSS = """
    OutlineInput > Skeleton {
        height: 10; padding: 0 1; border: none; border-left: outer $foreground 30%;
    }
    OutlineInput > Skeleton:focus { border: none; border-left: outer $accent; }
    OutlineInput.-rubric > Skeleton { height: auto; max-height: 5; margin: 0 0 1 0; }
    OutlineInput > Rubric { display: none; }
    OutlineInput.-rubric > Rubric { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "rubric",
            "show the rubric",
            id="outline.rubric",
            tooltip="Shows the marking rubric, to tick the points that the outline has.",
        ),
        Binding("tab", "rubric", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.outline = Skeleton()
        self.rubric = Rubric()
        self.question: Outline | None = None

    def compose(self) -> ComposeResult:
        """The outline, and the rubric below it."""
        yield self.outline
        yield self.rubric

    @property
    def shows_rubric(self) -> bool:
        """Whether the rubric is open."""
        return self.has_class("-rubric")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The rubric is opened once."""
        return not (action == "rubric" and self.shows_rubric)

    def ask(self, asked: Asked) -> None:
        """Empties the outline; a draft with ticks opens the rubric, too."""
        self.question = asked.question if isinstance(asked.question, Outline) else None
        with self.outline.prevent(TextArea.Changed):
            self.outline.load_text(asked.draft[0] if asked.draft else "")
            self.outline.move_cursor(self.outline.document.end)
        self.set_class(False, "-rubric")
        if len(asked.draft) > 1:
            self.open_rubric(set(asked.draft[1:]))

    def action_rubric(self) -> None:
        """Opens the rubric with what the keywords find ticked."""
        if self.question is not None:
            self.open_rubric(set(self.question.suggested(self.outline.text)))
            self.take_focus()
            self.changed(settled=True)

    def open_rubric(self, ticked: set[str]) -> None:
        """Opens the rubric with the points `ticked` ticked."""
        points = self.question.rubric if self.question else ()
        self.rubric.show(points, {n for n, p in enumerate(points) if p.point in ticked})
        self.set_class(True, "-rubric")

    def answer(self) -> Answer:
        """The text, then the ticked points; () if there is neither."""
        points = self.rubric.points if self.shows_rubric else ()
        ticked = tuple(p.point for n, p in enumerate(points) if n in self.rubric.ticked)
        return (self.outline.text, *ticked) if self.outline.text.strip() or ticked else ()

    def take_focus(self) -> None:
        """The keys go to the outline, or to the rubric once it is open."""
        self.screen.set_focus(self.rubric if self.shows_rubric else self.outline)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """How to write, or how to tick."""
        if self.shows_rubric:
            return (("a b c", "tick"), ("Enter", "answer"))
        return ()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Passes on what is typed."""
        event.stop()
        self.changed()

    def on_rubric_ticked(self, event: Rubric.Ticked) -> None:
        """Passes on the ticks."""
        event.stop()
        self.changed(settled=True)

    def on_rubric_done(self, event: Rubric.Done) -> None:
        """Hands in."""
        event.stop()
        self.submit()

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """The rubric, point by point, with the marks earned."""
        question, given = shown.asked.question, shown.review.answer[1:]
        points = question.rubric if isinstance(question, Outline) else ()
        earned = sum(point.marks for point in points if point.point in given)
        bar = Content.styled("▌ ", QUIET)
        lines: list[Content] = []
        written = clean("".join(shown.review.answer[:1])).strip()
        if written and air:
            for line in written.splitlines()[:WRITTEN]:
                lines += hanging(Content(line), width, bar, bar.plain)
            lines.append(Content(""))
        if not shown.verdict.reason:
            whole = sum(point.marks for point in points)
            lines.append(Content(f"{number(earned)} of {number(whole)} marks"))
        for point in points:
            has = point.point in given
            head = Content.assemble(("✓ ", RIGHT) if has else ("○ ", QUIET))
            body = Content.assemble(text(point.point), (f"  {number(point.marks)}", QUIET))
            lines += hanging(body, width, head)
        return lines


INPUT = OutlineInput
