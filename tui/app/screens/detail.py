"""One question, whole."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.app.going import Failed
from tui.app.screens.scrolling import ScrollingScreen
from tui.app.taking_in import edit_question
from tui.app.telling import telling
from tui.app.widgets.browse_lines import detail_lines
from tui.clock import today
from tui.fault import Fault
from tui.study.browse import Detail, detail
from tui.study.desk import Desk


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
        Binding("escape,enter,q", "close", "back", id="detail.close", tooltip="Back to the list."),
    ]

    def __init__(self, desk: Desk, ref: str) -> None:
        super().__init__(Content.styled("Question", "bold"))
        self.desk = desk
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

    def action_close(self) -> None:
        """Back to the list."""
        self.dismiss(None)
