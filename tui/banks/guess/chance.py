"""How probable so many hits are by luck alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

Odds = tuple[int, int]
"""The chance of a hit as a fraction: right options, all options."""

_NOTHING = 1e-30
"""A probability that adds nothing to a sum."""


def tail(odds: Iterable[Odds], hits: int) -> float:
    """The probability of `hits` or more among independent guesses with these odds.

    Where all odds are the same it is the upper tail of the binomial distribution, summed term by
    term; where they differ, that of the sum of one binomial variable for each (by convolution).
    No approximation is made; terms below 1e-30 are left out.
    """
    total = [1.0]
    first = 0
    for (right, of), count in sorted(Counter(odds).items()):
        least, terms = _binomial(count, right / of)
        total = _convolved(total, terms)
        first += least
    if hits <= first:
        return 1.0
    return min(1.0, math.fsum(total[hits - first :]))


def _binomial(count: int, chance: float) -> tuple[int, list[float]]:
    """The least number of hits that is worth a term, and the terms from it on."""
    if chance <= 0 or chance >= 1:
        return (count if chance >= 1 else 0), [1.0]
    terms = [
        math.exp(
            math.lgamma(count + 1)
            - math.lgamma(hits + 1)
            - math.lgamma(count - hits + 1)
            + hits * math.log(chance)
            + (count - hits) * math.log1p(-chance)
        )
        for hits in range(count + 1)
    ]
    kept = [hits for hits, term in enumerate(terms) if term > _NOTHING]
    return kept[0], terms[kept[0] : kept[-1] + 1]


def _convolved(one: list[float], other: list[float]) -> list[float]:
    found = [0.0] * (len(one) + len(other) - 1)
    for at, term in enumerate(one):
        for beyond, factor in enumerate(other):
            found[at + beyond] += term * factor
    return found


def adjusted(values: list[float]) -> list[float]:
    """The p-values `values`, corrected by Holm's method for their number, in their order.

    Source: S. Holm, A simple sequentially rejective multiple test procedure, 1979.
    """
    found = [1.0] * len(values)
    highest = 0.0
    for rank, at in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1.0, values[at] * (len(values) - rank)))
        found[at] = highest
    return found
