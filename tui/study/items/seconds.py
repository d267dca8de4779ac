"""How long answers take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

LONGEST = 600.0
"""Seconds that an answer counts at most: who took longer was elsewhere."""


@dataclass(frozen=True, slots=True)
class Seconds:
    """The median of the seconds and the quartiles around it. of: how many answers."""

    lower: float
    median: float
    upper: float
    of: int


def seconds_taken(seconds: Sequence[float]) -> Seconds | None:
    """The quartiles of `seconds`; None of none. 0 is a time that is not known."""
    known = [min(each, LONGEST) for each in seconds if each > 0]
    if not known:
        return None
    if len(known) == 1:
        return Seconds(known[0], known[0], known[0], 1)
    lower, middle, upper = quantiles(known, n=4, method="inclusive")
    return Seconds(lower, middle, upper, len(known))
