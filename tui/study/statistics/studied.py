"""On which days the learner studied, and how much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tui.progress.log import Activity
from tui.study.report import streak

WINDOW = 28
"""Days of which those studied are told."""
YEAR = 365
RECENT = 90
"""Days that are listed one by one."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StudyDay:
    """One study day: answers, practice among them, and the minutes that they took."""

    day: date
    answers: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Run:
    """Days in a row, the first and the last of them included."""

    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Studied:
    """The days on which something was answered, and a year of days one by one.

    days: how many in all, since `first`. recent, of: those of the last 28 days, or of as many as
    there are since the first; a day that is not over counts only once it has an answer.
    row: days in a row up to today or yesterday. longest: the longest such row, of equals the last.
    answers, minutes: in all. year: the last 365 days, oldest first, those without an answer too.
    """

    today: date
    first: date | None
    days: int
    recent: int
    of: int
    row: int
    longest: Run | None
    answers: int
    minutes: float
    year: tuple[StudyDay, ...]

    def last(self, days: int) -> tuple[StudyDay, ...]:
        """The last so many days, at most a year, oldest first."""
        return self.year[-days:]


def studied(activity: Mapping[date, Activity], today: date) -> Studied:
    """What `activity`, by study day from the first on, says on the day `today`."""
    # A clock that went wrong may have left answers on days that are yet to come.
    days = sorted(day for day, done in activity.items() if done.answers and day <= today)
    end = today if today in activity else today - _DAY
    of = min(WINDOW, (end - days[0]).days + 1) if days else 0
    return Studied(
        today=today,
        first=days[0] if days else None,
        days=len(days),
        recent=sum(end - day < WINDOW * _DAY for day in days),
        of=of,
        row=streak(set(days), today),
        longest=longest_run(days),
        answers=sum(activity[day].answers for day in days),
        minutes=sum(activity[day].seconds for day in days) / 60,
        year=tuple(_study_day(today - back * _DAY, activity) for back in range(YEAR - 1, -1, -1)),
    )


def longest_run(days: list[date]) -> Run | None:
    """The longest run in `days`, which ascend; the newest of several; None of no day."""
    if not days:
        return None
    first, best = days[0], Run(days[0], days[0], 1)
    for before, day in pairwise(days):
        if day - before != _DAY:
            first = day
        length = (day - first).days + 1
        if length >= best.days:
            best = Run(first, day, length)
    return best


def _study_day(day: date, activity: Mapping[date, Activity]) -> StudyDay:
    done = activity.get(day)
    return StudyDay(day, done.answers, done.seconds / 60) if done else StudyDay(day, 0, 0.0)
