"""How hard a question is: the share of learners who get it right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

CONFIDENCE = 0.95
"""Of all intervals in the analysis."""

FULL = 1 - 1e-9
"""The score from which an answer is all right; some are added up from fractions."""


@dataclass(frozen=True, slots=True)
class Facility:
    """The share of answers that are all right, and its interval.

    of: how many answers. mean: the mean score, which counts what is partly right as well.
    """

    right: int
    of: int
    share: float
    low: float
    high: float
    mean: float


def facility(scores: Sequence[float]) -> Facility | None:
    """The facility that `scores`, each from 0 to 1, show; None of none.

    An interval needs answers that are right or not, so an answer that is right in part counts as
    not right in the share, and as it is in the mean.
    """
    if not scores:
        return None
    right = sum(score >= FULL for score in scores)
    low, high = wilson(right, len(scores))
    mean = math.fsum(scores) / len(scores)
    return Facility(right, len(scores), right / len(scores), low, high, mean)


def wilson(hits: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The interval for a share of which `hits` in `of` trials were seen; (0, 1) of no trials.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    1927; recommended for small numbers by Brown, Cai and DasGupta, 2001.
    """
    if not of:
        return 0.0, 1.0
    z = quantile(confidence)
    share = hits / of
    middle = share + z * z / (2 * of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    # Rounding may leave the bound a hair beside the share where all or none are hits.
    low = 0.0 if hits == 0 else max(0.0, (middle - half) / whole)
    high = 1.0 if hits == of else min(1.0, (middle + half) / whole)
    return low, high


def quantile(confidence: float = CONFIDENCE) -> float:
    """By how many standard deviations an interval of this confidence reaches to either side."""
    return NormalDist().inv_cdf((1 + confidence) / 2)
