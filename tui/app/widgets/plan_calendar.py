"""The days until the exam as a calendar: weeks as rows, each day with its load."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from textual.content import Content

from tui.app.lines import shortened, wrapped
from tui.app.marks import KEY, QUIET
from tui.app.widgets.plan_lines import nothing_ahead
from tui.app.words import DAYS, MONTHS, count
from tui.study.exam.outlook import DayLoad
from tui.study.exam.plan_report import PlanReport
from tui.study.exam.plan_tables import monday_of

_UP = "▁▂▃▄▅▆▇█"
CELL, NARROW = 10, 7
LABEL = 7
"""Cells of the Monday's date before each week."""
HALF = 0.5
"""New questions of a day from which it counts as one with new ones."""


def calendar_lines(report: PlanReport, width: int) -> list[Content]:
    """What the days hold, the heading, and a line for each week from today to the exam."""
    outlook = report.outlook
    if outlook is None or not outlook.days:
        return nothing_ahead(report, width)
    loads = {load.day: load for load in outlook.days}
    most = max(load.seconds for load in outlook.days)
    cell = CELL if width >= LABEL + 7 * CELL - 1 else NARROW
    heads = "".join(f"{name:<{cell}}" for name in DAYS)
    lines = [
        *wrapped(Content.styled(about(report, most), QUIET), width),
        Content.styled(f"{'':{LABEL}}{heads}".rstrip(), QUIET),
    ]
    monday, last = monday_of(report.today), report.until
    while monday <= last:
        cells = [
            day_cell(monday + timedelta(days=ahead), report, loads, most, cell)
            for ahead in range(7)
        ]
        label = f"{monday.day:>2} {MONTHS[monday.month - 1]} "
        lines.append(shortened(Content.assemble((label, QUIET), *cells).rstrip(), width))
        monday += timedelta(days=7)
    return lines


def day_cell(
    day: date, report: PlanReport, loads: Mapping[date, DayLoad], most: float, cells: int
) -> Content:
    """One day: its number, a block as high as its load, and its minutes."""
    load = loads.get(day)
    if day == report.until and report.exam is not None:
        return Content.styled(f"{day.day:>2} EXAM".ljust(cells), KEY)
    if load is None:
        return Content(" " * cells)
    style = "bold" if day == report.today else ""
    number = f"{day.day:>2} " if cells == CELL else ""
    if not load.budget:
        # Today's time may be spent already.
        word = "✓ done" if report.plan.minutes[day.weekday()] else "– off"
        return Content.styled(f"{number}{word}".ljust(cells), QUIET)
    minutes = f"{load.seconds / 60:.0f}"
    block = _UP[max(0, min(7, round(load.seconds / most * 8) - 1))] if most else _UP[0]
    return Content.assemble(
        (number, style or QUIET),
        (block, "$text-accent"),
        (f" {minutes}".ljust(cells - len(number) - 1), style),
    )


def about(report: PlanReport, most: float) -> str:
    """What a day's cell says, and until when there are new questions."""
    days = report.outlook.days if report.outlook else ()
    new = [load.day for load in days if load.new >= HALF]
    busiest = f"Minutes a day; █ is {count(round(most / 60), 'minute')}"
    if not new:
        return f"{busiest}; no new questions."
    return f"{busiest}; new questions until {new[-1].day} {MONTHS[new[-1].month - 1]}."
