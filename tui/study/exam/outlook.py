"""What the days until the exam can reach: the plan, simulated several times.

Each time the learner is another one of those that the answers until now leave possible, so that the
spread of the outcomes is the doubt about what can be reached.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import mul
from random import Random
from statistics import fmean, stdev

from tui.schedule.planner import Questions
from tui.schedule.weights import DEFAULT
from tui.study.calibration import Calibration
from tui.study.estimate import Z80, Estimate
from tui.study.exam.sampling import sample
from tui.study.exam.simulation import Day, drawn, study

RUNS = 12
"""How many times the days are simulated."""

WORK = 24_000
"""Questions times days of one run at most: a second or two for all runs."""

LEAST, MOST = 100, 600
"""A run has at least so many questions, and at most, if there are more."""

WIDER = 1.1
"""How many times as far the truth lies from the middle as the runs do: real learners differ from
the model in more than what a run draws."""
# Chosen as in `simulation.py`, on 15 people.


@dataclass(frozen=True, slots=True)
class DayLoad:
    """A day as it is expected to go: answers to questions seen before, new ones, and seconds."""

    day: date
    reviews: float
    new: float
    seconds: float
    budget: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a plan comes to.

    minutes: by weekday, Monday first. marks: the share of all marks that is expected on the exam
    day, 0 to 1, with a band that holds it four times of five; unseen questions count at their guess
    rate. seen, unseen: questions met by then, and others, of all `questions`. days: how each goes.
    won: by topic, its share of its marks in each run; weight: its marks.
    """

    minutes: tuple[int, ...]
    marks: Estimate
    seen: int
    unseen: int
    questions: int
    days: tuple[DayLoad, ...]
    won: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    weight: Mapping[str, float] = field(default_factory=dict)

    def of(self, topics: Collection[str]) -> Estimate | None:
        """The share of their marks that is expected of these topics; None without any question."""
        known = [topic for topic in topics if self.weight.get(topic)]
        whole = sum(self.weight[topic] for topic in known)
        if not whole:
            return None
        runs = zip(*(self.won[topic] for topic in known), strict=True)
        weights = [self.weight[topic] / whole for topic in known]
        return spread([sum(map(mul, weights, run)) for run in runs])


def outlook(
    questions: Questions,
    budgets: Sequence[tuple[date, float]],
    exam: date,
    calibration: Calibration,
    chance: Random,
    runs: int = RUNS,
    *,
    topics: Sequence[str] = (),
    first_right: float = 0.5,
    weights: Sequence[float] = DEFAULT,
    stop: Callable[[], bool] = lambda: False,
) -> Outlook:
    """What studying on these days by the app's plan comes to on the day `exam`.

    budgets: each day with its seconds. topics: that of each question, all of one if not given.
    calibration, first_right, weights: what is known of the learner. The same `chance` gives the
    same outlook, and the same learners to every other plan. Of many questions, each run takes a
    sample, which stands for all with a like part of the time. StoppedError as soon as `stop` says
    so.
    """
    of_topics = list(topics) or [""] * len(questions)
    days = [(day.toordinal(), seconds) for day, seconds in budgets]
    most = max(LEAST, min(MOST, WORK // max(1, len(days))))
    weight: dict[str, float] = defaultdict(float)
    for topic, marks in zip(of_topics, questions.weight, strict=True):
        weight[topic] += marks
    won: dict[str, list[float]] = {topic: [] for topic in weight}
    totals: list[float] = []
    met: list[int] = []
    loads = [[0.0, 0.0, 0.0] for _ in days]
    for seed in [chance.getrandbits(64) for _ in range(max(2, runs))]:
        lot = Random(seed)
        chosen = sample(questions, most, lot)
        known = chosen.questions
        learner = drawn(calibration, [of_topics[n] for n in chosen.places], first_right, lot)
        done = study(
            chosen,
            learner,
            days,
            exam.toordinal(),
            lot,
            first_right=first_right,
            weights=weights,
            stop=stop,
        )
        chances = [
            learner.recall(known, n, exam.toordinal()) if known.stability[n] else known.guess[n]
            for n in range(len(known))
        ]
        sums = dict.fromkeys(weight, 0.0)
        for topic, marks, stands in zip(
            of_topics, questions.weight, chosen.stands_for, strict=True
        ):
            sums[topic] += marks * chances[stands]
        for topic, marks in sums.items():
            won[topic].append(marks / weight[topic] if weight[topic] else 0.0)
        totals.append(sum(sums.values()) / (sum(weight.values()) or 1.0))
        met.append(sum(known.stability[stands] > 0 for stands in chosen.stands_for))
        _add(loads, done, chosen.share)
    count = len(totals)
    seen = round(fmean(met))
    return Outlook(
        minutes=_by_weekday(budgets),
        marks=spread(totals),
        seen=seen,
        unseen=len(questions) - seen,
        questions=len(questions),
        days=tuple(
            DayLoad(day, reviews / count, new / count, seconds / count, budget)
            for (day, budget), (reviews, new, seconds) in zip(budgets, loads, strict=True)
        ),
        won={topic: tuple(shares) for topic, shares in won.items()},
        weight=dict(weight),
    )


def spread(shares: Sequence[float]) -> Estimate:
    """The mean of what several runs came to, 0 to 1, and the band that their spread makes.

    The band is made of arcs, asin √share, which spread alike near 100 % and far from it, with
    Student's t for as many runs, `WIDER` than they spread.
    """
    mean = fmean(shares)
    if len(shares) < 2:
        return Estimate(mean, mean, mean)
    arcs = [math.asin(math.sqrt(min(1.0, max(0.0, share)))) for share in shares]
    # The quantile of Student's t from that of the normal, by the first term of its expansion.
    more = 1 + (Z80 * Z80 + 1) / (4 * (len(arcs) - 1))
    doubt = Z80 * WIDER * more * stdev(arcs)
    middle = fmean(arcs)
    low = math.sin(max(0.0, middle - doubt)) ** 2
    high = math.sin(min(math.pi / 2, middle + doubt)) ** 2
    return Estimate(mean, min(mean, low), max(mean, high))


def _add(loads: list[list[float]], done: Sequence[Day], share: float) -> None:
    for load, day in zip(loads, done, strict=True):
        load[0] += day.reviews / share
        load[1] += day.new / share
        load[2] += day.seconds / share


def _by_weekday(budgets: Sequence[tuple[date, float]]) -> tuple[int, ...]:
    """Minutes by weekday, those of the last of each: today's may be partly spent."""
    found = [0] * 7
    for day, seconds in budgets:
        found[day.weekday()] = round(seconds / 60)
    return tuple(found)
