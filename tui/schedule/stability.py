"""FSRS-6 as plain arithmetic: what an answer does to stability and difficulty.

The formulas and weights are those of the package `fsrs` with its default weights, and a test holds
them to it. Memories are made by the package alone (`fsrs6.py`); here it is asked, for thousands of
questions at once and without the package's import, what an answer would do or was expected to be.
"""

from __future__ import annotations

import math

from tui.memory import Grade
from tui.schedule.forgetting import retrievability

WEIGHTS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""The default weights of FSRS-6, w0 to w20."""

FIRST_AGAIN, FIRST_GOOD = WEIGHTS[0], WEIGHTS[2]
"""Days: the stability after a first answer that was wrong, or right."""

SHORTEST = 0.001
"""Days: no stability is less."""

_W = WEIGHTS
_GROWTH = math.exp(_W[8])
_MOST_AFTER_LAPSE = math.exp(-_W[17] * _W[18])
_EASIEST = _W[4] - math.exp(_W[5] * 3) + 1


def if_right(stability: float, difficulty: float, recall: float) -> float:
    """Days of stability after an answer graded Good, on a later study day than the last.

    S·(1 + e^w8 · (11 − D) · S^−w9 · (e^(w10·(1 − R)) − 1)), R being the chance of recall just
    before it.
    """
    spaced = math.exp(_W[10] * (1 - recall)) - 1
    growth = _GROWTH * (11 - difficulty) * math.pow(stability, -_W[9]) * spaced
    return max(SHORTEST, stability * (1 + growth))


def if_wrong(stability: float, difficulty: float, recall: float) -> float:
    """Days of stability after an answer graded Again, on a later study day than the last.

    w11 · D^−w12 · ((S + 1)^w13 − 1) · e^(w14·(1 − R)), at most S / e^(w17·w18).
    """
    left = _W[11] * math.pow(difficulty, -_W[12]) * (math.pow(stability + 1, _W[13]) - 1)
    found = left * math.exp(_W[14] * (1 - recall))
    return max(SHORTEST, min(found, stability * _MOST_AFTER_LAPSE))


def first(grade: Grade) -> tuple[float, float]:
    """Stability in days and difficulty, 1 to 10, after the first answer."""
    return _W[grade - 1], _bounded(_W[4] - math.exp(_W[5] * (grade - 1)) + 1)


def following(stability: float, difficulty: float, grade: Grade, days: int) -> tuple[float, float]:
    """Stability and difficulty after one more answer, `days` study days after the last."""
    if days < 1:
        after = stability * _on_the_same_day(stability, grade)
    else:
        recall = retrievability(stability, days)
        if grade is Grade.AGAIN:
            after = if_wrong(stability, difficulty, recall)
        else:
            factor = {Grade.HARD: _W[15], Grade.GOOD: 1.0, Grade.EASY: _W[16]}[grade]
            good = if_right(stability, difficulty, recall)
            after = stability + (good - stability) * factor
    step = -_W[6] * (grade - 3) * (10 - difficulty) / 9
    harder = _W[7] * _EASIEST + (1 - _W[7]) * (difficulty + step)
    return max(SHORTEST, after), _bounded(harder)


def _on_the_same_day(stability: float, grade: Grade) -> float:
    """By what FSRS-6's rule for the short term multiplies the stability."""
    factor = math.exp(_W[17] * (grade - 3 + _W[18])) * math.pow(stability, -_W[19])
    return factor if grade is Grade.AGAIN else max(1.0, factor)


def _bounded(difficulty: float) -> float:
    return min(10.0, max(1.0, difficulty))
