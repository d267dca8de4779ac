"""Two kinds of figure that are never mixed: an estimate, and a share of what was counted."""

from __future__ import annotations

import math
from dataclasses import dataclass

Z80 = 1.2815515655446004
"""Normal quantile of an 80 % interval."""
Z95 = 1.959963984540054
"""Normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the memory model expects, 0 to 1, and the band that should hold the truth."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """What was counted: `right` of `of`, and the interval of the chance behind it, 0 to 1."""

    right: int
    of: int
    low: float
    high: float

    @property
    def rate(self) -> float:
        """The share itself, 0 to 1."""
        return self.right / self.of


def wilson(right: int, of: int, z: float = Z95) -> Share:
    """`right` of `of` with Wilson's score interval at the normal quantile `z`.

    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
    Journal of the American Statistical Association 22 (1927). ValueError unless 0 <= right <= of
    and of > 0.
    """
    if not 0 <= right <= of or of == 0:
        raise ValueError(f"{right} of {of} is no share")
    rate, square = right / of, z * z
    middle = (rate + square / (2 * of)) / (1 + square / of)
    half = z / (1 + square / of) * math.sqrt(rate * (1 - rate) / of + square / (4 * of * of))
    # At none and at all the interval ends there exactly, but for rounding.
    low = 0.0 if right == 0 else max(0.0, middle - half)
    high = 1.0 if right == of else min(1.0, middle + half)
    return Share(right, of, low, high)
