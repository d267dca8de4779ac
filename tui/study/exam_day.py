"""The learner's exam day, and the day that figures look ahead to where none is set."""

from __future__ import annotations

from datetime import date, timedelta

from tui.clock import today
from tui.progress import settings
from tui.study.desk import Desk
from tui.study.errors import StudyError

SETTING = "exam_day"

YEARS_AHEAD = 5
FURTHEST = timedelta(days=YEARS_AHEAD * 366)
"""How far ahead an exam day may lie: a plan goes through every day until then."""
DAYS_AHEAD = 30
"""How far figures look ahead where no exam day is set, or where it is past."""


def exam_day(desk: Desk) -> date | None:
    """The exam day as it was set, even if it is past; None if none is set."""
    text = settings.get(desk.progress, SETTING)
    try:
        return read(text, today(desk.clock)) if text else None
    except ValueError:
        return None


def read(text: str, now: date) -> date:
    """The day that was kept as `text`; ValueError if it is none, or too far ahead of `now`."""
    day = date.fromisoformat(text)
    if day - now > FURTHEST:
        raise ValueError(f"{day} is more than {YEARS_AHEAD} years after {now}")
    return day


def set_exam_day(desk: Desk, day: date | None) -> None:
    """Keeps `day` as the exam day; None takes it back. StudyError if it is not after today.

    Nor may it lie more than five years ahead.
    """
    now = today(desk.clock)
    if day is not None and day <= now:
        when = "today" if day == now else "past"
        raise StudyError(f"The exam day {day} is {when}.", "Give a day that is to come.")
    if day is not None and day - now > FURTHEST:
        raise StudyError(
            f"The exam day {day} is more than {YEARS_AHEAD} years ahead.", "Check its year."
        )
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, day.isoformat() if day else None)


def horizon(desk: Desk) -> tuple[date, date | None]:
    """The day that figures look ahead to, and the exam day if that is it.

    The exam day itself still counts as one to come.
    """
    now, exam = today(desk.clock), exam_day(desk)
    if exam is None or exam < now:
        return now + timedelta(days=DAYS_AHEAD), None
    return exam, exam
