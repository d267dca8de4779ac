"""How likely the answers in a log are by given weights, and how that changes with each weight."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from tui.memory import Grade
from tui.schedule.forgetting import DECAY, FACTOR, retrievability
from tui.schedule.stability import SHORTEST, first, following
from tui.schedule.weights import Weights

SUREST = 1e-6
"""No forecast counts as surer than this: one surprise would outweigh all else."""


class Given(NamedTuple):
    """The answers to one question in order of time, up to a change of its answer key.

    grades: 1 to 4. days: study days since the answer before, 0 for the first one.
    """

    grades: tuple[int, ...]
    days: tuple[int, ...]


def surprises(given: Given, weights: Weights) -> list[float | None]:
    """For each answer −ln of the chance that it was given by `weights`: the log loss.

    None for answers that test no forecast: the first one, and those on the day of the one before.
    """
    found: list[float | None] = []
    stability = difficulty = 0.0
    for grade, days in zip(map(Grade, given.grades), given.days, strict=True):
        if not found:
            stability, difficulty = first(grade, weights)
            found.append(None)
            continue
        found.append(_surprise(retrievability(stability, days), grade) if days > 0 else None)
        stability, difficulty = following(stability, difficulty, grade, days, weights)
    return found


def _surprise(recall: float, grade: Grade) -> float:
    bounded = min(1 - SUREST, max(SUREST, recall))
    return -math.log(1 - bounded if grade is Grade.AGAIN else bounded)


def loss_and_slope(histories: Iterable[Given], weights: Weights) -> tuple[float, list[float]]:
    """The sum of all surprises, and its derivative by each of the 21 weights (0 for the decay).

    The derivatives are carried back from each question's last answer to its first (reverse
    accumulation), at about twice the cost of the sum itself.
    """
    total = 0.0
    slope = [0.0] * 21
    passing = _Passing(weights)
    for given in histories:
        if len(given.grades) > 1:
            total += passing.go_through(given, slope)
    return total, slope


class _Passing:
    """Goes through the answers to a question and back, by the formulas of `stability.py`.

    They are written out here, as calls would take most of the time.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.growth = math.exp(weights[8])
        self.most_after_lapse = math.exp(-weights[17] * weights[18])
        self.easiest = weights[4] - math.exp(weights[5] * 3) + 1

    def go_through(self, given: Given, slope: list[float]) -> float:
        """The sum of the surprises; adds its derivatives to `slope`."""
        states, total = self._forth(given)
        self._back(given, states, slope)
        return total

    def _forth(self, given: Given) -> tuple[list[tuple[float, float, float]], float]:
        """Stability and difficulty before each later answer and the chance of recall then."""
        w = self.weights
        w6, w7, w9, w10, w11, w12, w13, w14 = w[6], w[7], w[9], w[10], w[11], w[12], w[13], w[14]
        exp, log, growth = math.exp, math.log, self.growth
        towards = w7 * self.easiest
        grades, days = given
        total = 0.0
        s, d = first(Grade(grades[0]), w)
        states: list[tuple[float, float, float]] = []
        for place in range(1, len(grades)):
            grade, passed = grades[place], days[place]
            if passed > 0:
                r = (1 + FACTOR * passed / s) ** DECAY
                states.append((s, d, r))
                if grade > 1:
                    total -= log(r if r > SUREST else SUREST)
                    more = growth * (11 - d) * s**-w9 * (exp(w10 * (1 - r)) - 1)
                    if grade != 3:
                        more *= w[15] if grade == 2 else w[16]
                    s *= 1 + more
                else:
                    missed = 1 - r
                    total -= log(missed if missed > SUREST else SUREST)
                    after = w11 * d**-w12 * ((s + 1) ** w13 - 1) * exp(w14 * missed)
                    most = s * self.most_after_lapse
                    s = after if after < most else most
            else:
                states.append((s, d, 1.0))
                factor = exp(w[17] * (grade - 3 + w[18])) * s ** -w[19]
                if grade == 1 or factor > 1:
                    s *= factor
            s = max(SHORTEST, s)
            d = towards + (1 - w7) * (d - w6 * (grade - 3) * (10 - d) / 9)
            d = 10.0 if d > 10 else 1.0 if d < 1 else d
        return states, total

    def _back(
        self, given: Given, states: list[tuple[float, float, float]], slope: list[float]
    ) -> None:
        """Adds to `slope` what the surprises gain by each weight.

        by_s, by_d, by_r: what they gain by stability, difficulty and the chance of recall, from the
        answer at hand on.
        """
        by_s = by_d = 0.0
        for place in range(len(states), 0, -1):
            s, d, r = states[place - 1]
            grade, passed = given.grades[place], given.days[place]
            before_d = self._difficulty(d, grade, by_d, slope)
            if passed > 0:
                if grade > 1:
                    before_s, more_d, by_r = self._recalled((s, d, r), grade, by_s, slope)
                    by_r -= 1 / r if r > SUREST else 0.0
                else:
                    before_s, more_d, by_r = self._missed((s, d, r), by_s, slope)
                    by_r += 1 / (1 - r) if 1 - r > SUREST else 0.0
                before_d += more_d
                aged = FACTOR * passed / s
                by_s = before_s - by_r * DECAY * r / (1 + aged) * aged / s
            else:
                by_s = self._same_day(s, grade, by_s, slope)
            by_d = before_d
        self._first(Grade(given.grades[0]), by_s, by_d, slope)

    def _difficulty(self, d: float, grade: int, by_d: float, slope: list[float]) -> float:
        """What is gained by the difficulty before an answer, through that after it."""
        w = self.weights
        step = (grade - 3) * (10 - d) / 9
        moved = d - w[6] * step
        if not by_d or not 1 < w[7] * self.easiest + (1 - w[7]) * moved < 10:
            return 0.0
        slope[7] += by_d * (self.easiest - moved)
        slope[4] += by_d * w[7]
        slope[5] -= by_d * w[7] * 3 * math.exp(3 * w[5])
        share = by_d * (1 - w[7])
        slope[6] -= share * step
        return share * (1 + w[6] * (grade - 3) / 9)

    def _recalled(
        self, state: tuple[float, float, float], grade: int, by_s: float, slope: list[float]
    ) -> tuple[float, float, float]:
        """What is gained by s, d and r, through the stability after a right answer."""
        w, (s, d, r) = self.weights, state
        factor = 1.0 if grade == 3 else w[15 if grade == 2 else 16]
        raised = math.exp(w[10] * (1 - r))
        plain = self.growth * (11 - d) * s ** -w[9]
        slowed = plain * factor
        more = slowed * (raised - 1)
        by_more = by_s * s
        gained = by_more * more
        slope[8] += gained
        slope[9] -= gained * math.log(s)
        slope[10] += by_more * slowed * raised * (1 - r)
        if grade != 3:
            slope[15 if grade == 2 else 16] += by_more * plain * (raised - 1)
        return (
            by_s * (1 + more) - gained * w[9] / s,
            -gained / (11 - d),
            -by_more * slowed * raised * w[10],
        )

    def _missed(
        self, state: tuple[float, float, float], by_s: float, slope: list[float]
    ) -> tuple[float, float, float]:
        """The same, through the stability after a wrong answer on a later day."""
        w, (s, d, r) = self.weights, state
        power = (s + 1) ** w[13]
        after = w[11] * d ** -w[12] * (power - 1) * math.exp(w[14] * (1 - r))
        most = s * self.most_after_lapse
        if max(min(after, most), SHORTEST) == SHORTEST:
            return 0.0, 0.0, 0.0
        if after >= most:
            slope[17] -= by_s * most * w[18]
            slope[18] -= by_s * most * w[17]
            return by_s * self.most_after_lapse, 0.0, 0.0
        gained = by_s * after
        slope[11] += gained / w[11]
        slope[12] -= gained * math.log(d)
        slope[13] += gained * power * math.log(s + 1) / (power - 1)
        slope[14] += gained * (1 - r)
        return (
            gained * w[13] * power / ((power - 1) * (s + 1)),
            -gained * w[12] / d,
            -gained * w[14],
        )

    def _same_day(self, s: float, grade: int, by_s: float, slope: list[float]) -> float:
        """What is gained by s, through the stability after a second answer on one day."""
        w = self.weights
        factor: float = math.exp(w[17] * (grade - 3 + w[18])) * s ** -w[19]
        if grade != 1 and factor <= 1:
            return by_s
        if s * factor <= SHORTEST:
            return 0.0
        gained = by_s * s * factor
        slope[17] += gained * (grade - 3 + w[18])
        slope[18] += gained * w[17]
        slope[19] -= gained * math.log(s)
        return by_s * factor * (1 - w[19])

    def _first(self, grade: Grade, by_s: float, by_d: float, slope: list[float]) -> None:
        """Adds what comes from the first answer."""
        slope[grade - 1] += by_s
        power = math.exp(self.weights[5] * (grade - 1))
        if 1 < self.weights[4] - power + 1 < 10:
            slope[4] += by_d
            slope[5] -= by_d * power * (grade - 1)
