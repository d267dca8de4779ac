"""On simulated learners whose true recall is known, the figures hold the truth."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.learners import PEOPLE, Learner, live
from tests.study.studied import desk_at, question, write_bank
from tui.study.standing import standings
from tui.study.topics import HISTORY_DAYS, topic_standings

TOPICS, SIZE = 8, 12


@dataclass
class Held:
    """How many intervals held the truth, of how many."""

    held: int = 0
    of: int = 0

    def count(self, low: float, truth: float, high: float) -> None:
        self.held += low <= truth <= high
        self.of += 1

    @property
    def share(self) -> float:
        return self.held / self.of


def counted(root: Path, people: Iterable[int], days: int) -> dict[str, Held]:
    """Whether the intervals for each topic hold the truth, over several people.

    Each studies fifteen minutes a day, and forgets some topics faster than others.
    """
    questions = [
        question(f"t{topic}-{n}", f"t{topic}", answer=f"topic {topic} number {n}")
        for n in range(SIZE)
        for topic in range(TOPICS)
    ]
    write_bank(
        root / "question_banks", "a", [f"t{n}: {{title: T{n}}}" for n in range(TOPICS)], questions
    )
    found = {name: Held() for name in ("today", "ahead", "accuracy")}
    for person in people:
        (root / "progress.db").unlink(missing_ok=True)
        clock = HandClock()
        chance = random.Random(person)
        speed = {f"t{n}": chance.lognormvariate(0, 0.3) for n in range(TOPICS)}
        learner = Learner(PEOPLE[person], chance, speed)
        with desk_at(root, clock) as desk:
            live(desk, clock, learner, days=days, minutes=15)
            known = standings(desk)
            report = topic_standings(desk, known)
        first = known.day - timedelta(days=HISTORY_DAYS - 1)
        for topic in report.topics:
            seen = [ref for ref in learner.cards if learner.topics[ref] == topic.id]
            assert len(seen) == topic.seen
            assert topic.recall
            assert topic.recall_exam
            today, ahead = (
                mean(learner.recall(ref, day) for ref in seen) for day in (known.day, known.horizon)
            )
            found["today"].count(topic.recall.low, today, topic.recall.high)
            found["ahead"].count(topic.recall_exam.low, ahead, topic.recall_exam.high)
            chances = [c for ref, day, c in learner.chances if ref in set(seen) and day >= first]
            assert (topic.accuracy.of if topic.accuracy else 0) == len(chances)
            if topic.accuracy:
                found["accuracy"].count(topic.accuracy.low, mean(chances), topic.accuracy.high)
    return found


def mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


@pytest.mark.parametrize(("days", "least"), [(10, 0.8), (60, 0.9)])
def test_bands_hold_the_true_recall_and_intervals_the_true_accuracy(
    tmp_path: Path, days: int, least: float
) -> None:
    found = counted(tmp_path, range(0, 30, 3), days)
    assert all(each.of == 80 for each in found.values())
    assert found["today"].share >= least
    assert found["ahead"].share >= least
    assert found["accuracy"].share >= 0.9
