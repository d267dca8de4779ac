"""FSRS-6 as plain arithmetic: what an answer does to stability and difficulty.

The formulas are those of the package `fsrs`, and a test holds them to it. Memories are made by the
package alone (`fsrs6.py`); here it is asked, for thousands of questions at once and without the
package's import, what an answer would do or was expected to be.
"""

from __future__ import annotations

import math

from tui.memory import Grade
from tui.schedule.forgetting import retrievability
from tui.schedule.weights import DEFAULT, Weights

SHORTEST = 0.001
"""Days: no stability is less."""


def if_right(
    stability: float, difficulty: float, recall: float, weights: Weights = DEFAULT
) -> float:
    """Days of stability after an answer graded Good, on a later study day than the last.

    S·(1 + e^w8 · (11 − D) · S^−w9 · (e^(w10·(1 − R)) − 1)), R being the chance of recall just
    before it.
    """
    spaced = math.exp(weights[10] * (1 - recall)) - 1
    slower = math.pow(stability, -weights[9])
    growth = math.exp(weights[8]) * (11 - difficulty) * slower * spaced
    return max(SHORTEST, stability * (1 + growth))


def if_wrong(
    stability: float, difficulty: float, recall: float, weights: Weights = DEFAULT
) -> float:
    """Days of stability after an answer graded Again, on a later study day than the last.

    w11 · D^−w12 · ((S + 1)^w13 − 1) · e^(w14·(1 − R)), at most S / e^(w17·w18).
    """
    left = math.pow(stability + 1, weights[13]) - 1
    found = weights[11] * math.pow(difficulty, -weights[12]) * left
    found *= math.exp(weights[14] * (1 - recall))
    return max(SHORTEST, min(found, stability * math.exp(-weights[17] * weights[18])))


def first(grade: Grade, weights: Weights = DEFAULT) -> tuple[float, float]:
    """Stability in days and difficulty, 1 to 10, after the first answer."""
    return weights[grade - 1], _bounded(weights[4] - math.exp(weights[5] * (grade - 1)) + 1)


def following(
    stability: float, difficulty: float, grade: Grade, days: int, weights: Weights = DEFAULT
) -> tuple[float, float]:
    """Stability and difficulty after one more answer, `days` study days after the last."""
    if days < 1:
        after = stability * _on_the_same_day(stability, grade, weights)
    else:
        recall = retrievability(stability, days)
        if grade is Grade.AGAIN:
            after = if_wrong(stability, difficulty, recall, weights)
        else:
            factor = {Grade.HARD: weights[15], Grade.GOOD: 1.0, Grade.EASY: weights[16]}[grade]
            good = if_right(stability, difficulty, recall, weights)
            after = stability + (good - stability) * factor
    step = -weights[6] * (grade - 3) * (10 - difficulty) / 9
    easiest = weights[4] - math.exp(weights[5] * 3) + 1
    harder = weights[7] * easiest + (1 - weights[7]) * (difficulty + step)
    return max(SHORTEST, after), _bounded(harder)


def _on_the_same_day(stability: float, grade: Grade, weights: Weights) -> float:
    """By what FSRS-6's rule for the short term multiplies the stability."""
    moved = math.exp(weights[17] * (grade - 3 + weights[18]))
    factor = moved * math.pow(stability, -weights[19])
    return factor if grade is Grade.AGAIN else max(1.0, factor)


def _bounded(difficulty: float) -> float:
    return min(10.0, max(1.0, difficulty))
