from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.study.test_session import asked, go_to, right, shown, wrong
from tui.log import How, Review
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.missed import last_miss, missed
from tui.study.opening import open_session, undo_last
from tui.study.parking import park_or_take_out
from tui.study.session import Session
from tui.study.states import Asked, Finished
from tui.study.wish import Wish

LATELY = Wish(missed_days=3, practice=True)
LAKE, BROKER = "indus/source-lake", "indus/broker"


def answered(desk: Desk, *names: str, misses: bool) -> None:
    """Answers the questions `names` of a new session, then leaves it."""
    session = open_session(desk, 600)
    for name in names:
        go_to(session, name)
        session.answer(wrong(session) if misses else right(session), 3)
        session.go_on()
    session.end()


def test_the_last_days_misses_the_newest_first(desk: Desk, clock: HandClock) -> None:
    answered(desk, "length", misses=True)
    clock.pass_(days=2)
    answered(desk, "source-lake", misses=True)
    clock.pass_(minutes=1)
    answered(desk, "broker", misses=True)
    answered(desk, "signers", misses=False)
    assert missed(desk) == [BROKER, LAKE, "indus/length"]
    assert missed(desk, days=1) == [BROKER, LAKE]
    clock.pass_(days=1)
    assert missed(desk) == [BROKER, LAKE]
    clock.pass_(days=10)
    assert missed(desk) == []


def test_right_on_a_later_day_puts_it_right(desk: Desk, clock: HandClock) -> None:
    answered(desk, "source-lake", "broker", misses=True)
    clock.pass_(days=1)
    answered(desk, "broker", misses=False)
    assert missed(desk) == [LAKE]


def test_right_at_the_end_of_the_same_session_does_not(desk: Desk) -> None:
    session = open_session(desk, 600)
    first = asked(session).ref
    session.answer(wrong(session), 1)
    session.go_on()
    while not isinstance(session.state, Finished):
        session.answer(right(session), 1)
        session.go_on()
    assert session.state.summary.missed_today == 1
    assert missed(desk) == [first]


def test_what_was_taken_back_or_right_after_all_was_not_missed(desk: Desk) -> None:
    session = open_session(desk, 600)
    go_to(session, "source-lake")
    session.answer(wrong(session), 1)
    session.was_right(remember=False)
    session.go_on()
    session.answer(wrong(session), 1)
    assert len(missed(desk)) == 1
    session.undo()
    assert missed(desk) == []
    session.answer(right(session), 1)
    session.guessed()
    assert missed(desk) == [shown(session).asked.ref]


def test_parked_ones_are_left_out(desk: Desk) -> None:
    answered(desk, "source-lake", "broker", misses=True)
    park_or_take_out(desk, LAKE, True)
    assert missed(desk) == [BROKER]


@pytest.mark.parametrize(
    ("later", "left"),
    [
        (review("R2", at=NOON + timedelta(days=1)), False),
        (review("R2", at=NOON + timedelta(minutes=1)), True),
        (review("R2", at=NOON + timedelta(minutes=1), practice=True), False),
        (review("R2", at=NOON + timedelta(days=1), practice=True, key="easier"), True),
        (review("R2", at=NOON + timedelta(days=1), score=0.8), True),
        (review("R2", at=NOON + timedelta(days=1), score=0.0, practice=True), True),
    ],
)
def test_what_puts_a_miss_right(later: Review, left: bool) -> None:
    found = last_miss([review("R1", score=0.0), later])
    assert (found is not None) == left


def practice(desk: Desk) -> Session:
    """A session for practice with the lake, which was missed today."""
    answered(desk, "source-lake", misses=True)
    session = open_session(desk, 20, LATELY)
    assert asked(session).ref == LAKE
    return session


def test_practice_leaves_the_schedule_as_it_is(desk: Desk, clock: HandClock) -> None:
    session = practice(desk)
    assert asked(session).practice
    kept = memories.every(desk.progress)
    due = memories.get(desk.progress, LAKE)
    session.answer(right(session), 7)
    assert shown(session).review.practice
    assert due is not None
    assert shown(session).due == due.due_day
    assert memories.every(desk.progress) == kept
    assert progress_log.activity(desk.progress, clock.now().date()).popitem()[1].seconds == 10
    assert isinstance(session.go_on(), Finished)
    assert missed(desk) == []


def test_missed_again_it_is_asked_again_only_in_another_round(desk: Desk) -> None:
    session = practice(desk)
    session.answer(wrong(session), 7)
    assert not shown(session).comes_back_today
    finished = session.go_on()
    assert isinstance(finished, Finished)
    summary = finished.summary
    assert (summary.answered, summary.right, summary.practice, summary.more) == (1, 0, True, True)
    assert (summary.new, summary.gained, summary.slipped) == (0, 0, 0)
    assert [one.ref for one in summary.missed] == [LAKE]


def test_an_answer_for_practice_can_be_made_to_count_and_back(desk: Desk) -> None:
    session = practice(desk)
    before = memories.get(desk.progress, LAKE)
    session.answer(right(session), 7)
    session.count()
    counted = memories.get(desk.progress, LAKE)
    assert counted != before
    assert not shown(session).review.practice
    assert counted is not None
    assert shown(session).due == counted.due_day
    session.guessed()
    assert not shown(session).review.practice, "what else is said does not change that"
    assert shown(session).review.grade is Grade.AGAIN
    with desk.another() as again:
        assert open_session(again, 20, LATELY).state == session.state
    session.undo()
    assert (shown(session).said, shown(session).review.practice) == (None, False)
    session.count()
    assert shown(session).review.practice
    assert memories.get(desk.progress, LAKE) == before
    session.count()
    kept = memories.every(desk.progress)
    with desk.progress.transaction():
        memories.rebuild(desk.progress, replay)
    assert memories.every(desk.progress) == kept


def test_undo_of_an_answer_for_practice(desk: Desk) -> None:
    session = practice(desk)
    before = memories.get(desk.progress, LAKE)
    session.answer(wrong(session), 7)
    session.was_right(remember=False)
    assert (shown(session).said, shown(session).review.score) == (How.RIGHT, 1.0)
    assert memories.get(desk.progress, LAKE) == before
    session.count()
    session.go_on()
    assert isinstance(session.undo(), Asked)
    assert memories.get(desk.progress, LAKE) == before
    assert session.seconds == 0
    assert undo_last(desk) is None


def test_what_counts_already_can_not_be_made_to(desk: Desk) -> None:
    session = open_session(desk, 600)
    session.answer(right(session), 1)
    with pytest.raises(StudyError, match="can't be made to count"):
        session.count()
