"""`cssprep plan` as a page of at most 80 columns."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from tui.banks.characters import one_line
from tui.study.exam.exam_words import Ways
from tui.study.exam.plan_report import MarksRow, PlanReport
from tui.study.exam.plan_tables import (
    Table,
    days_table,
    forecast_table,
    weeks_table,
)
from tui.study.exam.plan_words import (
    aggregate_words,
    can_be_done,
    step_words,
    week_words,
    weight_words,
)
from tui.study.exam.rules import CHECK

WIDTH = 80
TITLE = 32
"""Cells of a title; longer ones are cut here, and are whole in the JSON."""
WEEKS = 8
"""How many past weeks are printed; the JSON has all."""
WAYS = Ways(
    exam="cssprep plan --exam 2027-02-10 sets one",
    minutes="cssprep plan --minutes 45 sets minutes",
)


def page(report: PlanReport) -> Iterator[str]:
    """The lines: what can be done, what more minutes bring, the forecast, the days."""
    yield from wrap(" ".join(can_be_done(report, WAYS)), WIDTH)
    yield ""
    yield from wrap(f"Minutes a day: {week_words(report.plan)}.", WIDTH)
    if weights := weight_words(report.plan):
        yield from wrap(f"Weights: {weights}.", WIDTH)
    if not report.questions:
        return
    if more := step_words(report):
        yield ""
        yield from more
    yield ""
    yield from _forecast(report)
    if report.outlook is not None and report.outlook.days:
        yield ""
        yield from _table(days_table(report.outlook, whole=False))
    if report.weeks:
        yield ""
        yield "The forecast as it was, had nothing more been studied from then on:"
        table = weeks_table(report)
        yield from _table(Table(table.headings, table.rows[:WEEKS]))


def _forecast(report: PlanReport) -> Iterator[str]:
    """Papers and topics, against the pass marks."""
    then = "if the plan is kept" if report.outlook else "if nothing more is studied"
    yield from wrap(
        f"Marks to expect, in per cent, with 80 % bands: now, as you stand, and {then}. A paper is "
        "above or below its pass mark with its whole band, else open.",
        WIDTH,
    )
    yield from _table(forecast_table(tuple(map(_cut, report.papers)), "Paper"))
    yield ""
    yield from _table(forecast_table(tuple(map(_cut, report.topics)), "Topic"))
    yield ""
    yield from wrap(f"{aggregate_words(report)} {CHECK}", WIDTH)


def _cut(row: MarksRow) -> MarksRow:
    from dataclasses import replace

    return replace(row, title=one_line(row.title, TITLE - 2 * row.depth))


def _table(table: Table) -> Iterator[str]:
    widths = table.widths
    for row in (table.headings, *table.rows):
        first, *others = row
        cells = [first.ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        yield "  ".join(cells)
