"""Answers a question whose items are to be put in order."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.content import Content

from tui.app.answers.drawn import DrawnInput, Row
from tui.app.clean import clean_line
from tui.app.heights import TALL, Air
from tui.app.lines import hanging, text
from tui.app.marks import QUIET, sign
from tui.app.words import letter
from tui.kinds.question import Answer
from tui.kinds.verdict import Outcome
from tui.study.states import Asked, Shown

BLANK = Content("")


class OrderInput(DrawnInput):
    """Items that keep their letters while they move.

    Typing a letter puts its item next in order; Backspace takes the last one back. The arrows go
    from item to item, and carry along the one that the space bar has grabbed.
    """

    WORDS = "put in order"
    MARKS_SAY_ANSWER = True
    KEYS: ClassVar[dict[str, str]] = {
        "up": "go_up",
        "down": "go_down",
        "space": "grab",
        "enter": "hand_in",
        "backspace": "take_back",
    }

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[str, ...] = ()
        self.order: list[int] = []
        self.placed = 0
        self.at = 0
        self.grabbed = False
        self.touched = False

    def ask(self, asked: Asked) -> None:
        """Shows the items in the order of this turn, or as they were left."""
        self.items = asked.question.options(asked.turn)
        self.order = list(range(len(self.items)))
        self.placed, self.at, self.grabbed = 0, 0, False
        self.touched = bool(asked.draft)
        if sorted(asked.draft) == sorted(self.items):
            self.order = [self.items.index(item) for item in asked.draft]
            self.placed = len(self.items)
        self.refresh(layout=True)

    def answer(self) -> Answer:
        """The items in the order shown; () while nothing was moved."""
        return tuple(self.items[n] for n in self.order) if self.touched else ()

    def choices(self) -> int:
        """One letter an item."""
        return len(self.items)

    def choose(self, place: int) -> None:
        """Puts the item with the letter of `place` next in order."""
        if place in self.order[: self.placed]:
            return
        self.order.remove(place)
        self.order.insert(self.placed, place)
        self.at = self.placed
        self.placed += 1
        self.moved()

    def take_back(self) -> None:
        """Frees the place that was filled last."""
        if self.placed:
            self.placed -= 1
            self.at = self.placed
            self.moved()

    def grab(self) -> None:
        """Takes hold of the item at the cursor, or lets it go."""
        self.grabbed = not self.grabbed
        self.refresh()

    def hand_in(self) -> None:
        """Lets go of a grabbed item; hands in where none is."""
        if self.grabbed:
            self.grab()
        else:
            self.submit()

    def go_up(self) -> None:
        """One item up, carrying the grabbed one."""
        self.go(-1)

    def go_down(self) -> None:
        """One item down, carrying the grabbed one."""
        self.go(1)

    def go(self, step: int) -> None:
        """Moves the cursor by `step`."""
        to = self.at + step
        if not 0 <= to < len(self.order):
            return
        if self.grabbed:
            self.order[self.at], self.order[to] = self.order[to], self.order[self.at]
            self.placed = len(self.order)
        self.at = to
        if self.grabbed:
            self.moved()
        else:
            self.moved_to()

    def moved(self) -> None:
        """Draws the new order."""
        self.touched = True
        self.redraw()

    def rows(self, width: int) -> list[Row]:
        """Each item behind its place and its letter; places that are not settled have a dot."""
        airy = self.screen.has_class(TALL)
        rows: list[Row] = []
        for at, place in enumerate(self.order):
            cursor = ("◆ " if self.grabbed else "▸ ") if at == self.at else "  "
            settled = at < self.placed
            head = Content.assemble(
                (cursor, "bold $text-accent"),
                (f"{at + 1:>2}" if settled else " ·", "bold $text-accent" if settled else QUIET),
                (f"  {letter(place)}  ", "bold"),
            )
            item = text(self.items[place], "bold" if settled else "")
            press = partial(self.choose, place)
            rows += [Row(BLANK)] if airy and rows else []
            here = at == self.at
            rows += [Row(line, press, here=here) for line in hanging(item, width, head)]
        return rows

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Letters, arrows and Enter."""
        letters = f"a–{letter(len(self.items) - 1)}"
        return ((letters, "next in order"), ("space ↑↓", "move"), ("Enter", "answer"))

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """The right order, place by place; of an item that is out of order, where it was put."""
        lines: list[Content] = []
        for place, part in enumerate(shown.verdict.parts, 1):
            head = Content.assemble(sign(part.outcome), (f" {place}  ", QUIET))
            words = "missing" if part.outcome is Outcome.MISSING else clean_line(part.reason)
            item = Content.assemble(text(part.expected, "bold"), (f"  {words}", QUIET))
            lines += [BLANK] if air is Air.MUCH and lines else []
            lines += hanging(item, width, head)
        return lines


INPUT = OrderInput
