"""Column charts of block characters, with axes that say what they measure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.app.marks import QUIET

_UP = " ▁▂▃▄▅▆▇█"
AXIS = 7
"""Cells at the left that the axis takes, with its figures."""
FILLED = "$text-accent"


@dataclass(frozen=True, slots=True)
class Series:
    """What the columns of one chart are: `values` not below 0, in `unit`; None where not known.

    top: where the axis ends; None for a round number above the highest value.
    """

    unit: str
    values: Sequence[float | None]
    top: float | None = None


def round_top(value: float) -> float:
    """The least of 1, 2, 3, 4, 5, 6, 8 and 10 times a power of ten that is not below `value`.

    At least 1, so that an axis of counts never ends below one.
    """
    if value <= 1:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * power >= value)


def columns(values: Sequence[float | None], top: float, rows: int, wide: int) -> list[str]:
    """Each value as a column of `wide` cells, as rows of text from the top down.

    `top` fills all `rows`, to an eighth of a row. What is more than nothing shows; what is not
    known is a question mark on the ground.
    """
    heights: list[int | None] = []
    for value in values:
        if value is None:
            heights.append(None)
            continue
        height = round(min(1.0, value / top) * rows * 8) if top > 0 else 0
        heights.append(max(1, height) if value > 0 else 0)
    return [
        "".join(_cell(height, rows - 1 - row) * wide for height in heights) for row in range(rows)
    ]


def _cell(height: int | None, row: int) -> str:
    if height is None:
        return "?" if row == 0 else " "
    return _UP[max(0, min(8, height - row * 8))]


def chart(
    series: Series, rows: int, wide: int, labels: Sequence[tuple[int, str]] = ()
) -> list[Content]:
    """The unit, the columns in `rows` rows beside an axis with its figures, and the ground line.

    labels: those of `ticks` below, whose cells the ground line marks.
    """
    known = [value for value in series.values if value is not None]
    top = series.top or round_top(max(known, default=0.0))
    lines = [Content.styled(f"{'':{AXIS}}{series.unit}", QUIET)]
    for number, row in enumerate(columns(series.values, top, rows, wide)):
        figure = _figure(top) if number == 0 else ""
        if rows >= 4 and rows % 2 == 0 and number == rows // 2 and top >= 2:
            figure = _figure(top / 2)
        tick = "┤" if figure else "│"
        lines.append(
            Content.assemble((f"{figure:>{AXIS - 2}} {tick}", QUIET), (row.rstrip(), FILLED))
        )
    marked = {place for place, _ in labels}
    ground = "".join("┴" if n in marked else "─" for n in range(len(series.values) * wide))
    lines.append(Content.styled(f"{'0':>{AXIS - 2}} ┼{ground}", QUIET))
    return lines


def _figure(value: float) -> str:
    """`value` in at most five cells: thousands as k, millions as M."""
    for size, letter in ((10**6, "M"), (10**3, "k")):
        if value >= 10 * size or (size > 10**3 and value >= size):
            return f"{value / size:g}{letter}"
    return f"{value:,.0f}" if value == round(value) else f"{value:.1f}"


def ticks(labels: Sequence[tuple[int, str]], width: int) -> Content:
    """A line below the ground: each label begins at its cell, the last one may end at `width`.

    A label that would touch one before it is left out; the last one is never.
    """
    line = [" "] * width
    *others, (place, text) = labels
    last = max(0, min(place, width - len(text)))
    free = 0
    for start, label in others:
        if start >= free and start + len(label) < last:
            line[start : start + len(label)] = label
            free = start + len(label) + 1
    line[last : last + len(text)] = text
    return Content.styled(" " * AXIS + "".join(line).rstrip(), QUIET)


def column_width(count: int, room: int, most: int = 3) -> int:
    """Cells that each of `count` columns can have in `room` cells, axis included; at least 1."""
    return max(1, min(most, (room - AXIS) // max(1, count)))
