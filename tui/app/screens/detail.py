"""One question, whole."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.app.going import READER, Failed, GoRead
from tui.app.screens.scrolling import ScrollingScreen
from tui.app.taking_in import edit_question
from tui.app.telling import telling
from tui.app.widgets.browse_lines import detail_lines
from tui.clock import today
from tui.fault import Fault
from tui.study.browse import Detail, detail
from tui.study.desk import Desk
from tui.study.parking import park_or_take_out


class DetailScreen(ScrollingScreen):
    """The question with its answer, its proof, and what is remembered of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e",
            "edit",
            "edit",
            id="detail.edit",
            tooltip="Opens the question in your editor, at its line.",
        ),
        Binding("n", "go(1)", "next", id="detail.next", tooltip="To the next question."),
        Binding("p", "go(-1)", "previous", id="detail.previous", tooltip="To the one before."),
        Binding(
            "r", "read", "read", id="detail.read", tooltip="Reads the source that it is asked from."
        ),
        Binding(
            "k",
            "park",
            "park",
            id="detail.park",
            tooltip="Does not ask the question any more, or asks it again.",
        ),
        Binding("escape,enter,q", "close", "back", id="detail.close", tooltip="Back to the list."),
    ]

    def __init__(self, desk: Desk, ref: str, *others: str) -> None:
        super().__init__(Content.styled("Question", "bold"))
        self.desk = desk
        self.refs = [ref, *others]
        self.ref = ref
        self.detail: Detail | None = None

    def on_mount(self) -> None:
        """Reads the question."""
        self.read()

    def read(self) -> None:
        """Reads the question anew; where it has gone, back to the list."""
        try:
            self.detail = detail(self.desk, self.ref)
        except Fault as fault:
            self.dismiss(None)
            self.app.post_message(Failed(fault))
            return
        if len(self.refs) > 1:
            place = f"{self.refs.index(self.ref) + 1} of {len(self.refs)}"
            self.header_line.show(self.header_line.lefts, Content(place), 0.0)
        self.paint()

    def lines(self, width: int) -> list[Content]:
        """The question, once it is read."""
        if self.detail is None:
            return []
        return detail_lines(self.detail, today(self.desk.clock), width)

    def action_edit(self) -> None:
        """Opens the question in the learner's editor and takes the change in."""
        with telling(self):
            edit_question(self.app, self.desk.index, self.ref, today(self.desk.clock))
            self.read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is a question to go to, or a source to read."""
        if action == "go":
            step = parameters[0]
            assert isinstance(step, int)
            return 0 <= self.refs.index(self.ref) + step < len(self.refs)
        if action == "read":
            return not any(screen.id == READER for screen in self.app.screen_stack)
        return True

    def action_go(self, step: int) -> None:
        """To another of the questions."""
        self.ref = self.refs[self.refs.index(self.ref) + step]
        self.body.scroll_home(animate=False)
        self.read()

    def action_read(self) -> None:
        """Reads the source, at the passage that the question quotes."""
        self.post_message(GoRead(self.ref))

    def key_words(self, name: str) -> str | None:
        """The key that parks the question takes it out again."""
        parked = self.detail is not None and self.detail.parked
        return "ask it again" if name == "detail.park" and parked else None

    def action_park(self) -> None:
        """Parks the question, or takes it out again."""
        if self.detail is not None:
            with telling(self):
                park_or_take_out(self.desk, self.ref, not self.detail.parked)
                self.read()

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss(None)
