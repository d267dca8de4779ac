"""At which hours of the day the learner answers, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.study.estimate import Share
from tui.study.statistics.shares import share_of
from tui.study.statistics.totals import Hour


@dataclass(frozen=True, slots=True)
class HourOfDay:
    """One hour, 0 to 23, by the learner's present time zone; the log keeps times in UTC alone.

    answers: all, practice among them. share: the right ones of those that count,
    None where there are none.
    """

    hour: int
    answers: int
    share: Share | None


def hours(counted: Sequence[Hour]) -> tuple[HourOfDay, ...]:
    """The 24 hours from midnight on."""
    return tuple(
        HourOfDay(hour, each.answers, share_of(each.right, each.graded))
        for hour, each in enumerate(counted)
    )
