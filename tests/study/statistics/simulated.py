"""Learners whose true chance of recall is known, written into progress.db as the app writes them.

Each is asked what is due by the app's own schedule. What they really remember follows FSRS-6 by
weights of their own: the defaults, of which the app assumes the same, or others.
"""

from __future__ import annotations

import random
import tempfile
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from fsrs import Card, Rating, Scheduler
from fsrs.scheduler import DEFAULT_PARAMETERS

from tui.clock import FixedClock
from tui.log import Review
from tui.memory import Grade, Memory
from tui.progress import log
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import after
from tui.study.desk import Desk, open_desk
from tui.study.folder import BANKS, StudyFolder
from tui.study.statistics.gathering import Memories, statistics
from tui.study.statistics.retention import AGES
from tui.study.statistics.totals import BANDS

START = datetime(2026, 1, 5, 18, 0, tzinfo=UTC)
QUESTIONS, DAYS, NEW_A_DAY, MOST_A_DAY = 300, 90, 10, 60


def _weights(**changed: float) -> tuple[float, ...]:
    weights = list(DEFAULT_PARAMETERS)
    for name, value in changed.items():
        weights[int(name[1:])] = value
    return tuple(weights)


LEARNERS = {
    "as the forecasts assume": _weights(),
    # What they know at first fades thrice as fast, and each answer adds less than half as much.
    "forgets faster": _weights(w0=0.1, w1=0.4, w2=0.8, w3=2.8, w8=1.0),
    "forgets more slowly": _weights(w0=1.0, w1=5.0, w2=12.0, w3=30.0, w8=2.4),
}


@dataclass
class Truth:
    """What was really so: the true chances of recall, by band of forecast and by age."""

    bands: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))
    ages: defaultdict[int, list[float]] = field(default_factory=lambda: defaultdict(list))

    @property
    def mean(self) -> float:
        return mean([chance for chances in self.bands.values() for chance in chances])


def simulate(desk: Desk, weights: tuple[float, ...], seed: int) -> Truth:
    """Writes the answers of one learner into the log of `desk`."""
    made, ids, truth = random.Random(seed), count(), Truth()
    mind = Scheduler(
        parameters=weights, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    cards: dict[str, Card] = {}
    memories: dict[str, Memory] = {}
    unseen = [f"made/q{n:03}" for n in range(QUESTIONS)]
    made.shuffle(unseen)
    with desk.progress.transaction():
        for number in range(DAYS):
            at = START + timedelta(days=number)
            day = at.date()
            due = [name for name, memory in memories.items() if memory.due_day <= day]
            made.shuffle(due)
            # Some are asked before they are due, so that young and firm memories are tested too.
            early = [name for name in memories if memories[name].due_day > day]
            due = due[:MOST_A_DAY] + made.sample(early, min(5, len(early)))
            new, unseen = unseen[:NEW_A_DAY], unseen[NEW_A_DAY:]
            for name in (*due, *new):
                card, memory = cards.get(name), memories.get(name)
                chance = 0.6 if card is None else mind.get_card_retrievability(card, _at(day))
                if memory is not None:
                    _note(truth, memory, day, chance)
                grade = Grade.GOOD if made.random() < chance else Grade.AGAIN
                memories[name] = after(memory, grade, day, "k")
                before = Card(card_id=1, due=_at(day)) if card is None else card
                cards[name], _ = mind.review_card(before, Rating(int(grade)), _at(day))
                log.append(desk.progress, _review(f"r{next(ids):06}", name, at, grade))
    return truth


def coverage(learner: str, seeds: Iterable[int]) -> tuple[int, int, Counter[str]]:
    """How many bands' and ages' intervals hold the truth, of how many, and what is said."""
    held = of = 0
    said: Counter[str] = Counter()
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder, made_desk(Path(folder)) as desk:
            truth = simulate(desk, LEARNERS[learner], seed)
            found = statistics(desk).memories
        assert found is not None
        inside = holding(found, truth)
        held, of = held + sum(inside), of + len(inside)
        said[found.forecasts.sentence] += 1
    return held, of, said


def holding(found: Memories, truth: Truth) -> list[bool]:
    """For each band and each age with answers, whether its interval holds the true mean."""
    inside: list[bool] = []
    shares = [*enumerate(band.share for band in found.forecasts.bands)]
    for number, share in shares:
        assert (share.of if share else 0) == len(truth.bands[number])
        if share is not None:
            inside.append(share.low <= mean(truth.bands[number]) <= share.high)
    for number, age in enumerate(found.retention.ages):
        assert (age.share.of if age.share else 0) == len(truth.ages[number])
        if age.share is not None:
            inside.append(age.share.low <= mean(truth.ages[number]) <= age.share.high)
    return inside


def made_desk(folder: Path) -> Desk:
    """A desk without a bank, on the day after the last answer."""
    (folder / BANKS).mkdir()
    study = StudyFolder(folder, folder / BANKS, folder / "progress.db", folder / "cache")
    numbers = count()
    return open_desk(study, FixedClock(START + timedelta(days=DAYS)), lambda: f"d{next(numbers)}")


def mean(chances: list[float]) -> float:
    return sum(chances) / len(chances)


def _note(truth: Truth, memory: Memory, day: date, chance: float) -> None:
    elapsed = (day - memory.last_day).days
    forecast = retrievability(memory.stability, elapsed)
    truth.bands[bisect_right(BANDS, forecast) - 1].append(chance)
    truth.ages[bisect_right(AGES, elapsed) - 1].append(chance)


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _review(name: str, question: str, at: datetime, grade: Grade) -> Review:
    return Review(
        id=name,
        question=question,
        at=at,
        day=at.date(),
        kind="short",
        answer=("as typed",),
        score=float(grade is not Grade.AGAIN),
        parts=(),
        grade=grade,
        seconds=8.0,
        device="d",
        key="k",
    )
