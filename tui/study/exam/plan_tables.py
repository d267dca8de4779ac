"""The figures of the plan as tables, for the command and for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from tui.study.estimate import Estimate
from tui.study.exam.exam_words import written
from tui.study.exam.outlook import DayLoad, Outlook
from tui.study.exam.plan_report import MarksRow, PlanReport
from tui.study.exam.plan_words import bring, verdict

DAY_BY_DAY = 28
"""Days from which on the load is told by week."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their headings; the first column is text, the others are figures."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def widths(self) -> tuple[int, ...]:
        """Cells that each column takes."""
        return tuple(
            max(map(len, column)) for column in zip(self.headings, *self.rows, strict=True)
        )


def minutes_table(report: PlanReport) -> Table:
    """What more minutes a day would bring, and fewer would leave."""
    found: list[tuple[str, ...]] = []
    steps = [*([report.less] if report.less else []), *report.steps]
    before = None
    for step in steps:
        sign = "▸" if step.more == 0 else " "
        brings = "" if before is None else f"+{bring(step, before):.1f}"
        outlook = step.outlook
        found.append(
            (
                f"{sign} {step.minutes}",
                *estimate_cells(outlook.marks),
                brings,
                f"{outlook.seen:,}",
                f"{outlook.unseen:,}",
            )
        )
        before = step
    return Table(("minutes a day", "marks", "80 % band", "brings", "seen", "unseen"), tuple(found))


def forecast_table(rows: tuple[MarksRow, ...], name: str) -> Table:
    """Expected marks in per cent as one stands and if the plan is kept, and the pass mark."""
    found = tuple(
        (
            "  " * row.depth + row.title,
            f"{row.seen:,}/{row.questions:,}",
            *estimate_cells(row.standing),
            *(("–", "–") if row.kept is None else estimate_cells(row.kept)),
            "" if row.to_pass is None else f"{row.to_pass * 100:g}",
            verdict(row),
        )
        for row in rows
    )
    return Table((name, "seen", "now", "band", "plan kept", "band", "pass", ""), found)


def days_table(outlook: Outlook, whole: bool = True) -> Table:
    """The load of each day; after four weeks, that of each week unless the `whole` is asked for."""
    days = list(outlook.days)
    near = days
    if not whole and len(days) > DAY_BY_DAY:
        # Whole weeks follow.
        near = days[: DAY_BY_DAY - days[0].day.weekday()]
    found = [(f"{load.day:%a} {written(load.day)}", *_load_cells([load])) for load in near]
    for monday, group in groupby(days[len(near) :], key=lambda load: monday_of(load.day)):
        found.append((f"Week of {written(monday)}", *_load_cells(list(group))))
    return Table(("day", "minutes", "of", "reviews", "new"), tuple(found))


def _load_cells(loads: list[DayLoad]) -> tuple[str, ...]:
    budget = sum(load.budget for load in loads)
    if not budget:
        return ("off", "", "", "")
    return (
        f"{sum(load.seconds for load in loads) / 60:.0f}",
        f"{budget / 60:.0f}",
        f"{sum(load.reviews for load in loads):,.0f}",
        f"{sum(load.new for load in loads):,.0f}",
    )


def weeks_table(report: PlanReport) -> Table:
    """The forecast as it was at the end of each week, the newest first."""
    found = tuple(
        (written(week.day), *estimate_cells(week.marks), f"{week.seen:,}")
        for week in reversed(report.weeks or ())
    )
    return Table(("day", "marks", "80 % band", "seen"), found)


def estimate_cells(estimate: Estimate) -> tuple[str, str]:
    """Marks of 100 and their band, such as "82" and "76–87"."""
    return (
        f"{100 * estimate.mean:.0f}",
        f"{100 * estimate.low:.0f}–{100 * estimate.high:.0f}",
    )


def monday_of(day: date) -> date:
    """The Monday of the week that `day` is in."""
    return day - timedelta(days=day.weekday())
