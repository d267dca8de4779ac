"""Expected marks of several questions if nothing more is studied, with an 80 % band."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from tui.schedule.forgetting import retrievability
from tui.study.band import QUESTION_DOUBT, TOPIC_DOUBT
from tui.study.calibration import Calibration, age
from tui.study.estimate import Z80, Estimate

WIDER = 1.12
"""How many times as wide as these doubts make it a band is. Like them, it was chosen on simulated
learners, of whom `benchmarks/exam_forecast.py` counts how often the bands hold."""


@dataclass(slots=True)
class Expected:
    """Questions that are added up as they stand on one day, corrected for the learner.

    An unseen one counts as a guess, about which there is no doubt. Of the others, what is not known
    of the learner is the same for all, of a topic for all of it, of a question for itself alone.
    """

    calibration: Calibration
    weight: float = 0.0
    total: float = 0.0
    _bends: float = 0.0
    _ages: float = 0.0
    _squares: float = 0.0
    _topics: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def unseen(self, weight: float, guess: float) -> None:
        """Adds a question of so many marks that was never answered."""
        self.weight += weight
        self.total += weight * guess

    def seen(self, topic: str, weight: float, guess: float, stability: float, days: int) -> None:
        """Adds one with this stability, so many days after its last answer."""
        chance = self.calibration.corrected(retrievability(stability, days), days)
        self.weight += weight
        self.total += weight * max(guess, chance)
        bend = weight * chance * (1 - chance)
        self._bends += bend
        self._ages += bend * age(days)
        self._squares += bend * bend
        self._topics[topic] += bend

    def share(self) -> Estimate:
        """The share of their marks to expect, 0 to 1; 0 where they have none."""
        if not self.weight:
            return Estimate(0.0, 0.0, 0.0)
        mean = min(1.0, self.total / self.weight)
        if not self._bends:
            return Estimate(mean, mean, mean)
        learner = self.calibration.doubt(self._ages / self._bends) * self._bends
        topics = TOPIC_DOUBT * math.sqrt(sum(bend * bend for bend in self._topics.values()))
        questions = QUESTION_DOUBT * math.sqrt(self._squares)
        half = WIDER * Z80 * math.hypot(learner, topics, questions) / self.weight
        return Estimate(mean, max(0.0, mean - half), min(1.0, mean + half))
