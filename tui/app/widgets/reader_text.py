"""A source to scroll through, with what is tested marked, and a map of it at the right."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.app.marks import QUIET
from tui.app.widgets.reader_layout import GAP, MAP, Place, ReaderLayout, Row
from tui.app.widgets.reader_lines import (
    BLENDED,
    SIGN_STYLES,
    SIGNS,
    Shades,
    margin,
    sixteen_colours,
)
from tui.app.widgets.source_map import row_of, source_map
from tui.study.reader import OpenSource
from tui.study.stretches import State

WHEEL = 3
"""Rows that one step of the mouse's wheel scrolls."""


class ReaderText(Widget, can_focus=False):
    """Draws a source as its layout says; one passage of it is at hand."""

    DEFAULT_CSS = """
    ReaderText { height: 1fr; padding: 0; }
    """

    class Moved(Message):
        """Another passage is at hand."""

    def __init__(self) -> None:
        super().__init__()
        self.layout_of_text: ReaderLayout | None = None
        self._map: list[State | None] = []
        self._seen: list[tuple[Place, Row]] = []
        self._strips: list[Strip] | None = None

    @property
    def current(self) -> int:
        """The number of the passage at hand."""
        return self.layout_of_text.current if self.layout_of_text is not None else 0

    def show(self, source: OpenSource, ref: str = "") -> None:
        """Shows `source`, from the passage on that `ref` quotes, if it is given.

        Where the source was shown before, the place and the passage stay; where it has changed
        meanwhile, the passage that the same questions quote is found again.
        """
        before = self.layout_of_text
        if before is not None and not ref and is_same_text(before.source, source):
            before.source = source
            self.lay_anew()
            return
        laid = self.layout_of_text = ReaderLayout(source)
        old = before.source.passages if before is not None else ()
        laid.take((ref, *(old[before.current].refs if before is not None and old else ())))
        laid.notes = before.notes if before is not None else None
        self.lay_anew()
        self.show_current()

    def lay_anew(self) -> None:
        """Draws everything anew: the source, the room, the notes or the theme have changed."""
        laid = self.layout_of_text
        if laid is not None:
            laid.width, laid.height = self.size
            laid.shades = self.shades
            laid.forget()
        self._map = []
        self.repaint()

    def repaint(self) -> None:
        """Draws what is on the screen anew."""
        self._strips = None
        self.refresh()

    @property
    def shades(self) -> Shades:
        """The styles that this terminal can show."""
        theme = self.app.current_theme
        return sixteen_colours(theme.dark) if theme.ansi else BLENDED

    def on_resize(self, event: events.Resize) -> None:
        """Breaks the lines anew; the passage at hand stays on the screen."""
        laid = self.layout_of_text
        if laid is not None:
            laid.top = Place(laid.top.block, 0)
        self.lay_anew()
        self.show_current(gently=True)

    # --- moving

    def scroll_rows(self, rows: int) -> None:
        """Moves the text by so many rows, as far as there are any."""
        if self.layout_of_text is not None:
            self.layout_of_text.scroll(rows)
            self.repaint()

    def to_start(self) -> None:
        """To the beginning of the text."""
        if self.layout_of_text is not None:
            self.layout_of_text.to_start()
            self.repaint()

    def to_end(self) -> None:
        """To the end of the text."""
        if self.layout_of_text is not None:
            self.layout_of_text.to_end()
            self.repaint()

    def go(self, step: int, slipping: bool = False) -> bool:
        """Goes to the next passage, or to the one before; whether there is one.

        slipping: to one of which something slips.
        """
        laid = self.layout_of_text
        if laid is None or not laid.go(step, slipping):
            return False
        self.show_current()
        self.post_message(self.Moved())
        return True

    def show_current(self, gently: bool = False) -> None:
        """Scrolls until the passage at hand can be seen; gently: no further than needed."""
        if self.layout_of_text is not None:
            self.layout_of_text.show_current(gently)
            self.repaint()

    def toggle_notes(self) -> None:
        """Shows the notes, or hides them."""
        laid = self.layout_of_text
        if laid is not None:
            laid.notes = not laid.with_notes
            self.lay_anew()
            self.show_current(gently=True)

    # --- drawing

    def render_line(self, y: int) -> Strip:
        """The row `y` of the screen."""
        if self._strips is None:
            self._strips = self._drawn()
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.size.width, self.rich_style)

    def _drawn(self) -> list[Strip]:
        laid = self.layout_of_text
        if laid is None:
            return []
        self._seen = laid.screen()
        bars = self._bars(laid)
        width, room = self.size.width, self.size.width - MAP
        strips: list[Strip] = []
        for y, bar in enumerate(bars):
            row = self._seen[y][1] if y < len(self._seen) else Row()
            line = row_line(laid, row).truncate(room)
            line = Content.assemble(line, " " * (room - line.cell_length), bar)
            strips += Visual.to_strips(self, line, width, 1, self.visual_style, pad=True)
        return strips

    def _bars(self, laid: ReaderLayout) -> list[Content]:
        """The map of the source, with what of it is on the screen."""
        source, height = laid.source, self.size.height
        if not self._seen:
            return [Content("")] * height
        if len(self._map) != height:
            self._map = source_map(source, height)
        first = source.blocks[self._seen[0][0].block][0]
        last = source.blocks[self._seen[-1][0].block][1]
        top = row_of(first, len(source.text), height)
        bottom = row_of(last - 1, len(source.text), height)
        bars: list[Content] = []
        for y, state in enumerate(self._map):
            seen = ("┃", "$accent") if top <= y <= bottom else ("│", "$foreground 25%")
            sign = (SIGNS[state], SIGN_STYLES[state]) if state else (" ", QUIET)
            bars.append(Content.assemble(" ", seen, sign))
        return bars

    # --- the mouse

    def on_click(self, event: events.Click) -> None:
        """Takes the passage that is clicked at hand."""
        row = self._seen[event.y][1] if event.y < len(self._seen) else Row()
        if self.layout_of_text is not None and row.line is not None and row.line.passages:
            self.layout_of_text.current = row.line.passages[0]
            self.repaint()
            self.post_message(self.Moved())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        event.stop()
        self.scroll_rows(-WHEEL)


def is_same_text(one: OpenSource, other: OpenSource) -> bool:
    """Whether a place in `one` is the same place in `other`."""
    return (one.at_hand, one.blocks, one.passages) == (other.at_hand, other.blocks, other.passages)


def row_line(laid: ReaderLayout, row: Row) -> Content:
    """A row without the map: its margin, its text, and its note beside or below the text."""
    is_current = row.line is not None and laid.current in row.line.passages
    head = margin(row.line, is_current)
    words = row.line.content if row.line is not None else Content("")
    if row.note is None:
        return Content.assemble(head, words)
    if not laid.is_wide:
        return Content.assemble(head, row.note)
    pad = " " * (laid.text_width + GAP - words.cell_length)
    return Content.assemble(head, words, pad, row.note)
