"""Whether those who know more get a question right more often."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from tui.study.items.facility import CONFIDENCE, quantile

LEAST_LEARNERS = 10
"""From this many learners on a correlation is given: with fewer its interval spans nearly all."""

_NEAREST_TO_ONE = 1 - 1e-12
"""A correlation of 1 has no finite transform."""


@dataclass(frozen=True, slots=True)
class Correlation:
    """Pearson's correlation of learners' scores, −1 to 1, and its interval. of: how many."""

    value: float
    low: float
    high: float
    of: int


def correlation(scores: Sequence[float], rest: Sequence[float]) -> Correlation | None:
    """How `scores` on a question go with the same learners' `rest` scores.

    Where the scores are 0 or 1 it is the point-biserial correlation, and corrected for the
    question's own part in the total as `rest` leaves it out. None where there are fewer than
    `LEAST_LEARNERS`, or where all scores, or all rest scores, are the same. Source: S. Henrysson,
    Correction of item-total correlations in item analysis, 1963.
    """
    if len(scores) < LEAST_LEARNERS:
        return None
    value = pearson(scores, rest)
    if value is None:
        return None
    low, high = fisher_interval(value, len(scores))
    return Correlation(value, low, high, len(scores))


def pearson(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's product-moment correlation; None where one of the two does not vary.

    The sums are exact, so that the order of the pairs makes no difference.
    """
    count = len(one)
    if count < 2:
        return None
    mean, other_mean = math.fsum(one) / count, math.fsum(other) / count
    apart = [x - mean for x in one]
    other_apart = [y - other_mean for y in other]
    spread = math.fsum(x * x for x in apart) * math.fsum(y * y for y in other_apart)
    if spread <= 1e-18 * count * count:
        return None
    together = math.fsum(x * y for x, y in zip(apart, other_apart, strict=True))
    return max(-1.0, min(1.0, together / math.sqrt(spread)))


def fisher_interval(value: float, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The interval for the correlation `value` of `of` pairs; (−1, 1) of three or fewer.

    By the transform artanh, which is nearly normal with the standard deviation 1/√(of − 3).
    Source: R. A. Fisher, On the probable error of a coefficient of correlation, 1921.
    """
    if of <= 3:
        return -1.0, 1.0
    middle = _transform(value)
    half = quantile(confidence) / math.sqrt(of - 3)
    low, high = math.tanh(middle - half), math.tanh(middle + half)
    return min(low, value), max(high, value)


def odds_below_zero(found: Correlation) -> float:
    """The probability of so low a correlation or a lower one if in truth there is none."""
    return NormalDist().cdf(_transform(found.value) * math.sqrt(found.of - 3))


def odds_above_zero(found: Correlation) -> float:
    """The probability of so high a correlation or a higher one if in truth there is none."""
    return NormalDist().cdf(-_transform(found.value) * math.sqrt(found.of - 3))


def _transform(value: float) -> float:
    return math.atanh(max(-_NEAREST_TO_ONE, min(_NEAREST_TO_ONE, value)))
