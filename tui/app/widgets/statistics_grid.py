"""How many parts of the statistics are on the screen at once, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from tui.app.lines import shortened
from tui.app.marks import QUIET
from tui.app.widgets.statistics_parts import BLANK, PARTS, Part

TWO_COLUMNS = 140
"""Cells from which two parts stand beside each other."""
TWO_ROWS = 36
"""Rows from which two parts stand one above the other."""
GUTTER = 4

Draw = Callable[[Part, int, int], list[Content]]
"""Makes the lines of a part, for so many cells and rows."""


def shape(width: int, rows: int) -> tuple[int, int]:
    """Columns and rows of the grid."""
    return (2 if width >= TWO_COLUMNS else 1), (2 if rows >= TWO_ROWS else 1)


def at_once(at: int, width: int, rows: int) -> range:
    """The places of the parts that are shown together with the one at place `at`."""
    across, down = shape(width, rows)
    size = across * down
    first = at // size * size
    return range(first, min(len(PARTS), first + size))


def grid_lines(at: int, width: int, rows: int, draw: Draw) -> list[Content]:
    """The part at place `at` and those beside it; with a single one, all its lines.

    What does not fit into a cell of a grid is cut off, and said to be.
    """
    across, down = shape(width, rows)
    places = at_once(at, width, rows)
    if len(places) == 1:
        return [title_line(at, False, width), *draw(PARTS[at], width, rows - 1)]
    cell_width = (width - GUTTER * (across - 1)) // across
    cell_rows = rows // down
    lines: list[Content] = []
    for first in range(places.start, places.stop, across):
        cells = [
            _cell(place, place == at, cell_width, cell_rows - 1, draw)
            for place in range(first, min(places.stop, first + across))
        ]
        lines += _beside(cells, cell_width)
        lines.append(BLANK)
    return lines[:rows]


def title_line(place: int, marked: bool, width: int) -> Content:
    """The number and the title of a part; `▸` marks the one that the keys are about."""
    part = PARTS[place]
    lead = ("▸ " if marked else "") + f"{place + 1}  "
    style = "bold $text-accent" if marked else "bold"
    return shortened(Content.assemble((lead, style), (part.title, style)), width)


def _cell(place: int, marked: bool, width: int, rows: int, draw: Draw) -> list[Content]:
    lines = [title_line(place, marked, width), *draw(PARTS[place], width, rows - 1)]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], Content.styled("… t shows all as a table", QUIET)]
    return lines + [BLANK] * (rows - len(lines))


def _beside(cells: Sequence[Sequence[Content]], width: int) -> list[Content]:
    lines: list[Content] = []
    for row in zip(*cells, strict=True):
        *lefts, last = row
        padded = [left.pad_right(max(0, width + GUTTER - left.cell_length)) for left in lefts]
        lines.append(Content.assemble(*padded, last))
    return lines
