"""Which of many backups are kept: the newest, and ever fewer the further back they lie."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

NEWEST = 3
"""Backups of each reason that are kept whatever their day."""
DAYS = 7
WEEKS = 4
MONTHS = 12


@dataclass(frozen=True, slots=True, order=True)
class Made:
    """A backup: when it was made, on which study day, and what for."""

    at: datetime
    day: date
    reason: str


def kept(backups: Iterable[Made]) -> set[Made]:
    """Those of `backups` to keep.

    The newest three of each reason; of the last seven days that have any, the newest of each; so of
    the last four weeks and the last twelve months. Days without a backup do not count, so a
    pause makes none go, and a clock that was wrong once takes one place of each sort.
    """
    newest_first = sorted(set(backups), reverse=True)
    found: set[Made] = set()
    for reason in {made.reason for made in newest_first}:
        found.update(islice((m for m in newest_first if m.reason == reason), NEWEST))
    found |= _newest_of_each(newest_first, lambda day: day, DAYS)
    found |= _newest_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKS)
    found |= _newest_of_each(newest_first, lambda day: (day.year, day.month), MONTHS)
    return found


def _newest_of_each(
    newest_first: list[Made], period: Callable[[date], Hashable], most: int
) -> set[Made]:
    first: dict[Hashable, Made] = {}
    for made in newest_first:
        first.setdefault(period(made.day), made)
    return set(islice(first.values(), most))
