"""The base of inputs that are drawn in one piece: rows to be chosen by key or by mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size

from tui.app.answers.answer_input import AnswerInput
from tui.app.lines import page
from tui.app.words import letter


class Row(NamedTuple):
    """One line of the input, and what a click on it does.

    From the column `split` on, a click does `right` instead of `left`. here: the cursor is in it.
    """

    line: Content
    left: Callable[[], None] | None = None
    split: int = 1 << 16
    right: Callable[[], None] | None = None
    here: bool = False


class DrawnInput(AnswerInput, can_focus=True):
    """An input without children: its rows are computed anew whenever something changes."""

    DEFAULT_CSS = """
    DrawnInput { pointer: pointer; }
    """

    KEYS: ClassVar[dict[str, str]] = {}
    """Keys other than letters, and the method that each calls."""

    def rows(self, width: int) -> list[Row]:
        """All the rows, for a width in cells."""
        raise NotImplementedError

    def choose(self, place: int) -> None:
        """What the letter of `place` does."""
        raise NotImplementedError

    def choices(self) -> int:
        """How many letters choose something."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Rows that the input takes at `width`."""
        return len(self.rows(width))

    def render(self) -> Content:
        """The rows at the present width."""
        return page(row.line for row in self.rows(self.size.width))

    def redraw(self, settled: bool = True) -> None:
        """Draws the rows anew and says that the answer has changed."""
        self.refresh(layout=True)
        self.reveal()
        self.changed(settled)

    def moved_to(self) -> None:
        """Draws the cursor at its new place."""
        self.refresh()
        self.reveal()

    def reveal(self) -> None:
        """Scrolls until the cursor's row can be seen, where not all rows can."""
        page = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if page is None or not page.max_scroll_y:
            return
        rows = [at for at, row in enumerate(self.rows(self.size.width)) if row.here]
        if rows:
            top = self.region.y - page.region.y + page.scroll_offset.y
            # The row above comes along: it may be the prompt.
            region = Region(0, max(0, top + rows[0] - 1), 1, rows[-1] - rows[0] + 2)
            page.scroll_to_region(region, animate=False)

    def place_of(self, event: events.Key) -> int | None:
        """The place that the key's letter or digit stands for, None if for none."""
        character = (event.character or "").lower()
        if len(character) != 1 or not character.isalnum():
            return None
        for place in range(self.choices()):
            if letter(place) == character:
                return place
        if character.isdecimal() and 0 < int(character) <= self.choices():
            return int(character) - 1
        return None

    def on_key(self, event: events.Key) -> None:
        """Chooses by letter or digit, or does what the key is for."""
        method = self.KEYS.get(event.key)
        place = self.place_of(event)
        if method is None and place is None:
            return
        event.stop()
        event.prevent_default()
        if method is not None:
            getattr(self, method)()
        elif place is not None:
            self.choose(place)

    def on_click(self, event: events.Click) -> None:
        """Chooses the row that was clicked."""
        rows = self.rows(self.size.width)
        if 0 <= event.y < len(rows):
            row = rows[event.y]
            press = row.left if event.x < row.split else row.right
            if press is not None:
                press()
