"""All questions, searched while one types."""

from __future__ import annotations

from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.answers.line import Line
from tui.app.clean import clean_line
from tui.app.going import Failed, GoDetail, GoHome
from tui.app.heights import HEIGHTS
from tui.app.marks import QUIET, UNSURE
from tui.app.taking_in import edit_question
from tui.app.telling import telling_all
from tui.app.widgets.browse_lines import heading_line, row_line
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import RowList
from tui.app.words import count
from tui.clock import today
from tui.fault import Fault
from tui.study.browse import BrowseRow, browse
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.filters.known import help_lines


class BrowseScreen(Screen[None]):
    """A search line that keeps the keys, and the questions that it finds.

    One search runs at a time, in a worker; what is typed meanwhile is searched for right after.
    """

    DEFAULT_CSS = """
    BrowseScreen { align-horizontal: center; }
    BrowseScreen > * { max-width: 160; }
    BrowseScreen > Line { margin: 0 1; }
    BrowseScreen > .heading { height: 1; padding: 0 1; margin: 1 0 0 0; }
    BrowseScreen.-tiny > .heading { display: none; }
    BrowseScreen > RowList { padding: 0 0 0 1; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "Line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "open",
            "open",
            id="browse.open",
            tooltip="Shows the question whole.",
            show=True,
        ),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding(
            "ctrl+o",
            "edit",
            "edit",
            id="browse.edit",
            tooltip="Opens the question in your editor, at its line.",
        ),
        Binding(
            "escape",
            "leave",
            "home",
            id="browse.home",
            tooltip="Empties the search line; home, where it is empty.",
        ),
    ]

    class NotUnderstood(Message):
        """What was typed is no query, or not yet."""

        def __init__(self, wanted: str, fault: Fault) -> None:
            super().__init__()
            self.wanted = wanted
            self.fault = fault

    class Found(Message):
        """A search has ended."""

        def __init__(self, wanted: str, rows: list[BrowseRow], total: int) -> None:
            super().__init__()
            self.wanted = wanted
            self.rows = rows
            self.total = total

    def __init__(self, desk: Desk, query: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.opened_with = query
        self.today = today(desk.clock)
        self.rows: list[BrowseRow] = []
        self.searching = False
        self.shown_for: str | None = None
        self.line = Line("words, or topic: kind: due<7d recall<80% lapses>3 and other filters")
        self.line.put(query)
        self.heading = Static(markup=False, classes="heading")
        self.list = RowList(self.draw)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, the search line, the list, the keys."""
        yield HeaderLine(Content.styled("All questions", "bold"))
        yield self.line
        yield self.heading
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Everything, to begin with."""
        self.search()

    def on_resize(self, event: events.Resize) -> None:
        """Fits the heading into the width."""
        self.heading.update(heading_line(max(20, min(event.size.width, 160) - 3)))

    def draw(self, place: int, width: int, at_cursor: bool) -> Content:
        """The line of one row."""
        return row_line(self.rows[place], width, at_cursor, self.today)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The keys of the search line, for the key line."""
        return (("↑↓", "choose"), ("Enter", "open"))

    def more_help(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What can be typed into the search line."""
        return "What finds questions", tuple(help_lines())

    # --- searching

    def on_input_changed(self, event: Line.Changed) -> None:
        """Searches for what is typed."""
        event.stop()
        self.search()

    def search(self) -> None:
        """Sends a worker, unless one is out: then its return sends the next one."""
        wanted = self.line.value
        if not self.searching and wanted != self.shown_for:
            self.searching = True
            self.look_for(wanted)

    @work(thread=True, exit_on_error=False)
    def look_for(self, wanted: str) -> None:
        """Searches on a desk of its own."""
        rows: list[BrowseRow] = []
        total = 0
        with telling_all(self, "The search failed"), self.desk.another() as desk:
            try:
                rows, total = browse(desk, wanted)
            except StudyError as fault:
                self.post_message(self.NotUnderstood(wanted, fault))
                return
        self.post_message(self.Found(wanted, rows, total))

    def on_browse_screen_not_understood(self, event: NotUnderstood) -> None:
        """Says why beside the keys; the list stays as it was."""
        self.searching, self.shown_for = False, event.wanted
        self.key_line.say(Content.styled(clean_line(str(event.fault)), UNSURE))
        self.search()

    def on_browse_screen_found(self, event: Found) -> None:
        """Shows what was found; the cursor stays at its question if that is still there."""
        before = self.rows[self.list.at].ref if self.rows else ""
        self.searching, self.shown_for, self.rows = False, event.wanted, event.rows
        at = next((n for n, row in enumerate(event.rows) if row.ref == before), 0)
        self.list.show(len(event.rows), at)
        found = count(event.total, "question")
        if event.total > len(event.rows):
            found += f", the first {len(event.rows):,} shown"
        self.key_line.say(Content.styled(found if event.total else "Nothing found", QUIET))
        self.search()

    # --- what the keys do

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Enter in the search line opens the question at the cursor."""
        event.stop()
        self.list.choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Shows the question whole."""
        self.post_message(GoDetail(self.rows[event.place].ref))

    def on_screen_resume(self) -> None:
        """Back from a question: it may have been edited."""
        if self.shown_for is not None:
            self.shown_for = None
            self.search()

    def action_open(self) -> None:
        """Opens the question at the cursor."""
        self.list.choose()

    def action_go(self, step: int) -> None:
        """Moves the cursor."""
        self.list.go(step)

    def action_page(self, pages: int) -> None:
        """Moves the cursor by a page."""
        self.list.go(pages * self.list.page_size)

    def action_edit(self) -> None:
        """Opens the question at the cursor in the learner's editor."""
        if not self.rows:
            return
        try:
            edit_question(self.app, self.desk.index, self.rows[self.list.at].ref, self.today)
        except Fault as fault:
            self.post_message(Failed(fault))
        self.shown_for = None
        self.search()

    def action_leave(self) -> None:
        """Empties the search line, or goes home; back, from what it was opened with."""
        if self.line.value not in {"", self.opened_with}:
            self.line.value = ""
        else:
            self.post_message(GoHome())
