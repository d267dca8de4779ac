from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tests.study.test_session import asked
from tui.clock import today
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.progress import memories, sessions
from tui.schedule.forgetting import retrievability
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.opening import open_session
from tui.study.parking import set_parked
from tui.study.session import Session
from tui.study.standing import Standing, Standings, standings
from tui.study.states import Finished
from tui.study.topics import topic_standings
from tui.study.weak import fitting, most_worth
from tui.study.wish import Wish

DAYS = 60
SIZE = 10
TOPICS = ("alpha", "beta", "quick", "never")
"""The learner forgets `quick` twice as fast as the model thinks, and never saw `never`."""

WEAK = Wish(weak=True)


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """Behind sixty days of a learner who answers what is due."""
    questions = [
        question(f"{topic}-{n}", topic, answer=f"{topic} number {n}")
        for n in range(SIZE)
        for topic in TOPICS
    ]
    topics = [f"{topic}: {{title: Topic {topic}}}" for topic in TOPICS]
    write_bank(tmp_path / "question_banks", "a", topics, questions)
    with desk_at(tmp_path, clock) as opened:
        live(opened)
        yield opened


def live(desk: Desk) -> None:
    made, log, last = random.Random(7), Log(desk), today(desk.clock)
    for back in range(DAYS, 0, -1):
        day = last - timedelta(days=back)
        for ref in desk.index.refs():
            memory = memories.get(desk.progress, ref)
            if ref.startswith("a/never") or (memory and memory.due_day > day):
                continue
            speed = 2.0 if ref.startswith("a/quick") else 1.0
            chance = 0.4
            if memory:
                chance = retrievability(memory.stability, speed * (day - memory.last_day).days)
            log.answer(ref, day, Grade.GOOD if made.random() < chance else Grade.AGAIN)


def queue(desk: Desk) -> tuple[str, ...]:
    row = sessions.latest(desk.progress)
    assert row is not None
    return row.queue


def worth(row: Standing) -> float:
    return row.gain / row.seconds


def weakest(desk: Desk, known: Standings) -> list[str]:
    report = topic_standings(desk, known)
    return [topic.id for topic in sorted(report.topics, key=lambda t: -t.per_minute)]


@pytest.mark.parametrize("minutes", [1, 3, 6, 9])
def test_nothing_is_asked_that_adds_less_than_what_is_left_out(desk: Desk, minutes: int) -> None:
    known = standings(desk)
    open_session(desk, minutes, WEAK)
    chosen = queue(desk)
    inside = [row for row in known.rows if row.ref in chosen]
    outside = [row for row in known.rows if row.ref not in chosen]
    assert len(inside) == len(chosen) == len(set(chosen))
    assert all(row.gain > 0 for row in inside)
    assert sum(row.seconds for row in inside) <= minutes * 60
    assert min(map(worth, inside)) >= max(map(worth, outside))


def test_the_topics_that_are_weak_are_asked_about(desk: Desk) -> None:
    known = standings(desk)
    first, second, *others = weakest(desk, known)
    assert {first, second} == {"never", "quick"}
    open_session(desk, 7, WEAK)
    of = [ref.removeprefix("a/").rpartition("-")[0] for ref in queue(desk)]
    assert of.count(first) == SIZE
    assert all(of.count(second) > of.count(other) for other in others)


def test_a_topic_of_it_a_filter_of_it(desk: Desk) -> None:
    open_session(desk, 20, Wish(weak=True, topic="quick"))
    assert queue(desk)
    assert all(ref.startswith("a/quick-") for ref in queue(desk))
    open_session(desk, 20, Wish(weak=True, filter="id:quick-1,alpha-1,never-1"))
    assert set(queue(desk)) <= {"a/quick-1", "a/alpha-1", "a/never-1"}


def test_topics_take_turns(desk: Desk) -> None:
    with desk.progress.transaction():
        for ref in desk.index.refs():
            if ref.startswith(("a/alpha", "a/quick")):
                memories.put(desk.progress, ref, None)
    open_session(desk, 5, WEAK)
    of = [ref.rpartition("-")[0] for ref in queue(desk)]
    assert len(set(of)) > 1
    assert sum(one == other for one, other in pairwise(of)) <= len(of) / 3


def test_no_question_twice_a_day_but_a_lapse_again(desk: Desk) -> None:
    session = open_session(desk, 600, WEAK)
    counts: dict[str, int] = {}
    missed = asked(session).ref
    session.answer(("nonsense",), 1)
    session.go_on()
    for _ in range(200):
        if isinstance(session.state, Finished):
            break
        ref = asked(session).ref
        counts[ref] = counts.get(ref, 0) + 1
        session.answer(answer_of(desk, session), 1)
        session.go_on()
    assert isinstance(session.state, Finished)
    assert set(counts.values()) == {1}
    assert counts[missed] == 1  # once more, at the end
    session.end()
    with pytest.raises(StudyError, match="No question that was asked for would win anything"):
        open_session(desk, 20, WEAK)


def answer_of(desk: Desk, session: Session) -> tuple[str, ...]:
    question = desk.index.question(asked(session).ref)
    assert question is not None
    return (question.right_answer(),)


def test_answers_count_for_the_schedule(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 20, WEAK)
    ref = asked(session).ref
    session.answer(answer_of(desk, session), 5)
    memory = memories.get(desk.progress, ref)
    assert memory is not None
    assert memory.last_day == today(clock)
    assert not progress_log.reviews_of(desk.progress, [ref])[-1].practice


def test_a_session_goes_on_for_the_same_wish_alone(desk: Desk) -> None:
    session = open_session(desk, 20, WEAK)
    first = asked(session).ref
    session.skip()
    place = asked(session).ref
    assert asked(open_session(desk, 20, WEAK)).ref == place
    open_session(desk, 20, Wish(weak=True, topic="quick"))
    assert asked(open_session(desk, 20, WEAK)).ref == first


def test_parked_questions_are_not_asked(desk: Desk) -> None:
    open_session(desk, 20, WEAK)
    first = queue(desk)[0]
    with desk.progress.transaction():
        set_parked(desk, first, True)
    open_session(desk, 21, Wish(weak=True, filter="-id:nothing"))
    assert first not in queue(desk)


def test_confusable_questions_stand_near_each_other(tmp_path: Path, clock: HandClock) -> None:
    names = [f"q{n}" for n in range(12)]
    questions = [
        question(
            name,
            ("one", "two")[n % 2],
            answer=f"Person {name}",
            mistakes="{Person q10: No.}" if name == "q0" else "",
        )
        for n, name in enumerate(names)
    ]
    topics = ("one: {title: One}", "two: {title: Two}")
    write_bank(tmp_path / "other" / "question_banks", "b", topics, questions)
    with desk_at(tmp_path / "other", clock) as desk:
        open_session(desk, 60, WEAK)
        order = queue(desk)
    assert len(order) == 12
    assert abs(order.index("b/q0") - order.index("b/q10")) in {2, 3}


def row(name: str, gain: float, seconds: float) -> Standing:
    return Standing(name, "b", name[0], "short", "?", 1.0, None, 0.0, 0.0, 0.0, seconds, gain)


rows = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(0, 5), st.integers(1, 60)), min_size=1
).map(lambda found: [row(f"{t}{n}", float(g), float(s)) for n, (t, g, s) in enumerate(found)])


@given(rows, st.floats(1, 300))
def test_what_fits_is_worth_more_than_what_does_not(rows: list[Standing], seconds: float) -> None:
    order = most_worth(rows)
    chosen = fitting(order, seconds)
    assert {each.ref for each in order} == {each.ref for each in rows if each.gain > 0}
    assert len(chosen) >= bool(order)
    assert len(chosen) == 1 or sum(each.seconds for each in chosen) <= seconds
    left_out = [each for each in order if each not in chosen]
    if chosen and left_out:
        assert min(map(worth, chosen)) >= max(map(worth, left_out))


def test_of_equals_the_weaker_topic_comes_first() -> None:
    equal = [row("a1", 2.0, 10.0), row("b1", 2.0, 10.0)]
    better = row("b2", 3.0, 10.0)
    assert [each.ref for each in most_worth([*equal, better])] == ["b2", "b1", "a1"]
