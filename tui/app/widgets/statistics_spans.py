"""Figures with their intervals on one scale, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.app.lines import NARROWEST
from tui.app.marks import QUIET

SEEN, SAID, BOTH = "●", "◇", "◆"
SPAN_STYLE = "$text-accent"


@dataclass(frozen=True, slots=True)
class Span:
    """One line: what is told (`value`) with its interval, and what is compared with it (`other`).

    All in the unit of the scale; None where there is nothing to tell. figures: the same in words.
    """

    name: str
    low: float | None
    value: float | None
    high: float | None
    other: float | None
    figures: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The axis: from `first` to `last`, each written with `unit`."""

    first: float
    last: float
    unit: str

    def cell(self, value: float, width: int) -> int:
        """The cell, from 0, of `width` in which `value` lies; the nearest one if outside."""
        share = (value - self.first) / (self.last - self.first)
        return max(0, min(width - 1, round(share * (width - 1))))


def mark(span: Span, scale: Scale, width: int) -> str:
    """The interval from end to end with its value, and the other value, in `width` cells."""
    cells = [" "] * width
    if span.low is not None and span.high is not None:
        low, high = scale.cell(span.low, width), scale.cell(span.high, width)
        cells[low : high + 1] = "─" * (high + 1 - low)
        if low < high:
            cells[low], cells[high] = "├", "┤"
    if span.other is not None:
        cells[scale.cell(span.other, width)] = SAID
    if span.value is not None:
        place = scale.cell(span.value, width)
        cells[place] = BOTH if cells[place] == SAID else SEEN
    return "".join(cells)


def spans(rows: Sequence[Span], heading: str, scale: Scale, width: int) -> list[Content]:
    """The heading over the names, a line for each row with its figures behind, and the axis.

    Where there is no room for both, the figures give way.
    """
    named = max(len(heading), *(len(row.name) for row in rows))
    figured = max(len(row.figures) for row in rows)
    room = width - named - figured - 6
    if room < 2 * NARROWEST:
        room, figured = width - named - 5, 0
    room = max(4, room)
    lines = [Content.styled(heading.rjust(named), QUIET)]
    for row in rows:
        lines.append(
            Content.assemble(
                row.name.rjust(named),
                (" │ ", QUIET),
                (mark(row, scale, room), SPAN_STYLE),
                f"  {row.figures}" if figured else "",
            )
        )
    return [*lines, *_axis(scale, named, room)]


def _axis(scale: Scale, named: int, room: int) -> list[Content]:
    middle = (scale.first + scale.last) / 2
    figures = [_written(value, scale.unit) for value in (scale.first, middle, scale.last)]
    places = [0, scale.cell(middle, room), room - 1]
    ground = ["─"] * room
    line = [" "] * (room + 3)
    free = 0
    for place, figure in zip(places, figures, strict=True):
        ground[place] = "┴"
        start = max(0, min(place - len(figure) // 2, room - len(figure) + 2))
        if start >= free:
            line[start : start + len(figure)] = figure
            free = start + len(figure) + 1
    return [
        Content.styled(f"{'':{named}} └─{''.join(ground)}", QUIET),
        Content.styled(f"{'':{named}}   {''.join(line).rstrip()}", QUIET),
    ]


def _written(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}" if value == round(value) else f"{value:.1f} {unit}"
