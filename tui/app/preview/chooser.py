"""A list to choose from, searched while one types: questions, or complaints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.answers.line import Line
from tui.app.heights import HEIGHTS
from tui.app.lines import page
from tui.app.marks import QUIET
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import RowList
from tui.app.words import count


class Row(NamedTuple):
    """One thing to choose.

    line: the line of the file that it is about. words: what is searched, in small letters. draw:
    its line for a width, and whether the cursor is at it. whole: what is said of it below the list.
    """

    line: int
    words: str
    draw: Callable[[int, bool], Content]
    whole: Callable[[int], list[Content]] | None = None


class Chosen(NamedTuple):
    """A line of the file, and whether to open the editor there."""

    line: int
    to_edit: bool


class ChooserScreen(Screen[Chosen | None]):
    """A search line, the rows that hold all its words, and the one at the cursor in full.

    noun: what the rows are, as "question". at: the row to begin at.
    """

    DEFAULT_CSS = """
    ChooserScreen { align-horizontal: center; }
    ChooserScreen > * { max-width: 160; }
    ChooserScreen > Line { margin: 0 1 1 1; }
    ChooserScreen > RowList { padding: 0 0 0 1; }
    ChooserScreen > Static { height: auto; max-height: 50%; padding: 1 1 0 2; }
    ChooserScreen.-tiny > Static { display: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "Line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1)", show=False),
        Binding("down", "go(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding(
            "ctrl+o",
            "edit",
            "edit",
            id="chooser.edit",
            tooltip="Opens your editor at that line.",
        ),
        Binding("escape", "close", "back", id="chooser.close", tooltip="Back to the question."),
    ]

    def __init__(self, title: Content, noun: str, hint: str, rows: Sequence[Row], at: int) -> None:
        super().__init__()
        self.noun = noun
        self.every = rows
        self.rows = list(rows)
        self.first = at
        self.header_line = HeaderLine(title)
        self.line = Line(hint)
        self.list = RowList(self.draw)
        self.below = Static(markup=False)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, the search line, the list, what is said of a row, the keys."""
        yield self.header_line
        yield self.line
        yield self.list
        yield self.below
        yield self.key_line

    def on_mount(self) -> None:
        """All rows, to begin with."""
        self.show_rows(self.first)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The keys of the search line, for the key line."""
        return (("↑↓", "choose"), ("Enter", "go there"))

    def draw(self, place: int, width: int, at_cursor: bool) -> Content:
        """The line of one row."""
        return self.rows[place].draw(width, at_cursor)

    def show_rows(self, at: int) -> None:
        """Shows the rows that were found."""
        self.list.show(len(self.rows), at)
        found = count(len(self.rows), self.noun) if self.rows else "Nothing found"
        self.key_line.say(Content.styled(found, QUIET))
        self.show_whole()

    def show_whole(self) -> None:
        """Says below the list what there is to say of the row at the cursor."""
        row = self.rows[self.list.at] if self.rows else None
        self.below.display = row is not None and row.whole is not None
        if row is not None and row.whole is not None:
            self.below.update(page(row.whole(max(20, min(self.size.width, 160) - 4))))

    def on_resize(self, event: events.Resize) -> None:
        """Fits what stands below into the width."""
        self.show_whole()

    def on_input_changed(self, event: Line.Changed) -> None:
        """Searches for what is typed: all the words, or the number of a line or row."""
        event.stop()
        wanted = event.value.casefold().split()
        self.rows = [row for row in self.every if all(word in row.words for word in wanted)]
        self.show_rows(0)

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Enter goes to the row at the cursor."""
        event.stop()
        self.list.choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Goes there."""
        self.dismiss(Chosen(self.rows[event.place].line, to_edit=False))

    def action_edit(self) -> None:
        """Goes there, and into the editor."""
        if self.rows:
            self.dismiss(Chosen(self.rows[self.list.at].line, to_edit=True))

    def action_go(self, step: int) -> None:
        """Moves the cursor."""
        self.list.go(step)
        self.show_whole()

    def action_page(self, pages: int) -> None:
        """Moves the cursor by a page."""
        self.action_go(pages * self.list.page_size)

    def action_close(self) -> None:
        """Back without going anywhere."""
        self.dismiss(None)
