"""Learners whose true chance of recall is known, and of whom the scheduler knows nothing.

Questions are places 0, 1, 2 and so on; days are whole numbers. Both kinds of learner keep what they
know in columns and use no package: a benchmark asks them some hundred million times.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Protocol

DATA = Path(__file__).parents[1] / "data" / "fsrs6-of-30-people.txt"

PEOPLE = tuple(
    tuple(map(float, line.split()))
    for line in DATA.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
)
"""Weights of FSRS-6, w0 to w20, as fitted to 30 people of open-spaced-repetition/srs-benchmark."""

CARDS_DIFFER = 0.5
"""Standard deviation of the logarithm of how much longer one question stays than another."""


ACTIVATIONS_DIFFER = 0.9
"""Standard deviation of the activation that a question has on top. It is not from the paper, and it
matters: questions that never stick are what a rule wastes time on that asks all that is due. The
fewer there are, the nearer all ways to study come to each other for this learner."""


class Learner(Protocol):
    """What somebody remembers of each question."""

    def recall(self, place: int, day: int) -> float:
        """The true chance, 0 to 1, of a right answer to a question that was met before."""

    def answered(self, place: int, day: int, right: bool) -> None:
        """The trace that an answer leaves, once the right one was shown."""


class FsrsLearner:
    """FSRS-6 with weights of one's own, and each question kept longer or shorter than another."""

    def __init__(self, weights: Sequence[float], longer: Sequence[float]) -> None:
        w = self._w = tuple(weights)
        self._longer = list(longer)
        self._stability = [0.0] * len(longer)
        self._difficulty = [0.0] * len(longer)
        self._last = [0] * len(longer)
        self._decay = -w[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._growth = math.exp(w[8])
        self._most_after_lapse = math.exp(-w[17] * w[18])
        self._easiest = w[4] - math.exp(w[5] * 3) + 1

    def recall(self, place: int, day: int) -> float:
        """What FSRS-6 says, the question's own pace of forgetting counted in."""
        days = (day - self._last[place]) / self._longer[place]
        found: float = (1 + self._factor * days / self._stability[place]) ** self._decay
        return found

    def answered(self, place: int, day: int, right: bool) -> None:
        """As the package `fsrs` does it for Good and Again, without learning steps."""
        w, before, hard = self._w, self._stability[place], self._difficulty[place]
        grade = 3 if right else 1
        if not before:
            stability = w[grade - 1]
            difficulty = w[4] - math.exp(w[5] * (grade - 1)) + 1
        else:
            if day == self._last[place]:
                factor = math.exp(w[17] * (grade - 3 + w[18])) * before ** -w[19]
                stability = before * (max(1.0, factor) if right else factor)
            elif right:
                forgotten = 1 - self.recall(place, day)
                spaced = math.exp(w[10] * forgotten) - 1
                stability = before * (1 + self._growth * (11 - hard) * before ** -w[9] * spaced)
            else:
                forgotten = 1 - self.recall(place, day)
                left = w[11] * hard ** -w[12] * ((before + 1) ** w[13] - 1)
                stability = min(left * math.exp(w[14] * forgotten), before * self._most_after_lapse)
            step = -w[6] * (grade - 3) * (10 - hard) / 9
            difficulty = w[7] * self._easiest + (1 - w[7]) * (hard + step)
        self._stability[place] = max(0.001, stability)
        self._difficulty[place] = min(10.0, max(1.0, difficulty))
        self._last[place] = day


class ActrLearner:
    """ACT-R's activation, with a decay that depends on the activation at the practice.

    After P. I. Pavlik and J. R. Anderson, Practice and forgetting effects on vocabulary memory: an
    activation-based model of the spacing effect, Cognitive Science 29 (2005): m = ln Σ t_k^−d_k,
    d_k = c·e^m(k−1) + a, and a question is recalled with the chance 1 / (1 + e^((τ − m)/s)).
    The parameters are those they fitted to their experiment. Time outside of a session runs at a
    fraction of the clock's. Each question has an activation of its own on top, b.
    """

    DECAY_SCALE = 0.217
    DECAY_LEAST = 0.177
    THRESHOLD = -0.704
    NOISE = 0.255
    OUTSIDE = 0.025
    DAY = 86_400 * OUTSIDE
    """Seconds of the model's time in a day."""
    MOMENT = 60.0
    """Seconds since a practice, where it was on the same day."""

    def __init__(self, extra: Sequence[float]) -> None:
        self._extra = list(extra)
        self._traces: list[list[tuple[int, float]]] = [[] for _ in extra]

    def recall(self, place: int, day: int) -> float:
        """By the activation on that day."""
        return 1 / (1 + math.exp((self.THRESHOLD - self._activation(place, day)) / self.NOISE))

    def answered(self, place: int, day: int, right: bool) -> None:
        """One more trace; right or wrong, the answer was seen."""
        traces = self._traces[place]
        active = math.exp(self._activation(place, day)) if traces else 0.0
        traces.append((day, self.DECAY_SCALE * active + self.DECAY_LEAST))

    def _activation(self, place: int, day: int) -> float:
        total = 0.0
        for then, decay in self._traces[place]:
            total += ((day - then) * self.DAY or self.MOMENT) ** -decay
        return math.log(total) + self._extra[place]


KINDS = ("real", "actr")


def learner(kind: str, person: int, seed: int, questions: int, noise: float) -> Learner:
    """A learner of `kind`, by `seed`; a real one is that one of the people.

    noise: how much longer one question stays than another, as in `CARDS_DIFFER`.

    ValueError for no such kind.
    """
    chance = Random(f"{kind} {seed} {questions}")
    if kind == "actr":
        return ActrLearner([chance.gauss(0, ACTIVATIONS_DIFFER) for _ in range(questions)])
    if kind != "real":
        raise ValueError(f"no such learner: {kind}")
    longer = [chance.lognormvariate(0, noise) for _ in range(questions)]
    return FsrsLearner(PEOPLE[person % len(PEOPLE)], longer)
