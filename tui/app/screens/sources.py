"""The sources that can be read, each with how much of it is remembered."""

from __future__ import annotations

from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.going import GoHome, GoRead
from tui.app.heights import HEIGHTS
from tui.app.marks import QUIET
from tui.app.telling import telling_all
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import RowList
from tui.app.widgets.source_lines import heading_line, source_line
from tui.app.words import count
from tui.study.desk import Desk
from tui.study.reader import ListedSource, sources

WIDEST = 160


class SourcesScreen(Screen[None]):
    """A list to choose from; it is read in a worker, and again when the screen comes back."""

    DEFAULT_CSS = """
    SourcesScreen { align-horizontal: center; }
    SourcesScreen > * { max-width: 160; }
    SourcesScreen > .heading { height: 1; padding: 0 1; margin: 1 0 0 0; }
    SourcesScreen.-tiny > .heading { margin: 0; }
    SourcesScreen > RowList { padding: 0 0 0 1; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", id="sources.open", tooltip="Opens the source."),
        Binding("escape,q", "leave", "home", id="sources.home", tooltip="Goes home."),
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
    ]

    class Listed(Message):
        """The sources have been read."""

        def __init__(self, rows: tuple[ListedSource, ...]) -> None:
            super().__init__()
            self.rows = rows

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.rows: tuple[ListedSource, ...] = ()
        self.heading = Static(markup=False, classes="heading")
        self.list = RowList(self.draw)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, the list, the keys."""
        yield HeaderLine(Content.styled("Sources", "bold"))
        yield self.heading
        yield self.list
        yield self.key_line

    def on_mount(self) -> None:
        """Paints first, then reads."""
        self.key_line.say(Content.styled("Reading …", QUIET))

    def on_screen_resume(self) -> None:
        """Reads, at first and whenever something may have been answered."""
        self.call_after_refresh(self.read)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read(self) -> None:
        """Reads what is remembered, on a desk of its own."""
        rows = self.rows
        with telling_all(self, "The sources could not be read"), self.desk.another() as desk:
            rows = sources(desk)
        self.post_message(self.Listed(rows))

    def on_sources_screen_listed(self, event: Listed) -> None:
        """Shows them; the cursor stays at its source."""
        before = self.rows[self.list.at].row if self.rows else None
        self.rows = event.rows
        at = next((n for n, found in enumerate(event.rows) if found.row == before), 0)
        self.list.show(len(event.rows), at)
        self.key_line.say(Content.styled(count(len(event.rows), "source"), QUIET))

    def on_resize(self, event: events.Resize) -> None:
        """Fits the heading into the width."""
        self.heading.update(heading_line(max(20, min(event.size.width, WIDEST) - 3)))

    def draw(self, place: int, width: int, at_cursor: bool) -> Content:
        """The line of one row."""
        return source_line(self.rows[place], width, at_cursor)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The arrows choose."""
        return (("↑↓", "choose"),)

    # --- what the keys do

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Opens the source."""
        self.post_message(GoRead(source=self.rows[event.place].row))

    def action_open(self) -> None:
        """Opens the source at the cursor."""
        self.list.choose()

    def action_go(self, step: int) -> None:
        """Moves the cursor."""
        self.list.go(step)

    def action_page(self, pages: int) -> None:
        """Moves the cursor by a page."""
        self.list.go(pages * self.list.page_size)

    def action_leave(self) -> None:
        """Goes home."""
        self.post_message(GoHome())
