from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.clock import today
from tui.memory import Grade
from tui.study.desk import Desk
from tui.study.standing import standings
from tui.study.topics import Sort, TopicReport, TopicStanding, topic_standings

TOPICS = [
    "nrf.leaders: {title: Leaders, papers: [pakistan-affairs]}",
    "nrf.aims: {title: Aims, papers: [essay, pakistan-affairs]}",
    "water: {title: Water}",
    "water.dams: {title: Dams, papers: [essay], weight: 3}",
    "lone.thing: {title: A lone thing}",
    "empty: {title: Empty}",
]


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    questions = [
        question(f"{topic.replace('.', '-')}-{n}", topic)
        for topic, count in (
            ("nrf.leaders", 4),
            ("nrf.aims", 3),
            ("water", 1),
            ("water.dams", 2),
            ("lone.thing", 1),
        )
        for n in range(count)
    ]
    write_bank(tmp_path / "question_banks", "a", TOPICS, questions)
    with desk_at(tmp_path, clock) as opened:
        yield opened


def report(desk: Desk, sort: Sort = "name", paper: str | None = None) -> TopicReport:
    return topic_standings(desk, standings(desk), sort, paper)


def by_id(desk: Desk) -> dict[str, TopicStanding]:
    return {topic.id: topic for topic in report(desk).topics}


def logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def test_topics_stand_in_a_tree(desk: Desk) -> None:
    assert [
        (topic.depth, topic.title, topic.questions, topic.own) for topic in report(desk).topics
    ] == [
        (0, "A lone thing", 1, 1),
        (0, "nrf", 7, 0),
        (1, "Aims", 3, 3),
        (1, "Leaders", 4, 4),
        (0, "Water", 3, 1),
        (1, "Dams", 2, 2),
    ]


def test_papers_stand_across_it(desk: Desk) -> None:
    papers = {paper.id: paper for paper in report(desk).papers}
    assert {name: (paper.title, paper.questions) for name, paper in papers.items()} == {
        "essay": ("Essay", 5),
        "pakistan-affairs": ("Pakistan affairs", 7),
    }
    only = report(desk, paper="essay")
    assert [topic.id for topic in only.topics] == ["nrf.aims", "water", "water.dams"]
    assert [paper.id for paper in only.papers] == ["essay"]
    assert [topic.questions for topic in only.topics] == [3, 2, 2]


def test_marks_add_up(desk: Desk) -> None:
    topics = by_id(desk)
    top = [topic for topic in topics.values() if not topic.depth]
    assert sum(topic.weight for topic in top) == pytest.approx(100)
    assert sum(topic.at_stake for topic in top) == pytest.approx(100)
    assert topics["water.dams"].weight == pytest.approx(100 * 3 / 7)
    assert topics["nrf"].minutes == pytest.approx(7 * 30 / 60)
    assert topics["nrf"].won == pytest.approx(topics["nrf.aims"].won + topics["nrf.leaders"].won)


def test_of_what_was_never_seen_nothing_is_estimated(desk: Desk) -> None:
    for topic in report(desk).topics:
        assert (topic.recall, topic.recall_exam, topic.accuracy) == (None, None, None)
        assert (topic.seen, topic.answers, topic.lapses, topic.few) == (0, 0, 0, True)
        assert topic.per_minute > 0


def test_estimate_and_history_are_two_things(desk: Desk, clock: HandClock) -> None:
    log, day = Log(desk), today(clock)
    for back in (70, 60, 50):
        for n in range(2):
            log.answer(f"a/nrf-leaders-{n}", day - timedelta(days=back), Grade.GOOD)
    leaders = by_id(desk)["nrf.leaders"]
    assert leaders.accuracy is None
    assert leaders.recall is not None
    assert leaders.recall_exam is not None
    assert 0 < leaders.recall.low < leaders.recall.mean < leaders.recall.high < 1
    assert leaders.recall_exam.mean < leaders.recall.mean
    log.answer("a/nrf-leaders-0", day - timedelta(days=29), Grade.AGAIN)
    log.answer("a/nrf-leaders-1", day - timedelta(days=30), Grade.AGAIN)
    leaders = by_id(desk)["nrf.leaders"]
    assert leaders.accuracy is not None
    assert (leaders.accuracy.right, leaders.accuracy.of) == (0, 1)
    assert (leaders.answers, leaders.lapses, leaders.seen, leaders.few) == (8, 2, 2, False)
    assert by_id(desk)["nrf"].accuracy == leaders.accuracy


def test_four_answers_are_too_few_to_tell(desk: Desk, clock: HandClock) -> None:
    log = Log(desk)
    for n in range(4):
        log.answer(f"a/nrf-leaders-{n}", today(clock) - timedelta(days=3), Grade.GOOD)
    assert by_id(desk)["nrf.leaders"].few
    log.answer("a/nrf-leaders-0", today(clock), Grade.GOOD)
    assert not by_id(desk)["nrf.leaders"].few


def test_a_wide_band_closes_with_answers(desk: Desk, clock: HandClock) -> None:
    log, day = Log(desk), today(clock)
    widths: list[float] = []
    for back in range(40, 0, -4):
        for ref in desk.index.refs():
            log.answer(ref, day - timedelta(days=back), Grade.GOOD)
        if back in {40, 4}:
            recall = by_id(desk)["nrf"].recall
            assert recall is not None
            doubt = logit(recall.high) - logit(recall.low)
            widths.append(doubt)
    assert widths[1] < widths[0]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("marks-per-minute", "water.dams"), ("marks", "water.dams"), ("recall", "nrf.aims")],
)
def test_orders(desk: Desk, clock: HandClock, sort: Sort, first: str) -> None:
    log = Log(desk)
    log.answer("a/nrf-aims-0", today(clock) - timedelta(days=30), Grade.AGAIN)
    log.answer("a/nrf-leaders-0", today(clock) - timedelta(days=3), Grade.GOOD)
    topics = report(desk, sort).topics
    # The first of all with questions of its own brings those above it along.
    assert next(topic.id for topic in topics if topic.own and topic.id != "water") == first
    best = report(desk, sort).best
    assert best is not None
    assert best.id == "water.dams"


def test_answers_under_an_older_name_are_its_own(
    desk: Desk, tmp_path: Path, clock: HandClock
) -> None:
    log = Log(desk)
    log.answer("a/water-0", today(clock) - timedelta(days=2), Grade.GOOD)
    bank = tmp_path / "question_banks" / "a.yaml"
    text = bank.read_text(encoding="utf-8")
    renamed = text.replace("  - id: water-0\n", "  - id: river\n    was: [water-0]\n")
    bank.write_text(renamed, encoding="utf-8")
    desk.close()
    with desk_at(tmp_path, clock) as again:
        water = {topic.id: topic for topic in report(again).topics}["water"]
    assert water.accuracy is not None
    assert (water.accuracy.right, water.accuracy.of, water.seen) == (1, 1, 1)
