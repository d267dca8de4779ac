"""How often the forecasts for the exam day hold the truth, and how fast they are made.

    python -m benchmarks.exam_forecast [--runs 12] [--workers 2]

Learners with the FSRS-6 weights of 30 people, questions and topics that are kept longer or shorter
than others, study by the app's plan until the exam. At the start, after a third and after two
thirds of the days the outlook is made of what the app knows then, and what is expected as one
stands. Printed is how many of the 80 % bands hold the true marks: of all questions, and of each of
eight topics. What the bands are made of was chosen on every second person; the others are held out.
Standing is compared with what is true if nothing more is studied.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import Pool
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.exam.cells import Cell, Life
from benchmarks.exam.learners import CARDS_DIFFER, PEOPLE, FsrsLearner
from benchmarks.exam.policies import FIRST_DAY, Ours
from tui.study.calibration import fit
from tui.study.estimate import Estimate
from tui.study.exam.expected import Expected
from tui.study.exam.outlook import RUNS, Outlook, outlook

TOPICS = 8
TOPICS_DIFFER = 0.3
"""Standard deviation of the logarithm of how much longer one topic stays than another."""

SIZES = ((200, 24, 12), (300, 30, 15), (1000, 30, 15), (1000, 60, 15), (1000, 60, 30))
"""Questions, days, minutes a day."""

STAGES = ("at the start", "after a third", "after two thirds")


@dataclass(frozen=True, slots=True)
class Held:
    """Whether the bands made at one stage hold the truth; topics: how many of them do."""

    person: int
    stage: int
    all: bool
    topics: int
    standing: bool | None


def followed(person: int, size: tuple[int, int, int], runs: int = RUNS) -> list[Held]:
    """Lets one of the people study up to the exam, and looks at what was forecast on the way."""
    questions, days, minutes = size
    lot = Random(f"{person} {size}")
    by_topic = [lot.lognormvariate(0, TOPICS_DIFFER) for _ in range(TOPICS)]
    longer = [by_topic[n % TOPICS] * lot.lognormvariate(0, CARDS_DIFFER) for n in range(questions)]
    mind = FsrsLearner(PEOPLE[person], longer)
    cell = Cell(questions, days, minutes, "real", False, "ours", person, person, True)
    life = Life(cell, mind)
    forecasts: list[tuple[Outlook, bool | None]] = []
    for day in range(days):
        if day in {stage * days // len(STAGES) for stage in range(len(STAGES))}:
            forecasts.append(_forecast(life, day, runs))
        life.live(day)
    truth = life.marks(days) / 100
    true_by_topic = [
        sum(mind.recall(n, days) for n in range(topic, questions, TOPICS) if life.met[n])
        / len(range(topic, questions, TOPICS))
        for topic in range(TOPICS)
    ]
    return [
        Held(
            person=person,
            stage=stage,
            all=_within(found.marks, truth),
            topics=sum(
                _within(found.of([str(topic)]), true) for topic, true in enumerate(true_by_topic)
            ),
            standing=standing,
        )
        for stage, (found, standing) in enumerate(forecasts)
    ]


def _forecast(life: Life, day: int, runs: int) -> tuple[Outlook, bool | None]:
    """The outlook on that day, and whether what is expected as one stands is true now."""
    policy, cell = life.policy, life.cell
    assert isinstance(policy, Ours)
    known = fit(list(policy.forecasts))
    topics = [str(n % TOPICS) for n in range(cell.questions)]
    begun = date.fromordinal(FIRST_DAY)
    ahead = outlook(
        policy.questions,
        [(begun + timedelta(at), cell.minutes * 60) for at in range(day, cell.days)],
        begun + timedelta(cell.days),
        known,
        Random(cell.person),
        runs,
        topics=topics,
        first_right=policy.first_right(),
    )
    stands = Expected(known)
    for n, topic in enumerate(topics):
        stability = policy.questions.stability[n]
        if stability:
            days = FIRST_DAY + cell.days - policy.questions.last_day[n]
            stands.seen(topic, 1.0, 0.0, stability, days)
        else:
            stands.unseen(1.0, 0.0)
    return ahead, _within(stands.share(), life.marks(cell.days) / 100) if day else None


def _within(band: Estimate | None, truth: float) -> bool:
    return band is not None and band.low <= truth <= band.high


def report(held: Iterable[Held]) -> list[str]:
    """A line a stage, for the people that the bands were chosen on and for the others."""
    every = list(held)
    lines = [
        f"{'80 % bands that hold':<38}{'plan kept':>12}{'its topics':>12}{'as one stands':>15}"
    ]
    for title, rest in (("chosen on these", {0}), ("held out", {1}), ("all", {0, 1})):
        for stage, name in (*enumerate(STAGES), (None, "all stages")):
            found = [
                each for each in every if each.person % 2 in rest and stage in {None, each.stage}
            ]
            if not found:
                continue
            stood = [each.standing for each in found if each.standing is not None]
            lines.append(
                f"{f'{title}, {name}':<38}"
                f"{sum(each.all for each in found) / len(found):>12.1%}"
                f"{sum(each.topics for each in found) / TOPICS / len(found):>12.1%}"
                f"{f'{sum(stood) / len(stood):.1%}' if stood else '–':>15}"
            )
    return lines


def main() -> None:
    """Counts, and times the outlook of 1,000 questions and 60 days."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    jobs = [(person, size, given.runs) for size in SIZES for person in range(len(PEOPLE))]
    with Pool(given.workers) as pool:
        held = [each for found in pool.starmap(followed, jobs, chunksize=1) for each in found]
    print("\n".join(report(held)))
    for questions in (1000, 20_000, 100_000):
        life = Life(Cell(questions, 60, 45, "real", False, "ours", 0, 0, True))
        begun = perf_counter()
        _forecast(life, 0, given.runs)
        print(f"outlook of {questions:,} questions × 60 days: {perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    main()
