"""Sixty days of a learner who forgets one topic twice as fast and never saw another."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from tests.conftest import HandClock
from tests.learners import Learner, live
from tests.study.studied import desk_at, question, write_bank
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.standing import Standings, standings
from tui.study.topics import TopicStanding, topic_standings

TOPICS = ("alpha", "beta", "gamma", "delta", "quick", "never")


def written(root: Path, size: int) -> list[str]:
    """A bank with `size` questions a topic; those that are never asked."""
    questions = [
        question(f"{topic}-{n}", topic, answer=f"{topic} number {n}")
        for n in range(size)
        for topic in TOPICS
    ]
    topics = [f"{topic}: {{title: Topic {topic}}}" for topic in TOPICS]
    write_bank(root / "question_banks", "a", topics, questions)
    return [f"a/never-{n}" for n in range(size)]


def learner(seed: int) -> Learner:
    return Learner(DEFAULT_PARAMETERS, random.Random(seed), {"quick": 2.0}, at_first=0.1)


def truly_won(learner: Learner, ref: str, day: date, then: date) -> float:
    """By how much asking `ref` on `day` truly raises the chance of recalling it on `then`."""
    before = learner.cards.get(ref)
    chance = learner.recall(ref, day) if before else learner.at_first
    # A question that was never asked is right on that day as often as on this one.
    won = -learner.recall(ref, then) if before else -learner.at_first
    for grade, share in ((Grade.GOOD, chance), (Grade.AGAIN, 1 - chance)):
        after = learner.after(ref, grade, day)
        learner.cards[ref] = after
        won += share * learner.recall(ref, then)
        if before is None:
            del learner.cards[ref]
        else:
            learner.cards[ref] = before
    return won


def truly_won_per_minute(learner: Learner, known: Standings) -> dict[str, float]:
    """Marks per minute by topic, from what the learner really remembers."""
    learner.topics.update({row.ref: row.topic for row in known.rows})
    won: dict[str, float] = defaultdict(float)
    minutes: dict[str, float] = defaultdict(float)
    for row in known.rows:
        won[row.topic] += row.weight * truly_won(learner, row.ref, known.day, known.horizon)
        minutes[row.topic] += row.seconds / 60
    return {topic: won[topic] / minutes[topic] for topic in won}


@pytest.mark.parametrize("seed", range(3))
def test_both_stand_on_top_of_one_who_gives_all_topics_the_same_time(
    tmp_path: Path, clock: HandClock, seed: int
) -> None:
    never, mind = written(tmp_path, 60), learner(seed)
    with desk_at(tmp_path, clock) as desk:
        live(desk, clock, mind, days=60, minutes=0, never=never, in_turn=30)
        known = standings(desk)
        report = topic_standings(desk, known)
    truth = truly_won_per_minute(mind, known)
    assert [topic.id for topic in report.topics][:2] == ["never", "quick"]
    assert sorted(truth, key=lambda topic: -truth[topic])[:2] == ["never", "quick"]
    assert report.best is report.topics[0]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_is_the_true_one_where_the_plan_was_kept(
    tmp_path: Path, clock: HandClock, seed: int
) -> None:
    never, mind = written(tmp_path, 20), learner(seed)
    with desk_at(tmp_path, clock) as desk:
        live(desk, clock, mind, days=60, minutes=10, never=never)
        known = standings(desk)
        report = topic_standings(desk, known)
    truth = truly_won_per_minute(mind, known)
    order = [truth[topic.id] for topic in report.topics]
    assert len(order) == len(TOPICS)
    assert report.topics[0].id == "never"
    assert all(below <= 1.05 * above for above, below in pairwise(order))
    for topic in report.topics[1:]:
        assert topic.per_minute == pytest.approx(truth[topic.id], rel=0.1)


def test_a_question_asked_today_wins_no_more_today(tmp_path: Path, clock: HandClock) -> None:
    never, mind = written(tmp_path, 5), learner(1)
    with desk_at(tmp_path, clock) as desk:
        live(desk, clock, mind, days=1, minutes=60, never=never)
        clock.pass_(days=-1, hours=1)
        topics = {topic.id: topic for topic in report_of(desk)}
    assert topics["alpha"].won == topics["alpha"].minutes == topics["alpha"].per_minute == 0
    assert topics["alpha"].at_stake > 0
    assert topics["never"].won > 0


def report_of(desk: Desk) -> tuple[TopicStanding, ...]:
    return topic_standings(desk, standings(desk)).topics
