"""The benchmark of the exam day: its learners and its FSRS are what they are said to be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from fsrs import Card, Rating, Scheduler

from benchmarks.exam.cells import Cell, simulate
from benchmarks.exam.learners import PEOPLE, ActrLearner, FsrsLearner
from benchmarks.exam.policies import NEW, POLICIES, Fsrs
from benchmarks.exam_day import report

START = datetime(2026, 1, 1, tzinfo=UTC)
HISTORY = (
    (0, True),
    (0, True),
    (1, False),
    (3, True),
    (9, True),
    (9, False),
    (30, True),
    (70, True),
)


@pytest.mark.parametrize("person", range(0, 30, 5))
def test_a_real_learner_is_the_fsrs_of_the_package(person: int) -> None:
    mind = Scheduler(PEOPLE[person], learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0, due=START)
    learner = FsrsLearner(PEOPLE[person], [1.0])
    for day, right in HISTORY:
        at = START + timedelta(days=day)
        card, _ = mind.review_card(card, Rating.Good if right else Rating.Again, at)
        learner.answered(0, day, right)
        expected = mind.get_card_retrievability(card, at + timedelta(days=12))
        assert learner.recall(0, day + 12) == pytest.approx(expected, abs=1e-9)


def test_a_question_kept_twice_as_long_is_as_fresh_after_twice_the_days() -> None:
    learner = FsrsLearner(PEOPLE[0], [1.0, 2.0])
    for place in (0, 1):
        learner.answered(place, 0, right=True)
    assert learner.recall(1, 20) == pytest.approx(learner.recall(0, 10))


def test_fsrs_in_due_order_is_due_when_the_package_says() -> None:
    mind = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=0, due=START)
    policy = Fsrs([1.0], 60, Random(0))
    for day, right in ((0, True), (2, True), (9, False), (11, True), (14, True)):
        at = START + timedelta(days=day)
        card, _ = mind.review_card(card, Rating.Good if right else Rating.Again, at)
        policy.answered(0, day, right)
        assert policy.due[0] == (card.due - START).days


def test_spaced_practice_is_kept_longer_in_activation_too() -> None:
    learner = ActrLearner([0.0, 0.0])
    for day in (0, 1, 2, 3):
        learner.answered(0, day, right=True)
    for day in (0, 1, 2, 3):
        learner.answered(1, 5 * day - 12, right=True)
    assert learner.recall(0, 4) > learner.recall(0, 30)
    assert learner.recall(1, 60) > learner.recall(0, 60)


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("kind", ["real", "actr"])
def test_every_way_to_study_keeps_to_its_minutes(policy: str, kind: str) -> None:
    found = simulate(Cell(80, 12, 5, kind, True, policy, 1, 1, again=True))
    assert 0 < found.marks < 100
    assert found.over <= NEW
    assert found == simulate(found.cell)


@pytest.mark.parametrize("kind", ["real", "actr"])
@pytest.mark.parametrize("weighted", [False, True])
def test_the_apps_plan_spends_its_minutes_and_brings_more_than_fsrs(
    kind: str, weighted: bool
) -> None:
    outcomes = [
        simulate(Cell(150, 20, 7, kind, weighted, policy, seed, 4 * seed))
        for policy in ("ours", "fsrs")
        for seed in range(4)
    ]
    ours, theirs = outcomes[:4], outcomes[4:]
    assert min(each.spent for each in ours) >= 0.95
    assert sum(each.marks for each in ours) > sum(each.marks for each in theirs)
    lines = report(outcomes)
    assert any(line.startswith("fsrs") for line in lines)
