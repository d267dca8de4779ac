"""The base of screens in parts: one or several at a time, each as a picture and as a table."""

from __future__ import annotations

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen

from tui.app.heights import HEIGHTS
from tui.app.marks import QUIET

WIDEST = 160
AROUND = 4
"""Rows of the header and of the keys."""


def keys_of_parts(count: int) -> list[BindingType]:
    """The keys that go to one of `count` parts, and those that scroll."""
    return [
        *(Binding(str(place + 1), f"part({place})", show=False) for place in range(count)),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "scroll(-1000)", show=False),
        Binding("end", "scroll(1000)", show=False),
    ]


class PartsScreen(Screen[None]):
    """Knows which part the keys are about, whether as a table, and from which row on.

    at: the place of that part, of `count` in all.
    """

    DEFAULT_CSS = """
    PartsScreen { align-horizontal: center; }
    PartsScreen > * { max-width: 160; }
    PartsScreen > Static { height: 1fr; padding: 0 1; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.at = 0
        self.as_table = False
        self.top = self.most_top = 0
        self.room = 1

    def paint(self) -> None:
        """Draws everything anew, as it is known now."""
        raise NotImplementedError

    def scrolled(self, head: list[Content], body: list[Content], rows: int) -> list[Content]:
        """`head`, and of `body` what there is room for from `top` on."""
        self.room = max(1, rows - len(head))
        self.most_top = max(0, len(body) - self.room)
        self.top = max(0, min(self.top, self.most_top))
        return [*head, *body[self.top : self.top + self.room]]

    def place_in_part(self) -> Content | None:
        """Where in a long part one is; None where it is on the screen whole."""
        if not self.most_top:
            return None
        last = self.top + self.room
        words = f"lines {self.top + 1}–{last} of {self.most_top + self.room}"
        return Content.styled(words, QUIET)

    def action_table(self) -> None:
        """The table of the part at hand, or the pictures."""
        self.as_table = not self.as_table
        self.top = 0
        self.paint()

    def action_part(self, place: int) -> None:
        """To the part at `place`."""
        self.at, self.top = place, 0
        self.paint()

    def action_go(self, step: int) -> None:
        """To the next part, or to the one before; from the last to the first."""
        self.action_part((self.at + step) % self.count)

    def action_scroll(self, rows: int) -> None:
        """Scrolls by so many rows."""
        top = max(0, min(self.top + rows, self.most_top))
        if top != self.top:
            self.top = top
            self.paint()

    def action_page(self, pages: int) -> None:
        """Scrolls by a screen, but for a row."""
        self.action_scroll(pages * max(1, self.room - 1))
