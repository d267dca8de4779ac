"""The base of screens that show lines of text between a header and the keys."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.app.heights import HEIGHTS, WIDEST
from tui.app.lines import page
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine


class ScrollingScreen(Screen[None]):
    """Draws `lines(width)` anew whenever they or the room change; the arrow keys scroll."""

    DEFAULT_CSS = """
    ScrollingScreen { align-horizontal: center; }
    ScrollingScreen > * { max-width: 106; }
    ScrollingScreen > VerticalScroll {
        padding: 1 0 0 2; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-background: $background; scrollbar-color: $foreground 30%;
    }
    ScrollingScreen.-tall > VerticalScroll { padding: 2 0 0 2; }
    ScrollingScreen.-tiny > VerticalScroll { padding: 0 0 0 1; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
    ]

    def __init__(self, left: Content, right: Content | None = None) -> None:
        super().__init__()
        self.header_line = HeaderLine(left, right)
        self.body = VerticalScroll(can_focus=False)
        self.words = Static(markup=False)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, the words, the keys."""
        yield self.header_line
        with self.body:
            yield self.words
        yield self.key_line

    def lines(self, width: int) -> list[Content]:
        """What is on the screen, in lines of `width` cells."""
        raise NotImplementedError

    def paint(self) -> None:
        """Draws the lines at the present width."""
        if self.size.width:
            self.words.update(page(self.lines(min(self.size.width, WIDEST) - 4)))
            self.refresh_bindings()

    def on_resize(self, event: events.Resize) -> None:
        """Fits the lines into the new width."""
        self.paint()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The arrows, where there is more than the screen shows."""
        return (("↑↓", "scroll"),) if self.body.max_scroll_y else ()

    def action_scroll(self, rows: int) -> None:
        """Scrolls by so many rows."""
        self.body.scroll_relative(y=rows, animate=False)
