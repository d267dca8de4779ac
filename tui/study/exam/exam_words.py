"""How far the exam is, in words, and what to do where no day is to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Ways:
    """How the learner sets what a sentence asks for, as clauses such as "x sets it"."""

    exam: str
    minutes: str


def written(day: date) -> str:
    """`day` such as "10 Feb 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_words(exam: date | None, today: date, ways: Ways) -> str:
    """How far the exam is, as a sentence."""
    if exam is None:
        return f"No exam day is set: {ways.exam}."
    days = (exam - today).days
    if days < 0:
        return f"The exam day set, {written(exam)}, is past: {ways.exam}."
    if days == 0:
        return f"The exam is today, {written(exam)}."
    if days == 1:
        return f"The exam is tomorrow, {written(exam)}: today is the last day of study."
    return f"The exam is in {days:,} days, on {written(exam)}."


def exam_line(exam: date | None, today: date, key: str = "") -> str:
    """The same for the corner of a screen; "" if no day is set.

    key: the one that leads to where another day is set, told where the day is past.
    """
    if exam is None:
        return ""
    days = (exam - today).days
    if days < 0:
        return "The exam day is past: set the next one" + (f", {key}" if key else "")
    near = {0: "Exam today", 1: "Exam tomorrow"}.get(days, f"Exam in {days:,} days")
    return f"{near}, {written(exam)}"
