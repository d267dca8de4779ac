"""The parts of the Plan screen, and how many of them stand on it at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.app.widgets.plan_calendar import calendar_lines
from tui.app.widgets.plan_lines import (
    BLANK,
    forecast_lines,
    minutes_lines,
    table_lines,
    weeks_lines,
)
from tui.app.widgets.side_by_side import GUTTER, beside, fitted, title_line
from tui.study.exam.plan_report import PlanReport
from tui.study.exam.plan_tables import (
    days_table,
    forecast_table,
    minutes_table,
    weeks_table,
)

TWO_COLUMNS, TWO_ROWS = 140, 24
"""Cells and rows from which parts stand beside each other and above each other."""

Lines = Callable[[PlanReport, int], list[Content]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name in the header, its title, its picture."""

    short: str
    title: str
    lines: Lines


PARTS = (
    Part("minutes", "What more minutes a day would bring", minutes_lines),
    Part("forecast", "Marks to expect, in per cent of each paper and topic", forecast_lines),
    Part("days", "The days until then", calendar_lines),
    Part("weeks", "The forecast as it was", weeks_lines),
)


def at_once(at: int, width: int, rows: int) -> range:
    """The places of the parts that are shown together with the one at place `at`."""
    size = (2 if width >= TWO_COLUMNS else 1) * (2 if rows >= TWO_ROWS else 1)
    first = at // size * size
    return range(first, min(len(PARTS), first + size))


def picture_lines(report: PlanReport, at: int, width: int, rows: int) -> list[Content]:
    """The part at place `at` and those beside it; a single one in all its lines.

    Beside each other stand parts 1 and 2, below them 3 and 4. What does not fit is cut off, and
    said to be.
    """
    places = at_once(at, width, rows)
    if len(places) == 1:
        return [_title(at, False, width), *PARTS[at].lines(report, width)]
    across = 2 if width >= TWO_COLUMNS else 1
    cell = (width - GUTTER * (across - 1)) // across
    columns = [
        _stacked(
            [
                [_title(place, place == at, cell), *PARTS[place].lines(report, cell)]
                for place in places[first::across]
            ],
            rows,
        )
        for first in range(across)
    ]
    return beside(columns, cell)


def _stacked(parts: Sequence[list[Content]], rows: int) -> list[Content]:
    """One or two parts below each other in just so many rows; a short one leaves its room."""
    if len(parts) == 1:
        return fitted(parts[0], rows)
    upper, lower = parts
    half = rows // 2
    high = min(len(upper), max(half, rows - 1 - len(lower)))
    return [*fitted(upper, high), BLANK, *fitted(lower, rows - 1 - high)]


def table_of(report: PlanReport, at: int, width: int) -> tuple[list[Content], list[Content]]:
    """The part at place `at` as a table: what stands still at the top, and the rows."""
    title = _title(at, False, width)
    tables = {
        0: lambda: [minutes_table(report)],
        1: lambda: [
            forecast_table(report.papers, "Paper"),
            forecast_table(report.topics, "Topic"),
        ],
        2: lambda: [days_table(report.outlook)] if report.outlook else [],
        3: lambda: [weeks_table(report)],
    }[at]()
    full = [table for table in tables if table.rows]
    if not full:
        return [title], PARTS[at].lines(report, width)
    head, rows = table_lines(full[0], width)
    for table in full[1:]:
        more, others = table_lines(table, width)
        rows += [BLANK, *more, *others]
    return [title, *head], rows


def _title(place: int, marked: bool, width: int) -> Content:
    return title_line(place, PARTS[place].title, marked, width)
