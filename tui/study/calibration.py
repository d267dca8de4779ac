"""How far the model's forecasts are off for this learner, told by the last answers.

The model's weights are those of an average learner, as long as none of one's own are in force. For
one who forgets faster every forecast is too high, in every topic alike, and more so the longer ago
the answer was. The log shows it: so figures for topics move all forecasts by as many logits as make
the last answers most likely.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tui.memory import Grade
from tui.progress import accuracy, history
from tui.progress.history import Answer
from tui.schedule.forgetting import retrievability
from tui.schedule.stability import first, following
from tui.schedule.weights import DEFAULT, Weights
from tui.study.desk import Desk
from tui.study.in_force import weights_in_force

LAST = 600
"""How many answers are looked at: enough to tell a learner from another, few enough to follow one
who changes."""

LEARNERS_DIFFER = 0.8
"""Standard deviation, in logits, of how far forecasts are off from one learner to another."""

SLOPES_DIFFER = 0.15
"""The same of how much farther they are off for each time that the days since are e times more."""

# Both are from simulated learners with the weights of 30 people (tests/learners.py): with these
# the corrected forecasts came nearest to the true chances.

_WEEK = 7.0

_SMALL = 0.02
"""No forecast is taken for surer than this: one surprise would outweigh all else."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What was expected of an answer: the chance of recall, days after the answer before; and
    whether it was recalled.
    """

    chance: float
    days: int
    recalled: bool


@dataclass(frozen=True, slots=True)
class Calibration:
    """Logits to move a forecast by: `shift` for a week after the last answer, and `slope` more for
    each time that the days are e times as many.

    shift_variance, covariance, slope_variance: how well the two are known. answers: how many
    forecasts they were told from.
    """

    shift: float
    slope: float
    shift_variance: float
    covariance: float
    slope_variance: float
    answers: int

    def corrected(self, chance: float, days: int) -> float:
        """The chance of recall, 0 to 1, as it is for this learner `days` after the last answer."""
        return moved(chance, self.shift + self.slope * age(days))

    def doubt(self, age: float) -> float:
        """Standard deviation, in logits, of how far a forecast at that `age` is moved."""
        variance = self.shift_variance + age * (2 * self.covariance + age * self.slope_variance)
        return math.sqrt(max(0.0, variance))


UNKNOWN = Calibration(0.0, 0.0, LEARNERS_DIFFER**2, 0.0, SLOPES_DIFFER**2, 0)
"""What holds for a learner of whom nothing is known."""


@lru_cache(maxsize=4096)
def age(days: int) -> float:
    """The days since the last answer as the slope counts them: 0 for a week."""
    return math.log(max(1, days) / _WEEK)


def calibration(desk: Desk) -> Calibration:
    """How far forecasts are off, by the last answers in the log of `desk`."""
    names, since = accuracy.last_answered(desk.progress, LAST)
    aliases = desk.index.aliases()
    refs = {aliases.get(name, name) for name in names}
    names = refs | {old for old, new in aliases.items() if new in refs}
    by_question: dict[str, list[Answer]] = {}
    for name, answers in history.answers(desk.progress, sorted(names)):
        by_question.setdefault(aliases.get(name, name), []).extend(answers)
    weights = weights_in_force(desk.progress)
    found: list[Forecast] = []
    for answers in by_question.values():
        in_order = sorted(answers, key=lambda answer: (answer.at, answer.id))
        found += forecasts(in_order, since, weights)
    return fit(found)


def forecasts(answers: Iterable[Answer], since: str, weights: Weights = DEFAULT) -> list[Forecast]:
    """What `weights` expected of each answer from the moment `since` on, and what came of it.

    `answers` are those to one question in order of time. First answers, those to another answer
    key, later ones of the same day and practice test no forecast.
    """
    found: list[Forecast] = []
    known: tuple[float, float] | None = None
    last, key = date.min, ""
    for answer in answers:
        if answer.practice:
            continue
        grade, day = Grade(answer.grade), date.fromisoformat(answer.day)
        if known is None or (key and answer.key and key != answer.key):
            known = first(grade, weights)
        else:
            # A clock set back does not make time run backwards.
            days = max(0, (day - last).days)
            if days and answer.at >= since:
                chance = retrievability(known[0], days)
                found.append(Forecast(chance, days, grade is not Grade.AGAIN))
            known = following(*known, grade, days, weights)
            day = max(day, last)
        last, key = day, answer.key or key
    return found


def fit(forecasts: Sequence[Forecast]) -> Calibration:
    """The shift and the slope that make these outcomes most likely, given how learners differ.

    The mode of their posterior under normal priors, by Newton's method; the variances are those of
    Laplace's approximation.
    """
    if not forecasts:
        return UNKNOWN
    known = [(_logit(each.chance), age(each.days), each.recalled) for each in forecasts]
    shift = slope = 0.0
    for _ in range(50):
        by_shift, by_slope = -shift / LEARNERS_DIFFER**2, -slope / SLOPES_DIFFER**2
        # The curvature, of which the variances are the inverse.
        a, b, d = 1 / LEARNERS_DIFFER**2, 0.0, 1 / SLOPES_DIFFER**2
        for logit, x, recalled in known:
            chance = 1 / (1 + math.exp(-logit - shift - slope * x))
            missing, bend = recalled - chance, chance * (1 - chance)
            by_shift += missing
            by_slope += missing * x
            a += bend
            b += bend * x
            d += bend * x * x
        whole = a * d - b * b
        step, tilt = (d * by_shift - b * by_slope) / whole, (a * by_slope - b * by_shift) / whole
        shift, slope = shift + step, slope + tilt
        if abs(step) + abs(tilt) < 1e-9:
            break
    return Calibration(shift, slope, d / whole, -b / whole, a / whole, len(forecasts))


def moved(chance: float, logits: float) -> float:
    """`chance`, 0 to 1, moved by so many logits."""
    if not 0 < chance < 1:
        return chance
    return chance / (chance + (1 - chance) * math.exp(-logits))


def _logit(chance: float) -> float:
    bounded = min(1 - _SMALL, max(_SMALL, chance))
    return math.log(bounded / (1 - bounded))
