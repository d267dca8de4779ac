from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.progress.entries import NOON, QUESTIONS, amendment, logs, review, undo
from tests.progress.files import fill, new_database
from tui.log import Amendment, Entry, How, Review, Undo, effective
from tui.memory import Grade
from tui.progress import log
from tui.progress.database import Database
from tui.progress.log import Activity

EXAMPLES = settings(max_examples=60, deadline=None)


def reviews_in(entries: list[Entry]) -> list[Review]:
    return [entry for entry in entries if isinstance(entry, Review)]


@EXAMPLES
@given(logs())
def test_gives_back_what_was_appended(entries: list[Entry]) -> None:
    with new_database() as db:
        fill(db, entries)
        assert list(log.entries(db)) == sorted(entries, key=lambda e: (e.at, e.id))
        assert all(log.holds(db, entry.id) for entry in entries)
        assert not log.holds(db, "absent")


@EXAMPLES
@given(logs())
def test_reads_the_reviews_that_count(entries: list[Entry]) -> None:
    counting = effective(entries)
    with new_database() as db:
        fill(db, entries)
        for question in QUESTIONS:
            wanted = [r for r in counting if r.question == question]
            assert log.reviews_of(db, [question]) == wanted
        assert log.reviews_of(db, QUESTIONS) == counting
        by_id = {r.id: r for r in counting}
        for entry in entries:
            assert log.review(db, entry.id) == by_id.get(entry.id)
        by_question = dict(log.reviews_by_question(db))
        assert set(by_question) == {r.question for r in reviews_in(entries)}
        assert set(log.questions(db)) == set(by_question)
        for question, reviews in by_question.items():
            assert reviews == [r for r in counting if r.question == question]


@EXAMPLES
@given(logs())
def test_counts_answers_and_seconds_by_day(entries: list[Entry]) -> None:
    since = NOON.date()
    wanted: dict[date, Activity] = {}
    for r in effective(entries):
        if r.day >= since:
            before = wanted.get(r.day, Activity(0, 0.0))
            wanted[r.day] = Activity(before.answers + 1, before.seconds + r.seconds)
    with new_database() as db:
        fill(db, entries)
        found = log.activity(db, since)
    assert found.keys() == wanted.keys()
    for day, activity in found.items():
        assert activity.answers == wanted[day].answers
        assert activity.seconds == pytest.approx(wanted[day].seconds)


@EXAMPLES
@given(logs(), st.integers(1, 5))
def test_gives_the_last_times_of_each_kind(entries: list[Entry], limit: int) -> None:
    # An answer that was practice when it was given was given at the pace of practice.
    practice = {r.id for r in reviews_in(entries) if r.practice}
    timed = [r for r in effective(entries) if r.seconds > 0 and r.id not in practice]
    with new_database() as db:
        fill(db, entries)
        found = log.seconds_by_kind(db, limit)
    for kind, times in found.items():
        of_kind = [r for r in timed if r.kind == kind]
        assert len(times) == min(limit, len(of_kind))
        # Answers of one moment may come in any order.
        oldest = sorted(r.at for r in of_kind)[-len(times) :][0] if times else NOON
        assert set(times) <= {r.seconds for r in of_kind if r.at >= oldest}
    assert {r.kind for r in timed} <= found.keys()


@EXAMPLES
@given(logs(), st.integers(1, 4))
def test_never_counts_too_few_misses(entries: list[Entry], least: int) -> None:
    missed = Counter(r.question for r in effective(entries) if r.grade is Grade.AGAIN)
    with new_database() as db:
        fill(db, entries)
        found = log.miss_counts(db, least)
    assert all(found[question] >= n for question, n in missed.items() if n >= least)


@EXAMPLES
@given(logs())
def test_finds_the_questions_that_entries_are_about(entries: list[Entry]) -> None:
    questions = {r.id: r.question for r in reviews_in(entries)}
    target = {e.id: e.target for e in entries if not isinstance(e, Review)}

    def about(entry_id: str, seen: frozenset[str] = frozenset()) -> set[str]:
        if entry_id in questions:
            return {questions[entry_id]}
        if entry_id in seen or entry_id not in target:
            return set()
        return about(target[entry_id], seen | {entry_id})

    with new_database() as db:
        fill(db, entries)
        for entry in entries:
            assert log.questions_of(db, [entry.id]) == about(entry.id)
        ids = [entry.id for entry in entries]
        assert log.questions_of(db, ids) == set().union(*map(about, ids))


def test_what_was_said_last_of_a_review(db: Database) -> None:
    later = NOON + timedelta(seconds=1)
    right, guessed = amendment("A1", "R1"), amendment("A2", "R1", How.GUESSED, later)
    fill(db, [review("R1", score=0.0)])
    assert log.amendment_of(db, "R1") is None
    fill(db, [guessed, right])
    assert log.amendment_of(db, "R1") == guessed
    fill(db, [undo("U1", "A2", later)])
    assert log.amendment_of(db, "R1") == right
    fill(db, [undo("U2", "A1", later)])
    assert log.amendment_of(db, "R1") is None
    count = amendment("A3", "R1", How.COUNT, later)
    fill(db, [count])
    assert log.amendment_of(db, "R1") is None
    assert log.counted_by(db, "R1") == [count]
    fill(db, [undo("U3", "A3", later)])
    assert log.counted_by(db, "R1") == []
    assert log.amendment_of(db, "absent") is None


def test_moments_keep_their_microseconds_and_come_back_in_utc(db: Database) -> None:
    at = NOON.replace(microsecond=1)
    in_karachi = at.astimezone(timezone(timedelta(hours=5)))
    fill(db, [review("R1", at=in_karachi), review("R2", at=at.replace(microsecond=0))])
    assert [(e.id, e.at) for e in log.entries(db)] == [
        ("R2", at.replace(microsecond=0)),
        ("R1", at),
    ]
    assert {e.at.tzinfo for e in log.entries(db)} == {UTC}


def test_a_moment_without_a_zone_is_not_logged(db: Database) -> None:
    with pytest.raises(ValueError, match="time zone"), db.transaction():
        log.append(db, review("R1", at=NOON.replace(tzinfo=None), day=NOON.date()))


@pytest.mark.parametrize(
    "entry",
    [
        replace(review(), score=1.5),
        replace(review(), score=float("nan")),
        replace(review(), seconds=-1.0),
        replace(review(), id=""),
        replace(review(), question=""),
        Undo("U1", "", NOON, "D"),
        Amendment("A1", "R1", NOON, How.RIGHT, -0.5, Grade.GOOD, "D"),
    ],
)
def test_what_can_not_be_is_not_logged(db: Database, entry: Entry) -> None:
    with pytest.raises(sqlite3.IntegrityError), db.transaction():
        log.append(db, entry)
    assert list(log.entries(db)) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET score = 1.0",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT * FROM log",
        "INSERT OR REPLACE INTO log (id, event, at, device, target) "
        "SELECT id, 'undo', at, device, 'R1' FROM log",
    ],
)
def test_the_log_only_grows(db: Database, statement: str) -> None:
    fill(db, [review("R1", score=0.0)])
    said = pytest.raises(sqlite3.IntegrityError, match=r"the log (only grows|holds this)")
    with said, db.transaction():
        db.write(statement)
    assert list(log.entries(db)) == [review("R1", score=0.0)]


def test_an_id_is_logged_once(db: Database) -> None:
    fill(db, [review("R1")])
    with pytest.raises(sqlite3.IntegrityError):
        fill(db, [review("R1", score=0.0)])
