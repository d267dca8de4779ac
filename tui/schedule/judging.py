"""Whether fitted weights forecast better than the default ones, on answers they were not fitted to.

Forward in time, as they would be used: weights fitted to all answers up to a moment forecast the
answers that come after it, several times over (rolling-origin evaluation).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tui.schedule.fitting import fit
from tui.schedule.likelihood import Given, surprises
from tui.schedule.weights import DEFAULT

ENOUGH = 500
"""With fewer answers that test a forecast nothing is tried.

On 30 simulated learners (benchmarks/fitting.py): with 315 of them, one of the eleven who would have
got weights of their own would have been worse off; with 600 and more none was.
"""

MOMENTS = (0.4, 0.55, 0.7, 0.85)
"""The shares of the answers after which weights are fitted, to forecast those up to the next, and
at last to the end. A study day is not cut."""

BEYOND_DOUBT = 2.0
"""Standard errors by which the fitted weights must be better. Chance alone does that one time in
44 where they are just as good, and hardly ever where they are worse."""


class Dated(NamedTuple):
    """The answers to one question, and the study day of each, as `date.toordinal` counts."""

    given: Given
    on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two sets of weights forecast the same answers.

    answers: how many, all later than those that were fitted to. default, fitted: mean log loss, in
    nats, the less the better. doubt: standard error of the difference of the two.
    expected_default, expected_fitted: mean chance of recall forecast. recalled: share recalled.
    """

    answers: int
    default: float
    fitted: float
    doubt: float
    expected_default: float
    expected_fitted: float
    recalled: float

    @property
    def better(self) -> float:
        """By how much the log loss of the fitted weights is less; negative where it is more."""
        return self.default - self.fitted

    @property
    def beyond_doubt(self) -> bool:
        """Whether the fitted weights are better, and not by chance."""
        return self.better > BEYOND_DOUBT * self.doubt


def forecasts_in(histories: Sequence[Dated]) -> int:
    """How many answers test a forecast: those a study day or more after the one before."""
    return sum(days > 0 for dated in histories for days in dated.given.days)


def judge(
    histories: Sequence[Dated], note: Callable[[float], None] = lambda done: None
) -> Judgement:
    """How weights that are fitted to the past forecast what comes.

    At least one answer must test a forecast (`forecasts_in`). `note` is told which share of the
    work is done, 0 to 1. The standard error takes the answers to one question for one draw, as they
    hang together.
    """
    days = _tested_on(histories)
    cuts = [days[int(len(days) * share)] for share in MOMENTS] + [days[-1] + 1]
    by_default = [surprises(dated.given, DEFAULT) for dated in histories]
    counts = [0] * len(histories)
    gains = [0.0] * len(histories)
    sums = _Sums()
    for number, (begin, end) in enumerate(pairwise(cuts)):
        weights = fit(before(histories, begin)).weights
        for which, dated in enumerate(histories):
            if dated.on[-1] < begin or dated.on[0] >= end:
                continue
            found = surprises(dated.given, weights)
            for day, grade, old, new in zip(
                dated.on, dated.given.grades, by_default[which], found, strict=True
            ):
                if begin <= day < end and old is not None and new is not None:
                    counts[which] += 1
                    gains[which] += old - new
                    sums.add(grade > 1, old, new)
        note((number + 1) / len(MOMENTS))
    return sums.judgement(_doubt(gains, counts))


def before(histories: Sequence[Dated], day: int) -> list[Given]:
    """The answers before the study day `day`, of the questions that have any."""
    found: list[Given] = []
    for given, on in histories:
        count = bisect_left(on, day)
        if count:
            found.append(Given(given.grades[:count], given.days[:count]))
    return found


def _tested_on(histories: Sequence[Dated]) -> list[int]:
    """The study day of each answer that tests a forecast, in order of time."""
    return sorted(
        day
        for dated in histories
        for day, days in zip(dated.on, dated.given.days, strict=True)
        if days > 0
    )


def _doubt(gains: Sequence[float], counts: Sequence[int]) -> float:
    """Standard error of Σ gains ÷ Σ counts, a ratio of sums over independent questions."""
    whole = sum(counts)
    mean = sum(gains) / whole
    squares = ((gain - mean * count) ** 2 for gain, count in zip(gains, counts, strict=True))
    return math.sqrt(sum(squares)) / whole


@dataclass(slots=True)
class _Sums:
    count: int = 0
    recalled: int = 0
    default: float = 0.0
    fitted: float = 0.0
    expected_default: float = 0.0
    expected_fitted: float = 0.0

    def add(self, recalled: bool, default: float, fitted: float) -> None:
        self.count += 1
        self.recalled += recalled
        self.default += default
        self.fitted += fitted
        self.expected_default += _chance(recalled, default)
        self.expected_fitted += _chance(recalled, fitted)

    def judgement(self, doubt: float) -> Judgement:
        count = self.count
        return Judgement(
            answers=count,
            default=self.default / count,
            fitted=self.fitted / count,
            doubt=doubt,
            expected_default=self.expected_default / count,
            expected_fitted=self.expected_fitted / count,
            recalled=self.recalled / count,
        )


def _chance(recalled: bool, surprise: float) -> float:
    """The chance of recall that was forecast, given what came of it and the log loss."""
    return math.exp(-surprise) if recalled else 1 - math.exp(-surprise)
