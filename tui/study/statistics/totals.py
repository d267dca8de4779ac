"""The sums over all answers that the statistics are made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import TypeVar

import msgspec

from tui.study.statistics.facts import SCALE, Fact

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
"""Where each band of predictions begins; the last one ends at 1. Narrow where most of them lie."""

_STARTS = [round(start * SCALE) for start in BANDS]
HOURS = 24

_Key = TypeVar("_Key", int, str)


class Recalls(msgspec.Struct, array_like=True):
    """Answers to questions with a memory: how many, how many recalled, and what was predicted.

    predicted: the sum of the chances; spread: of chance × (1 − chance), the variance of `recalled`
    that chance alone gives. Both in units of 1/`SCALE`.
    """

    of: int = 0
    recalled: int = 0
    predicted: int = 0
    spread: int = 0

    def add(self, fact: Fact, sign: int) -> None:
        """Counts `fact` in, or with the sign −1 out again."""
        self.of += sign
        self.recalled += sign * fact.recalled
        self.predicted += sign * fact.predicted
        self.spread += sign * (fact.predicted * (SCALE - fact.predicted) // SCALE)

    def plus(self, other: Recalls) -> Recalls:
        """Both together."""
        return Recalls(
            self.of + other.of,
            self.recalled + other.recalled,
            self.predicted + other.predicted,
            self.spread + other.spread,
        )


class Hour(msgspec.Struct, array_like=True):
    """Answers in one hour of the day: all, those that count in what is right, and the right."""

    answers: int = 0
    graded: int = 0
    right: int = 0

    def add(self, fact: Fact, sign: int) -> None:
        """Counts `fact` in, or with the sign −1 out again."""
        self.answers += sign
        self.graded += sign * fact.graded
        self.right += sign * (fact.graded and fact.recalled)


class Leech(msgspec.Struct, array_like=True):
    """A question that is a leech, or was one until it was cured; answers to it since it was."""

    cured: bool
    right: int
    missed: int


class Totals(msgspec.Struct):
    """hours: by local hour. ages: by days elapsed. bands: by `BANDS`. bins: as RMSE(bins) has them.

    leeches: by the question's name. Whole numbers alone, so that taking a fact out leaves what was
    there before it came in.
    """

    hours: list[Hour] = msgspec.field(default_factory=lambda: [Hour() for _ in range(HOURS)])
    ages: dict[int, Recalls] = {}
    bands: dict[int, Recalls] = {}
    bins: dict[str, Recalls] = {}
    leeches: dict[str, Leech] = {}

    def add(self, facts: Iterable[Fact], zone: tzinfo, sign: int = 1) -> None:
        """Counts `facts` in, or with the sign −1 out again, their hours as they were in `zone`."""
        for fact in facts:
            self.hours[local_hour(fact.at, zone)].add(fact, sign)
            if fact.elapsed:
                band = bisect_right(_STARTS, fact.predicted) - 1
                name = "{} {} {}".format(*fact.bin)
                _counted(self.ages, fact.elapsed, fact, sign)
                _counted(self.bands, band, fact, sign)
                _counted(self.bins, name, fact, sign)

    def add_hours(self, facts: Iterable[Fact], zone: tzinfo) -> None:
        """Counts `facts` in by their hours alone."""
        for fact in facts:
            self.hours[local_hour(fact.at, zone)].add(fact, 1)

    def all(self) -> Recalls:
        """All answers that tested a forecast."""
        found = Recalls()
        for each in self.bands.values():
            found = found.plus(each)
        return found


def local_hour(at: int, zone: tzinfo) -> int:
    """The hour, 0 to 23, that it was in `zone` at the moment `at`, seconds since 1970."""
    return datetime.fromtimestamp(at, UTC).astimezone(zone).hour


def _counted(tests: dict[_Key, Recalls], key: _Key, fact: Fact, sign: int) -> None:
    found = tests.setdefault(key, Recalls())
    found.add(fact, sign)
    if not found.of:
        del tests[key]
