"""Fits the weights of FSRS-6 to one learner's answers.

The mode of their posterior: the weights by which the answers are most likely, where learners differ
from the average by as much as people do. So few answers move them little, and a weight of which the
answers say nothing stays as it is. The same answers always give the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.schedule.likelihood import Given, loss_and_slope
from tui.schedule.weights import DEFAULT, LEAST, MOST, Weights

LEARNERS_DIFFER = (
    *(1.3, 1.4, 1.4, 1.6),
    *(0.3, 0.27, 0.26, 0.075, 0.29, 0.18, 0.25),
    *(0.12, 0.03, 0.11, 0.26, 0.25, 0.6, 0.29, 0.22, 0.1),
)
"""How far w0 to w19 are from the default ones, as standard deviations over learners.

Of the weights of 30 people (tests/data/fsrs6_of_30_people.txt). Those of w0 to w3, the first
stabilities, are of their logarithms.
"""

_IN_LOGARITHMS = 4
_ROUNDS = 100
"""No fit takes more; those seen took 7 to 50."""
_SHORTEST_STEP = 1e-3
_CLOSE_ENOUGH = 1e-3
"""A fit ends where a step gains less than this of log-likelihood in all: far below what one answer
is worth."""


@dataclass(frozen=True, slots=True)
class Fit:
    """weights: those fitted. rounds: how often the answers were gone through."""

    weights: Weights
    rounds: int


@dataclass(frozen=True, slots=True)
class _Point:
    """A place in units of how much learners differ, the objective there, and its slope."""

    place: Sequence[float]
    value: float
    slope: Sequence[float]


def fit(histories: Sequence[Given], note: Callable[[float], None] = lambda done: None) -> Fit:
    """The weights of the learner who gave these answers; the default ones if there are none.

    `note` is told now and then which share of the work is surely done, 0 to 1. By the method of
    Broyden, Fletcher, Goldfarb and Shanno (Nocedal & Wright, Numerical Optimization, chapter 6), in
    units in which the prior is the same in all directions.
    """
    told = [given for given in histories if any(given.days)]
    rounds = 0

    def at(place: Sequence[float]) -> _Point:
        nonlocal rounds
        rounds += 1
        note(rounds / _ROUNDS)
        return _Point(place, *_objective(told, place))

    here = at([0.0] * len(LEARNERS_DIFFER))
    # The first step is as long as learners differ, at most.
    inverse = _scaled(1 / max(1.0, math.hypot(*here.slope)))
    first = True
    while rounds < _ROUNDS:
        direction = [-_dot(row, here.slope) for row in inverse]
        there = _searched(here, direction, at)
        gained = here.value - there.value
        if gained > 0:
            moved = _minus(there.place, here.place)
            bent = _minus(there.slope, here.slope)
            here = there
        if gained < _CLOSE_ENOUGH:
            break
        curvature = _dot(moved, bent)
        if curvature > 0:
            if first:
                inverse, first = _scaled(curvature / _dot(bent, bent)), False
            inverse = _updated(inverse, moved, bent, curvature)
    return Fit(_weights_at(here.place), rounds)


def _searched(
    here: _Point, direction: Sequence[float], at: Callable[[Sequence[float]], _Point]
) -> _Point:
    """A point in `direction` where the objective has fallen by enough; `here` if there is none."""
    falls = _dot(direction, here.slope)
    length = 1.0
    while falls < 0 and length > _SHORTEST_STEP:
        there = at([p + length * d for p, d in zip(here.place, direction, strict=True)])
        if there.value <= here.value + 1e-4 * length * falls:
            return there
        length /= 2
    return here


def _scaled(scale: float) -> list[list[float]]:
    size = range(len(LEARNERS_DIFFER))
    return [[scale * (i == j) for j in size] for i in size]


def _updated(
    inverse: list[list[float]], moved: list[float], bent: list[float], curvature: float
) -> list[list[float]]:
    """The inverse of the curvature, as the last step has shown it."""
    towards = [_dot(row, bent) for row in inverse]
    extra = (1 + _dot(bent, towards) / curvature) / curvature
    return [
        [
            cell
            + extra * moved[i] * moved[j]
            - (moved[i] * towards[j] + towards[i] * moved[j]) / curvature
            for j, cell in enumerate(row)
        ]
        for i, row in enumerate(inverse)
    ]


def _objective(histories: Sequence[Given], place: Sequence[float]) -> tuple[float, list[float]]:
    """−ln of the posterior, but for a constant, and its derivatives, at `place`."""
    free = _free_weights_at(place)
    weights = _weights_at(place)
    loss, by_weight = loss_and_slope(histories, weights)
    slope = list(place)
    for i, differ in enumerate(LEARNERS_DIFFER):
        if free[i] == weights[i]:
            slope[i] += by_weight[i] * differ * (weights[i] if i < _IN_LOGARITHMS else 1.0)
    return loss + _dot(place, place) / 2, slope


def _weights_at(place: Sequence[float]) -> Weights:
    """The weights so many standard deviations from the default ones, held within their bounds."""
    free = _free_weights_at(place)
    held = (min(most, max(least, w)) for w, least, most in zip(free, LEAST, MOST, strict=False))
    return (*held, DEFAULT[-1])


def _free_weights_at(place: Sequence[float]) -> list[float]:
    return [
        DEFAULT[i] * math.exp(min(50.0, far * differ))
        if i < _IN_LOGARITHMS
        else DEFAULT[i] + far * differ
        for i, (far, differ) in enumerate(zip(place, LEARNERS_DIFFER, strict=True))
    ]


def _minus(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [a - b for a, b in zip(one, other, strict=True)]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))
