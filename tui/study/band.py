"""The mean chance of recall of several questions, and how far it may be from the truth."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tui.study.calibration import Calibration, age, moved
from tui.study.estimate import Z80, Estimate

TOPIC_DOUBT = 0.5
"""Standard deviation, in logits, of what the model still gets wrong for a topic's questions alike,
once its forecasts are corrected for the learner."""

QUESTION_DOUBT = 0.4
"""Standard deviation, in logits, of what it gets wrong for each question by itself."""

# Both were chosen on simulated learners with the weights of 30 people: at every stage from ten days
# of study on four of five bands hold the true mean, and over all stages nine of ten.
# `benchmarks/calibration.py` counts them.


@dataclass(slots=True)
class Recalls:
    """Chances of recall of several questions, each corrected, as they are added up.

    bends: chance × (1 − chance), by which a step of one logit moves each chance; ages: the same
    times the age of the answer before.
    """

    count: int = 0
    total: float = 0.0
    bends: float = 0.0
    ages: float = 0.0

    def add(self, chance: float, days: int) -> None:
        """Adds a question with this chance, so many days after the last answer."""
        bend = chance * (1 - chance)
        self.count += 1
        self.total += chance
        self.bends += bend
        self.ages += bend * age(days)

    def plus(self, other: Recalls) -> Recalls:
        """Both together."""
        return Recalls(
            self.count + other.count,
            self.total + other.total,
            self.bends + other.bends,
            self.ages + other.ages,
        )

    def mean(self, calibration: Calibration) -> Estimate | None:
        """Their mean, with a band that holds the mean of the true chances four times of five.

        None if there are none. `calibration` is what they were corrected by. The band is as wide,
        on the scale of logits, as three doubts together: about the learner, the topic and each
        question. It is no forecast of how many an exam would find, which chance moves further.
        """
        if not self.count:
            return None
        mean = min(1.0, self.total / self.count)
        learner = calibration.doubt(self.ages / self.bends if self.bends else 0.0)
        doubt = math.hypot(learner, TOPIC_DOUBT, QUESTION_DOUBT / math.sqrt(self.count))
        return Estimate(mean, moved(mean, -Z80 * doubt), moved(mean, Z80 * doubt))
