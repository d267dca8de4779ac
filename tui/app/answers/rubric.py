"""The rubric of an outline: points to tick, each with its marks."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.content import Content
from textual.message import Message

from tui.app.answers.drawn import DrawnInput, Row
from tui.app.lines import hanging, text
from tui.app.marks import QUIET
from tui.app.words import letter, number
from tui.kinds.outline import Point


class Rubric(DrawnInput):
    """Check boxes for the points of a rubric; Enter hands the outline in."""

    KEYS: ClassVar[dict[str, str]] = {
        "up": "go_up",
        "down": "go_down",
        "space": "take",
        "enter": "hand_in",
    }

    class Ticked(Message):
        """A tick was set or taken off."""

    class Done(Message):
        """The learner has ticked all there is to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[Point, ...] = ()
        self.ticked: set[int] = set()
        self.at = 0

    def show(self, points: tuple[Point, ...], ticked: set[int]) -> None:
        """Shows `points`, those at the places `ticked` ticked beforehand."""
        self.points, self.ticked, self.at = points, ticked, 0
        self.refresh(layout=True)

    def choices(self) -> int:
        """One letter a point."""
        return len(self.points)

    def choose(self, place: int) -> None:
        """Ticks the point at `place`, or takes its tick off."""
        self.ticked ^= {place}
        self.at = place
        self.moved_to()
        self.post_message(self.Ticked())

    def take(self) -> None:
        """Ticks the point at the cursor."""
        self.choose(self.at)

    def go_up(self) -> None:
        """To the point above."""
        self.at = (self.at - 1) % len(self.points)
        self.moved_to()

    def go_down(self) -> None:
        """To the point below."""
        self.at = (self.at + 1) % len(self.points)
        self.moved_to()

    def hand_in(self) -> None:
        """Says that the ticking is done."""
        self.post_message(self.Done())

    def rows(self, width: int) -> list[Row]:
        """A heading with the marks so far, then the points."""
        earned = sum(self.points[n].marks for n in self.ticked)
        whole = sum(point.marks for point in self.points)
        heading = Content.assemble(
            ("Tick the points that your outline has", "bold"),
            (f"   {number(earned)} of {number(whole)} marks", QUIET),
        )
        rows = [Row(line) for line in hanging(heading, width, "")]
        for place, point in enumerate(self.points):
            taken = place in self.ticked
            head = Content.assemble(
                ("▸ " if place == self.at else "  ", "bold $text-accent"),
                ("[x]" if taken else "[ ]", "bold $text-accent" if taken else QUIET),
                (f" {letter(place)}  ", "bold"),
            )
            body = Content.assemble(
                text(point.point, "bold" if taken else ""), (f"  {number(point.marks)}", QUIET)
            )
            press, here = partial(self.choose, place), place == self.at
            rows += [Row(line, press, here=here) for line in hanging(body, width, head)]
        return rows
