from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tui.banks.index import Index
from tui.clock import today
from tui.memory import Grade
from tui.progress import settings
from tui.study import exam_queue
from tui.study.desk import Desk
from tui.study.exam.study_plan import keep, study_plan
from tui.study.exam_day import SETTING, set_exam_day
from tui.study.exam_queue import exam_candidates, first_candidates
from tui.study.opening import first_questions, open_session
from tui.study.parking import park_or_take_out
from tui.study.planning import day_plan, planned
from tui.study.queue import Candidate
from tui.study.ranking import ranking
from tui.study.standing import standings
from tui.study.states import Asked, Finished
from tui.study.today import today as today_of
from tui.study.wish import Wish

TOPICS = ("alpha", "beta", "gamma")
SIZE = 60
MINUTES = 5


def bank(banks: Path, size: int = SIZE) -> None:
    heads = [f"{name}: {{title: {name.title()}, papers: [paper-{name}]}}" for name in TOPICS]
    # The first topic's questions, then the second's: neighbours in the bank are of one topic.
    names = [f"{TOPICS[n * 3 // size]}-{n:03}" for n in range(size)]
    questions = [question(name, name.partition("-")[0]) for name in names]
    write_bank(banks, "a", heads, questions)


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    bank(tmp_path / "question_banks")
    with desk_at(tmp_path, clock) as opened:
        yield opened


def put_exam(desk: Desk, days: int) -> date:
    """Sets an exam so many days from today, which may be past."""
    day = today(desk.clock) + timedelta(days=days)
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, day.isoformat())
    return day


def study_some(desk: Desk, days: int = 30, seed: int = 1) -> None:
    """Answers to half of the questions over the last `days`, none of them today."""
    made, log, last = random.Random(seed), Log(desk), today(desk.clock)
    for ref in desk.index.refs()[::2]:
        for back in sorted(made.sample(range(1, days), 2), reverse=True):
            grade = Grade.GOOD if made.random() < 0.7 else Grade.AGAIN
            log.answer(ref, last - timedelta(days=back), grade)


def spent(found: list[Candidate]) -> float:
    return sum(candidate.seconds for candidate in found)


@pytest.mark.parametrize("days", [0, 1, 2, 30, 3 * 365])
def test_all_minutes_are_spent_on_questions_that_are_each_asked_once(desk: Desk, days: int) -> None:
    study_some(desk)
    put_exam(desk, days)
    for minutes in (1, 5, 12):
        found = day_plan(desk, minutes * 60)
        assert 0.95 * minutes * 60 <= spent(found) < minutes * 60 + found[-1].seconds
        refs = [candidate.ref for candidate in found]
        assert len(set(refs)) == len(refs)
    everything = day_plan(desk, 1e6)
    assert len(everything) == SIZE


@pytest.mark.parametrize("days", [None, -1, -400])
def test_without_an_exam_ahead_the_days_work_is_what_is_due_and_then_what_is_new(
    desk: Desk, days: int | None
) -> None:
    study_some(desk)
    before = [candidate.ref for candidate in day_plan(desk, 600)]
    if days is not None:
        put_exam(desk, days)
    assert list(planned(desk, 600)) == before
    seen = [candidate.recall is not None for candidate in day_plan(desk, 600)]
    assert seen == sorted(seen, reverse=True)
    assert today_of(desk, 10).due >= sum(seen)


@pytest.mark.parametrize("days", [None, -1, 0, 1, 30])
def test_no_minutes_no_questions(desk: Desk, days: int | None) -> None:
    if days is not None:
        put_exam(desk, days)
    assert planned(desk, 0) == ()
    assert day_plan(desk, 0) == []
    session = open_session(desk, 0)
    assert isinstance(session.state, Finished)


def test_the_order_is_that_of_the_gain_for_a_second(desk: Desk) -> None:
    study_some(desk)
    put_exam(desk, 40)
    rows = {row.ref: row.gain / row.seconds for row in standings(desk).rows}
    found = [candidate.ref for candidate in day_plan(desk, 600)]
    worst = min(rows[ref] for ref in found)
    left_out = max(won for ref, won in rows.items() if ref not in found)
    assert worst >= left_out - 1e-12
    for before, after in pairwise(found):
        assert rows[after] <= rows[before] / exam_queue.NEAR + 1e-12


def test_topics_take_turns_among_questions_of_equal_gain(desk: Desk) -> None:
    study_some(desk, seed=2)
    put_exam(desk, 40)
    topics = [candidate.topic for candidate in day_plan(desk, 1e6)]
    alike = sum(one == other for one, other in pairwise(topics))
    in_order = [ref.partition("/")[2].partition("-")[0] for ref in planned_by_gain(desk)]
    assert alike < sum(one == other for one, other in pairwise(in_order)) / 2


def planned_by_gain(desk: Desk) -> list[str]:
    rows = sorted(standings(desk).rows, key=lambda row: -row.gain / row.seconds)
    return [row.ref for row in rows]


def test_the_day_before_asks_what_will_slip_and_not_what_is_firm(desk: Desk) -> None:
    log, day = Log(desk), today(desk.clock)
    refs = desk.index.refs()
    for ref in refs[: SIZE // 2]:
        for back in (60, 40, 20, 2):  # well known
            log.answer(ref, day - timedelta(days=back), Grade.GOOD)
    for ref in refs[SIZE // 2 :]:
        log.answer(ref, day - timedelta(days=9), Grade.AGAIN)
    for days in (0, 1):
        put_exam(desk, days)
        found = planned(desk, 300)
        assert len(found) > 15
        assert set(found) <= set(refs[SIZE // 2 :])


def test_what_was_answered_today_is_not_asked_again_but_a_lapse_is(desk: Desk) -> None:
    put_exam(desk, 30)
    session = open_session(desk, 2)
    assert isinstance(session.state, Asked)
    first = session.state.ref
    asked = [first]
    session.answer(("wrong",), 10.0)
    state = session.go_on()
    while isinstance(state, Asked):
        asked.append(state.ref)
        session.answer((f"Leader of {state.ref.partition('/')[2]}",), 1.0)
        state = session.go_on()
    assert asked.count(first) == 2
    assert len(set(asked)) == len(asked) - 1
    assert set(asked).isdisjoint(planned(desk, 1e6))
    assert len(planned(desk, 1e6)) == SIZE - len(set(asked))


def test_a_session_goes_on_until_its_minutes_are_spent(desk: Desk) -> None:
    put_exam(desk, 30)
    session = open_session(desk, 5)
    assert isinstance(session.state, Asked)
    assert session.state.of == 10
    answered = 0
    # The plan took 30 seconds for each; they take six.
    while isinstance(state := session.state, Asked):
        session.answer((f"Leader of {state.ref.partition('/')[2]}",), 6.0)
        answered += 1
        session.go_on()
    assert answered > 40
    assert 270 < session.seconds <= 300


def test_parked_questions_are_not_asked(desk: Desk) -> None:
    put_exam(desk, 30)
    before = planned(desk, 1e6)
    park_or_take_out(desk, before[0], True)
    assert set(planned(desk, 1e6)) == set(before[1:])


def test_a_changed_answer_comes_first_and_counts_as_forgotten(desk: Desk, tmp_path: Path) -> None:
    log, day = Log(desk), today(desk.clock)
    name = "a/gamma-059"
    for back in (50, 30, 1):
        log.answer(name, day - timedelta(days=back), Grade.GOOD)
    put_exam(desk, 30)
    assert planned(desk, 1e6)[-1] == name
    file = tmp_path / "question_banks" / "a.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("answer: Leader of gamma-059", "answer: Another"), "utf-8")
    session = open_session(desk, 5)
    session.reload()
    found = day_plan(desk, 300)
    assert (found[0].ref, found[0].recall) == (name, 0.0)
    assert found[1].recall is None
    assert today_of(desk, 5).due == 1


def test_a_topic_alone(desk: Desk) -> None:
    study_some(desk)
    put_exam(desk, 30)
    found = planned(desk, 1e6, Wish(topic="beta"))
    assert len(found) == SIZE // 3
    assert {ref.partition("-")[0] for ref in found} == {"a/beta"}
    assert planned(desk, 120, Wish(topic="beta")) == tuple(
        candidate.ref
        for candidate in exam_candidates(
            desk, 120, study_plan(desk).exam or date.max, lambda ref: ref.startswith("a/beta")
        )
    )


def test_practice_is_planned_as_before(desk: Desk) -> None:
    study_some(desk)
    before = planned(desk, 600, Wish(topic="beta", practice=True))
    put_exam(desk, 30)
    assert planned(desk, 600, Wish(topic="beta", practice=True)) == before


def test_the_weight_of_papers_decides(desk: Desk) -> None:
    set_exam_day(desk, today(desk.clock) + timedelta(days=30))
    plan = study_plan(desk)
    keep(desk, replace(plan, papers={"paper-gamma": 300.0, "paper-beta": 0.0}))
    found = planned(desk, 1e6)
    assert all(ref.startswith("a/gamma") for ref in found[:20])
    assert len(found) == 40  # nothing is won where a paper counts nothing


def test_home_says_what_the_session_asks(desk: Desk) -> None:
    study_some(desk)
    put_exam(desk, 30)
    for minutes in (1, 5, 20):
        told, found = today_of(desk, minutes), day_plan(desk, minutes * 60)
        assert (told.questions, told.seconds) == (len(found), spent(found))
        assert told.new == sum(candidate.recall is None for candidate in found)
        assert told.due + told.new == told.questions
    session = open_session(desk, 5)
    assert isinstance(session.state, Asked)
    assert session.state.of == len(day_plan(desk, 300))


def test_a_bank_that_grows_two_weeks_before(desk: Desk, tmp_path: Path, clock: HandClock) -> None:
    study_some(desk)
    put_exam(desk, 14)
    names = [f"alpha-new-{n:03}" for n in range(500)]
    write_bank(
        tmp_path / "question_banks",
        "b",
        ["alpha: {title: Alpha}"],
        [question(name, "alpha") for name in names],
    )
    desk.index.refresh(today(clock))
    assert len(desk.index.refs()) == SIZE + 500
    found = day_plan(desk, 1800)
    assert 1710 <= spent(found) <= 1800 + found[-1].seconds
    # The new ones share what their topic weighs: those of other topics come first.
    assert {candidate.topic for candidate in found[:10]} <= {"beta", "gamma"}
    assert {candidate.recall is None for candidate in found} == {True, False}
    assert len(day_plan(desk, 1e6)) == SIZE + 500
    assert today_of(desk, 30).questions == len(found)


def test_a_missed_day_only_changes_the_next(desk: Desk, clock: HandClock) -> None:
    study_some(desk)
    put_exam(desk, 30)
    first = planned(desk, 300)
    clock.pass_(days=2)
    later = planned(desk, 300)
    assert spent(day_plan(desk, 300)) >= 285
    assert set(first) & set(later)


# --- what is kept for the day


def answered_one(desk: Desk) -> Callable[[], None]:
    session = open_session(desk, 20)

    def answer() -> None:
        session.answer(("wrong",), 1.0)
        session.go_on()

    return answer


def test_the_ranking_holds_while_only_todays_answers_come(desk: Desk) -> None:
    exam = put_exam(desk, 30)
    answer = answered_one(desk)
    known, answered = ranking(desk, exam)
    assert answered == frozenset()
    answer()
    answer()
    again, answered = ranking(desk, exam)
    assert again is known
    assert len(answered) == 2
    desk.kept.values.clear()
    made_anew = planned(desk, 300)
    assert answered.isdisjoint(made_anew)


def test_it_is_made_anew_where_more_has_changed(desk: Desk, clock: HandClock) -> None:
    exam = put_exam(desk, 30)
    known, _ = ranking(desk, exam)
    # An answer of another day comes in, as from another device.
    Log(desk).answer("a/beta-025", today(clock) - timedelta(days=3), Grade.GOOD)
    with_answer, answered = ranking(desk, exam)
    assert with_answer is not known
    assert answered == frozenset()
    assert ranking(desk, exam)[0] is with_answer
    clock.pass_(days=1)
    next_day, _ = ranking(desk, exam)
    assert next_day is not with_answer
    with desk.progress.transaction():
        settings.put(desk.progress, "paper_marks", "paper-alpha=50.0")
    assert ranking(desk, exam)[0] is not next_day


def test_an_answer_taken_back_can_be_asked_again(desk: Desk) -> None:
    put_exam(desk, 30)
    session = open_session(desk, 20)
    assert isinstance(session.state, Asked)
    first = session.state.ref
    session.answer(("wrong",), 1.0)
    assert first not in planned(desk, 1e6)
    session.undo()
    assert first in planned(desk, 1e6)


# --- many questions: the first ones before all are ranked


@pytest.fixture
def large(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    bank(tmp_path / "large" / "question_banks", exam_queue.LARGE + 1)
    with desk_at(tmp_path / "large", clock) as opened:
        put_exam(opened, 30)
        yield opened


def test_the_first_questions_are_among_the_best(large: Desk) -> None:
    exam = study_plan(large).exam
    assert exam is not None
    log = Log(large)
    for ref in large.index.refs()[:200]:
        log.answer(ref, today(large.clock) - timedelta(days=9), Grade.GOOD)
    first = first_candidates(large, exam)
    assert len(set(first)) == exam_queue.FIRST
    won = {row.ref: row.gain / row.seconds for row in standings(large).rows}
    worst = min(won[ref] for ref in planned(large, 1200))
    assert all(won[ref] > 0.999 * worst for ref in first)


def test_a_session_begins_with_them_and_takes_the_others_in(large: Desk) -> None:
    session = open_session(large, 20, at_once=True)
    assert session.more_comes
    state = session.state
    assert isinstance(state, Asked)
    assert (state.place, state.of) == (1, exam_queue.FIRST)
    session.flag()
    session.keep_draft(("half",))
    rest = session.plan_rest()
    taken = session.take_in(rest)
    assert isinstance(taken, Asked)
    assert (taken.ref, taken.flagged) == (state.ref, True)
    assert taken.of == len(set(rest) | set(first_of(large)))
    assert not session.more_comes
    assert session.take_in(("a/alpha-000",)) == taken
    again = open_session(large, 20, at_once=True)
    assert isinstance(again.state, Asked)
    assert (again.state.ref, again.state.of, again.state.draft) == (state.ref, taken.of, ("half",))


def first_of(desk: Desk) -> tuple[str, ...]:
    exam = study_plan(desk).exam
    assert exam is not None
    return first_candidates(desk, exam)


def test_a_session_that_was_cut_off_before_the_others_came_goes_on(large: Desk) -> None:
    open_session(large, 20, at_once=True)
    session = open_session(large, 20, at_once=True)
    asked: list[str] = []
    while isinstance(state := session.state, Asked) and len(asked) < 9:
        asked.append(state.ref)
        session.answer((f"Leader of {state.ref.partition('/')[2]}",), 5.0)
        session.go_on()
    assert len(set(asked)) == 9


def test_others_that_come_late_are_passed_over(large: Desk) -> None:
    session = open_session(large, 20, at_once=True)
    rest = session.plan_rest()
    for _ in range(exam_queue.FIRST):
        state = session.state
        assert isinstance(state, Asked)
        session.answer((f"Leader of {state.ref.partition('/')[2]}",), 5.0)
        session.go_on()
    assert not session.more_comes
    before = session.state
    assert session.take_in(rest) == before


def test_once_ranked_a_session_begins_with_all(large: Desk) -> None:
    today_of(large, 20)
    assert first_questions(large) == ()
    session = open_session(large, 20, at_once=True)
    assert not session.more_comes
    assert isinstance(session.state, Asked)
    assert session.state.of == len(day_plan(large, 1200))


def test_only_many_questions_and_an_exam_need_it(desk: Desk, large: Desk) -> None:
    put_exam(desk, 30)
    assert first_questions(desk) == ()
    assert first_questions(large) != ()
    put_exam(large, -1)
    assert first_questions(large) == ()


def test_a_sample_is_spread_over_all(large: Desk) -> None:
    index: Index = large.index
    refs = index.refs()
    for turn in (0, 7):
        found = [row.ref for row in index.sample(100, turn)]
        assert found == refs[turn % 20 :: 20]
    assert [row.ref for row in index.sample(10**6, 3)] == refs
    assert index.count() == len(refs)
    assert [row.ref for row in index.plan_rows()] == refs
    assert index.marks_of_topics() == dict.fromkeys(TOPICS, 667.0)
