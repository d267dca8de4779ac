"""One way in which the days until the exam may go, by the app's own plan.

The learner of a simulation is drawn from what is known of the real one: how far the model's chances
are off, with the doubt about it; how far they are off for each topic and each question besides; and
how often a first answer is right. What is asked is planned by `tui.schedule.planner`, day by day,
from memories that the simulated answers leave.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from tui.memory import Grade
from tui.schedule.forgetting import DECAY, FACTOR
from tui.schedule.planner import Questions, day_queue
from tui.schedule.stability import first, following
from tui.schedule.weights import DEFAULT
from tui.study.band import QUESTION_DOUBT
from tui.study.calibration import Calibration, age
from tui.study.exam.sampling import Sample

WORTH_GOING_ON = 30.0
"""Seconds that must be left of a day for more to be planned, as in a session."""

FIRSTS = 10.0
"""How many first answers the share of right ones is taken to be known by."""


LASTS = 0.8
"""What is left of how far the model is off for a question after one more answer to it: the answer
moves the memory towards what is true of the learner."""

LATER, LATER_DOUBT = 0.2, 0.8
"""Mean and standard deviation, in logits, of how far the model is off once that is gone."""

TOPICS_DIFFER = 0.3
"""Standard deviation, in logits, of how far topics are off each for itself."""

# They were chosen on simulated learners with the weights of 15 people; on those and on 15 others
# `benchmarks/exam_forecast.py` counts how often the bands hold.


class StoppedError(Exception):
    """The simulation was told to stop."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a simulated learner differs from the model.

    shift, slope: as in `Calibration`, now. later: the shift that takes their place, more with each
    answer to a question. first_right: the chance that a first answer is right. extra: logits that
    each question is easier by. off: for each question how much of shift and slope is left, 0 to 1.
    """

    shift: float
    slope: float
    later: float
    first_right: float
    extra: Sequence[float]
    off: list[float]

    def recall(self, questions: Questions, place: int, day: int) -> float:
        """The true chance, 0 to 1, of a right answer to a question that was met, on that day."""
        guess = questions.guess[place]
        days = day - questions.last_day[place]
        if days <= 0:
            return 1.0
        chance = (1 + FACTOR * days / questions.stability[place]) ** DECAY
        off = self.off[place]
        logits = off * (self.shift + self.slope * age(days)) + (1 - off) * self.later
        odds = math.exp(-logits - self.extra[place])
        return float(max(guess, chance / (chance + (1 - chance) * odds)))


@dataclass(slots=True)
class Day:
    """What was done on a day; seconds that its answers took."""

    reviews: int = 0
    new: int = 0
    seconds: float = 0.0


def drawn(
    calibration: Calibration, topics: Sequence[str], first_right: float, chance: Random
) -> Drawn:
    """A learner as the answers until now leave it open; topics: that of each question."""
    shift, slope = _jointly(calibration, chance)
    by_topic: dict[str, float] = {}
    extra: list[float] = []
    for topic in topics:
        if topic not in by_topic:
            by_topic[topic] = chance.gauss(0, TOPICS_DIFFER)
        extra.append(by_topic[topic] + chance.gauss(0, QUESTION_DOUBT))
    share = min(0.99, max(0.01, first_right))
    first_time = chance.betavariate(FIRSTS * share, FIRSTS * (1 - share))
    return Drawn(
        shift=calibration.shift + shift,
        slope=calibration.slope + slope,
        later=chance.gauss(LATER, LATER_DOUBT),
        first_right=first_time,
        extra=extra,
        off=[1.0] * len(topics),
    )


def _jointly(calibration: Calibration, chance: Random) -> tuple[float, float]:
    """Shift and slope off their means, as their variances and covariance say."""
    one, other = chance.gauss(0, 1), chance.gauss(0, 1)
    spread = math.sqrt(calibration.shift_variance)
    shift = spread * one
    if not spread:
        return 0.0, math.sqrt(calibration.slope_variance) * other
    along = calibration.covariance / spread
    rest = math.sqrt(max(0.0, calibration.slope_variance - along * along))
    return shift, along * one + rest * other


def study(
    sample: Sample,
    learner: Drawn,
    budgets: Sequence[tuple[int, float]],
    exam: int,
    chance: Random,
    *,
    first_right: float,
    weights: Sequence[float] = DEFAULT,
    stop: Callable[[], bool] = lambda: False,
) -> list[Day]:
    """Has `learner` study on all days, by which the sample's columns change.

    budgets: each day as an ordinal, and its seconds for all questions; a sample of a tenth has a
    tenth of them, and what is too short for a question is saved for the next day. StoppedError if
    `stop` says so.
    """
    questions = sample.questions
    found: list[Day] = []
    saved = 0.0
    for day, seconds in budgets:
        if stop():
            raise StoppedError
        done = Day()
        found.append(done)
        if seconds <= 0:
            continue
        left = seconds * sample.share + saved
        least = 0.0
        while left > least:
            queue = day_queue(questions, day, exam, left, weights=weights, first_right=first_right)
            if not queue:
                # Nothing more can be gained: what is left of the day is of no use later.
                left = 0.0
                break
            missed: list[int] = []
            for place in queue:
                if left <= 0:
                    break
                took, right = _ask(questions, learner, place, day, chance, weights, done)
                left -= took
                if not right:
                    missed.append(place)
            for place in missed:
                if left <= 0:
                    break
                left -= _ask(questions, learner, place, day, chance, weights, done)[0]
            least = WORTH_GOING_ON * sample.share
        saved = left if sample.share < 1 else 0.0
    return found


def _ask(
    questions: Questions,
    learner: Drawn,
    place: int,
    day: int,
    chance: Random,
    weights: Sequence[float],
    done: Day,
) -> tuple[float, bool]:
    """Seconds that the question takes, and whether the answer is right."""
    stability = questions.stability[place]
    if not stability:
        done.new += 1
        seconds = questions.seconds_new[place]
        right = chance.random() < max(questions.guess[place], learner.first_right)
        memory = first(Grade.GOOD if right else Grade.AGAIN, tuple(weights))
    else:
        done.reviews += 1
        right = chance.random() < learner.recall(questions, place, day)
        column = questions.seconds_right if right else questions.seconds_wrong
        seconds = column[place]
        grade = Grade.GOOD if right else Grade.AGAIN
        days = day - questions.last_day[place]
        memory = following(stability, questions.difficulty[place], grade, days, tuple(weights))
    questions.stability[place], questions.difficulty[place] = memory
    questions.last_day[place] = day
    learner.off[place] *= LASTS
    done.seconds += seconds
    return seconds, right
