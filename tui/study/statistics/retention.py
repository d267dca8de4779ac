"""How much is still recalled after how many days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.study.estimate import Share
from tui.study.statistics.shares import observed, predicted
from tui.study.statistics.totals import Recalls

AGES = (1, 2, 4, 8, 15, 31, 91)
"""Days with which each band of ages begins."""


@dataclass(frozen=True, slots=True)
class Age:
    """Answers that came so many study days after the one before, `first` to `last`.

    last: None where there is no end. share: those recalled. predicted: the mean chance of recall
    that was forecast for the same answers. Both are None without answers.
    """

    first: int
    last: int | None
    share: Share | None
    predicted: float | None


@dataclass(frozen=True, slots=True)
class Retention:
    """By the age of the memory, the youngest first; all: of all ages together."""

    ages: tuple[Age, ...]
    all: Age


def retention(by_days: Mapping[int, Recalls]) -> Retention:
    """The retention that answers show, given by the days since the answer before."""
    ages: list[Age] = []
    for first, following in zip(AGES, (*AGES[1:], None), strict=True):
        last = None if following is None else following - 1
        ages.append(_age(by_days, first, last))
    return Retention(tuple(ages), _age(by_days, AGES[0], None))


def _age(by_days: Mapping[int, Recalls], first: int, last: int | None) -> Age:
    found = Recalls()
    for days, recalls in by_days.items():
        if first <= days and (last is None or days <= last):
            found = found.plus(recalls)
    return Age(first, last, observed(found), predicted(found) if found.of else None)
