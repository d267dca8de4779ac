"""The figures of each part as a table, written out: what stands behind every plot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tui.study.statistics.gathering import Memories, Statistics
from tui.study.statistics.studied import RECENT, StudyDay
from tui.study.statistics.words import (
    about_all,
    about_days,
    about_forecasts,
    about_hours,
    about_last,
    about_leeches,
    about_weights,
    about_workload,
    age_name,
    interval,
    percent,
    written,
)

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One part of the statistics.

    part: its name, one of `PARTS`. said: sentences that sum it up. headings, rows: texts, the first
    column what the row is about; a row for each figure that a plot shows. note: how to read it.
    """

    part: str
    title: str
    said: tuple[str, ...]
    headings: Row
    rows: tuple[Row, ...]
    note: str = ""


def _days(found: Statistics) -> Table:
    studied, longest = found.studied, found.studied.longest
    return Table(
        "days",
        "Days studied",
        tuple(filter(None, (about_days(studied), about_all(studied)))),
        ("", "days"),
        (
            (f"of the last {studied.of}", str(studied.recent)),
            ("now in a row", str(studied.row)),
            ("longest in a row", str(longest.days if longest else 0)),
            ("in all", str(studied.days)),
        ),
        "A study day begins at 04:00. Today counts once something is answered.",
    )


def _calendar(found: Statistics) -> Table:
    return Table(
        "calendar",
        "A year, day by day",
        (about_last(found.studied.year),),
        ("day", "answers", "minutes"),
        tuple(map(_day_row, found.studied.year)),
    )


def _reviews(found: Statistics) -> Table:
    return Table(
        "reviews",
        "Answers and minutes by day",
        tuple(about_last(found.studied.last(days)) for days in (7, 30, RECENT)),
        ("day", "answers", "minutes"),
        tuple(map(_day_row, found.studied.last(RECENT))),
        "Practice answers are among them; those taken back are not.",
    )


def _workload(found: Statistics) -> Table:
    overdue = found.workload.overdue
    return Table(
        "workload",
        "Work of the next 30 days",
        (about_workload(found.workload),),
        ("day", "due", "minutes"),
        (
            ("overdue", f"{overdue.due:,}", f"{overdue.minutes:.0f}"),
            *(
                (f"{each.day:%a} {written(each.day)}", f"{each.due:,}", f"{each.minutes:.0f}")
                for each in found.workload.days
            ),
        ),
        "Each question once, with the minutes that it is expected to take. New ones come on top.",
    )


def _retention(found: Memories) -> Table:
    ages = [(age_name(age), age) for age in found.retention.ages]
    return Table(
        "retention",
        "Recalled by age of the memory",
        (),
        ("days since the last answer", "recalled", "predicted", "answers"),
        tuple(
            (
                name,
                interval(age.share),
                "–" if age.predicted is None else percent(age.predicted),
                f"{age.share.of if age.share else 0:,}",
            )
            for name, age in (*ages, ("all", found.retention.all))
        ),
        "In brackets: 95 % intervals. Without first answers, second ones on one day, and practice.",
    )


def _forecasts(found: Memories) -> Table:
    forecasts = found.forecasts
    tests = forecasts.share.of if forecasts.share else 0
    weights = about_weights(found.weights, tests)
    return Table(
        "forecasts",
        "How well the forecasts held",
        tuple(filter(None, (forecasts.sentence, about_forecasts(forecasts), weights))),
        ("forecast of recall", "predicted", "observed", "answers"),
        tuple(
            (
                f"{band.low * 100:.0f}–{band.high * 100:.0f} %",
                "–" if band.predicted is None else percent(band.predicted),
                interval(band.share),
                f"{band.share.of if band.share else 0:,}",
            )
            for band in forecasts.bands
        ),
        "Predicted by the answers before: of each that came a day or more after the last one.",
    )


def _times(found: Memories) -> Table:
    return Table(
        "times",
        "Time per kind of question",
        (),
        ("kind", "median", "quartiles", "last 100", "answers"),
        tuple(
            (
                each.kind or "unknown",
                f"{each.median:.1f} s",
                "too few"
                if each.lower is None or each.upper is None
                else f"{each.lower:.1f}–{each.upper:.1f} s",
                f"{each.lately:.1f} s",
                f"{each.answers:,}",
            )
            for each in found.times
        ),
        "Without practice. Sessions are planned by the last 100 answers of a kind.",
    )


def _hours(found: Memories) -> Table:
    return Table(
        "hours",
        "Hours of the day",
        tuple(filter(None, (about_hours(found.hours),))),
        ("hour", "answers", "right"),
        tuple(
            (f"{each.hour:02}:00", f"{each.answers:,}", interval(each.share))
            for each in found.hours
        ),
        "By your present time zone: the log does not know in which one you were.",
    )


def _leeches(found: Memories) -> Table:
    each = found.leeches
    return Table(
        "leeches",
        "Questions that keep slipping",
        (about_leeches(each),),
        ("", "questions"),
        (
            ("keep slipping", str(each.now)),
            ("recalled again", str(each.cured)),
            ("parked", str(each.parked)),
        ),
    )


_AT_ONCE: dict[str, Callable[[Statistics], Table]] = {
    "days": _days,
    "calendar": _calendar,
    "reviews": _reviews,
    "workload": _workload,
}
_DERIVED: dict[str, Callable[[Memories], Table]] = {
    "forecasts": _forecasts,
    "retention": _retention,
    "times": _times,
    "hours": _hours,
    "leeches": _leeches,
}
PARTS = (*_AT_ONCE, *_DERIVED)
"""The names of all parts, in the order in which they are shown."""


def table(found: Statistics, part: str) -> Table | None:
    """The table of `part`, one of `PARTS`; None while it is still being worked out."""
    if part in _AT_ONCE:
        return _AT_ONCE[part](found)
    return None if found.memories is None else _DERIVED[part](found.memories)


def tables(found: Statistics) -> Iterator[Table]:
    """The tables of all parts that are worked out."""
    for part in PARTS:
        if (each := table(found, part)) is not None:
            yield each


def _day_row(day: StudyDay) -> Row:
    return f"{day.day:%a} {written(day.day)}", f"{day.answers:,}", f"{day.minutes:.0f}"
