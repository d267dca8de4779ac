"""A list of rows of which only those on the screen are drawn."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual


class RowList(ScrollView, can_focus=False):
    """Rows of one line each, one of them at the cursor; `draw` makes the line of a row.

    Its screen passes on the keys, so that a search field can keep the focus.
    """

    DEFAULT_CSS = """
    RowList {
        height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-background: $background; scrollbar-color: $foreground 30%;
    }
    """

    class Chosen(Message):
        """A row was clicked a second time, or Enter was pressed on it."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    class Moved(Message):
        """The cursor is at another row."""

    def __init__(self, draw: Callable[[int, int, bool], Content]) -> None:
        super().__init__()
        self.draw = draw
        self.rows = 0
        self.at = 0

    def show(self, rows: int, at: int = 0) -> None:
        """Shows so many rows, the cursor at `at`."""
        self.rows, self.at = rows, max(0, min(at, rows - 1))
        self.virtual_size = Size(self.scrollable_content_region.width, rows)
        self.scroll_to_row()
        self.refresh()

    def go(self, step: int) -> None:
        """Moves the cursor by `step` rows, as far as there are rows."""
        if self.rows:
            self.at = max(0, min(self.rows - 1, self.at + step))
            self.scroll_to_row()
            self.refresh()
            self.post_message(self.Moved())

    def scroll_to_row(self) -> None:
        """Scrolls until the cursor can be seen."""
        self.scroll_to_region(Region(0, self.at, 1, 1), animate=False, force=True)

    @property
    def page_size(self) -> int:
        """Rows that fit on the screen."""
        return max(1, self.scrollable_content_region.height - 1)

    def choose(self) -> None:
        """Chooses the row at the cursor."""
        if self.rows:
            self.post_message(self.Chosen(self.at))

    def on_click(self, event: events.Click) -> None:
        """The first click goes to a row, the next one on it chooses it."""
        place = event.y + self.scroll_offset.y
        if place < self.rows:
            if place == self.at:
                self.choose()
            else:
                self.go(place - self.at)

    def render_line(self, y: int) -> Strip:
        """The row `y` lines below the top of what can be seen."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= self.rows:
            return Strip.blank(width, self.rich_style)
        line = self.draw(place, width, place == self.at).truncate(width)
        return Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)[0]
