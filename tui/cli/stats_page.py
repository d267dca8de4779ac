"""The statistics as a page for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from tui.study.estimate import Share
from tui.study.statistics.blocks import LEVELS, WEEKDAYS, bar, bounds, calendar, spark
from tui.study.statistics.gathering import Statistics
from tui.study.statistics.studied import StudyDay
from tui.study.statistics.tables import PARTS, Table, table
from tui.study.statistics.words import FEW, of_day, written

WIDTH = 80
_BAR = 16
_SHORT = 30
"""Days whose answers and minutes the page shows."""


def page(found: Statistics) -> Iterator[str]:
    """All parts, each summed up, with its plot or its table."""
    yield of_day(found)
    if found.studied.first is None:
        yield ""
        yield "Nothing answered yet."
        return
    for part in PARTS:
        if (shown := table(found, part)) is not None:
            yield ""
            yield from _summed_up(found, shown)
    yield ""
    yield from _wrapped(
        "Every row of one part: cssprep stats --part NAME; NAME is one of " + ", ".join(PARTS) + "."
    )


def part_page(found: Statistics, part: str) -> Iterator[str]:
    """One part with every row of its table."""
    shown = table(found, part)
    if shown is None:  # it is worked out before a page is printed
        return
    yield shown.title
    if found.studied.first is None:
        yield "  Nothing answered yet."
        return
    yield from _said(shown)
    if part == "calendar":
        yield from _calendar(found.studied.year)
    yield ""
    yield from _rows(found, shown)
    yield from _wrapped(shown.note)


def _summed_up(found: Statistics, shown: Table) -> Iterator[str]:
    yield shown.title
    yield from _said(shown)
    match shown.part:
        case "days" | "leeches":
            return
        case "calendar":
            yield from _calendar(found.studied.year)
        case "reviews":
            yield from _reviews(found.studied.last(_SHORT))
        case "workload":
            yield from _workload(found)
        case "hours":
            yield from _hours(found)
        case _:
            yield from _rows(found, shown)
            yield from _wrapped(shown.note)


def _said(shown: Table) -> Iterator[str]:
    for sentence in shown.said:
        yield from _wrapped(sentence)


def _calendar(days: Sequence[StudyDay]) -> Iterator[str]:
    rows = calendar(days)
    yield f"       {rows[0]}"
    for name, row in zip(WEEKDAYS, rows[1:], strict=True):
        yield f"  {name}  {row}"
    low, middle, high = bounds(days)
    none, little, some, much, most = LEVELS[0], LEVELS[1], LEVELS[2], LEVELS[3], LEVELS[4]
    levels = f"{little} up to {low}  {some} to {middle}  {much} to {high}  {most} more"
    yield f"       {none} no answer  {levels}"


def _reviews(days: Sequence[StudyDay]) -> Iterator[str]:
    answers, minutes = [day.answers for day in days], [day.minutes for day in days]
    yield f"  answers  {spark(answers)}  at most {max(answers)} a day"
    yield f"  minutes  {spark(minutes)}  at most {max(minutes):.0f} a day"
    yield _ends(written(days[0].day), "today", len(days), 11)


def _workload(found: Statistics) -> Iterator[str]:
    days = found.workload.days
    due, minutes = [day.due for day in days], [day.minutes for day in days]
    if not any(due):
        return
    yield f"  due      {spark(due)}  at most {max(due)} a day"
    yield f"  minutes  {spark(minutes)}  at most {max(minutes):.0f} a day"
    yield _ends("today", written(days[-1].day), len(days), 11)


def _hours(found: Statistics) -> Iterator[str]:
    if found.memories is None:
        return
    answers = [hour.answers for hour in found.memories.hours]
    columns = "".join(mark * 2 for mark in spark(answers))
    yield f"  answers  {columns}  at most {max(answers):,}"
    yield f"  {'':9}{''.join(f'{hour:<6}' for hour in range(0, 24, 3))}"


def _ends(first: str, last: str, width: int, indent: int) -> str:
    return f"{'':{indent}}{first}{last:>{width - len(first)}}"


def _rows(found: Statistics, shown: Table) -> Iterator[str]:
    """The table, its rows with a bar where there is a share or a number to show."""
    widths = [max(map(len, column)) for column in zip(shown.headings, *shown.rows, strict=True)]
    if not shown.rows:
        yield "  None yet."
        return
    yield "  " + "  ".join(_cells(shown.headings, widths))
    for row, filled in zip(shown.rows, _filled(found, shown), strict=True):
        yield "  " + "  ".join((*_cells(row, widths), bar(filled, _BAR)))


def _cells(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    first, *others = row
    yield first.ljust(widths[0])
    for cell, width in zip(others, widths[1:], strict=True):
        yield cell.rjust(width)


def _filled(found: Statistics, shown: Table) -> Sequence[float]:
    """How full the bar of each row is: a share, or a number beside the highest of its column."""
    memories, work = found.memories, found.workload
    filled: Sequence[float] = [0.0] * len(shown.rows)
    match shown.part:
        case "calendar" | "reviews":
            filled = _compared([day.answers for day in found.studied.last(len(shown.rows))])
        case "workload":
            # Much that is overdue must not hide how the days differ.
            days = [day.due for day in work.days]
            filled = _compared([min(work.overdue.due, max(days) or 1), *days])
        case "retention" if memories is not None:
            ages = (*memories.retention.ages, memories.retention.all)
            filled = [_rate(age.share) for age in ages]
        case "forecasts" if memories is not None:
            filled = [_rate(band.share) for band in memories.forecasts.bands]
        case "times" if memories is not None:
            filled = _compared([kind.median for kind in memories.times])
        case "hours" if memories is not None:
            filled = _compared([hour.answers for hour in memories.hours])
    return filled


def _rate(share: Share | None) -> float:
    return 0.0 if share is None or share.of < FEW else share.rate


def _compared(values: Sequence[float]) -> Sequence[float]:
    most = max(values, default=0.0)
    return [value / most if most else 0.0 for value in values]


def _wrapped(text: str) -> Iterator[str]:
    joined = text.replace(" %", "\N{NO-BREAK SPACE}%")
    lines = textwrap.wrap(
        joined, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )
    return (line.replace("\N{NO-BREAK SPACE}%", " %") for line in lines)
