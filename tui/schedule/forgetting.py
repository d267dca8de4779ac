"""The forgetting curve of FSRS-6, without the package: what the first question needs of it."""

from __future__ import annotations

import math

DECAY = -0.1542
"""Exponent of the curve, −w20 of the default weights of FSRS-6."""

FACTOR = 0.9 ** (1 / DECAY) - 1
"""Set so that the chance of recall is 90 % after as many days as the stability says."""


def retrievability(stability: float, days: float) -> float:
    """The chance, 0 to 1, that a question is recalled `days` after its last review.

    R(t, S) = (1 + F·t/S)^(−w20), F = 0.9^(−1/w20) − 1, with t and the stability S in days: the
    power forgetting curve of FSRS-6 (open-spaced-repetition, "The Algorithm"). A time before the
    last review counts as the moment of the review. ValueError if the stability is not positive.
    """
    if not stability > 0:
        raise ValueError(f"stability must be a positive number of days, not {stability}")
    recall: float = (1 + FACTOR * max(0, days) / stability) ** DECAY
    return recall


def stabilities_until(recall: float) -> float:
    """After how many times its stability a question is recalled with the chance `recall`, 0 to 1.

    The curve above the other way round: t/S = (R^(−1/w20) − 1) / F. Infinite for a chance of 0.
    """
    if recall <= 0:
        return math.inf
    times: float = (recall ** (1 / DECAY) - 1) / FACTOR
    return times
