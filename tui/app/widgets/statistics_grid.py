"""How many parts of the statistics are on the screen at once, and where."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from tui.app.widgets.side_by_side import GUTTER, beside, fitted, title_line
from tui.app.widgets.statistics_parts import BLANK, PARTS, Part

TWO_COLUMNS = 140
"""Cells from which two parts stand beside each other."""
TWO_ROWS = 36
"""Rows from which two parts stand one above the other."""

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
        return [_title(at, False, width), *draw(PARTS[at], width, rows - 1)]
    cell_width = (width - GUTTER * (across - 1)) // across
    cell_rows = rows // down
    lines: list[Content] = []
    for first in range(places.start, places.stop, across):
        cells = [
            _cell(place, place == at, cell_width, cell_rows - 1, draw)
            for place in range(first, min(places.stop, first + across))
        ]
        lines += beside(cells, cell_width)
        lines.append(BLANK)
    return lines[:rows]


def _title(place: int, marked: bool, width: int) -> Content:
    return title_line(place, PARTS[place].title, marked, width)


def _cell(place: int, marked: bool, width: int, rows: int, draw: Draw) -> list[Content]:
    return fitted([_title(place, marked, width), *draw(PARTS[place], width, rows - 1)], rows)
