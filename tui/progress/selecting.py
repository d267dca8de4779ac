"""Which questions have memories of some sort: sets of names, for filters, in one look each."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tui.progress.comparing import COMPARE, Sign
from tui.progress.database import Database


def seen(db: Database) -> set[str]:
    """Questions with a memory."""
    return _names(db, "TRUE")


def counted(db: Database, what: Literal["reviews", "lapses"], sign: Sign, number: int) -> set[str]:
    """Questions that were answered, or forgotten, that often."""
    return _names(db, f"{what} {_checked(sign)} ?", number)


def due(db: Database, sign: Sign, day: date) -> set[str]:
    """Questions that are due before, on or after `day`."""
    return _names(db, f"due_day {_checked(sign)} ?", day.isoformat())


def last_answered(db: Database, sign: Sign, day: date) -> set[str]:
    """Questions whose last study day is before, on or after `day`."""
    return _names(db, f"last_day {_checked(sign)} ?", day.isoformat())


def waited(db: Database, sign: Sign, day: date, stabilities: float) -> set[str]:
    """Questions that by `day` have waited for so many times their stability, since they were asked.

    In that order recall falls. A time before the last answer counts as the moment of the answer.
    """
    days = "max(0.0, julianday(?) - julianday(last_day))"
    return _names(db, f"{days} {_checked(sign)} ? * stability", day.isoformat(), stabilities)


def last_missed(db: Database, since: date | None = None) -> dict[str, date]:
    """When each name of a question was last answered wrongly, in practice or not.

    By the grade as amended, answers taken back left out; since a day, where one is given.
    """
    rows = db.rows(
        """
        SELECT question, max(day) FROM log AS answer
        WHERE event = 'answer' AND day >= ? AND 1 = coalesce((
                SELECT grade FROM log AS said WHERE said.target = answer.id AND event = 'amend'
                AND NOT EXISTS (
                    SELECT 1 FROM log AS undo WHERE undo.target = said.id AND undo.event = 'undo')
                ORDER BY at DESC, id DESC LIMIT 1
            ), grade)
            AND NOT EXISTS (
                SELECT 1 FROM log AS undo WHERE undo.target = answer.id AND undo.event = 'undo')
        GROUP BY question
        """,
        ("" if since is None else since.isoformat(),),
    )
    return {name: date.fromisoformat(day) for name, day in rows}


def _names(db: Database, where: str, *values: object) -> set[str]:
    rows = db.rows(f"SELECT question FROM memories WHERE {where}", values)
    return {name for (name,) in rows}


def _checked(sign: str) -> str:
    """`sign`, which goes into SQL as it is; ValueError if it is none."""
    if sign not in COMPARE:
        raise ValueError(sign)
    return sign
