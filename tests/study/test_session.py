from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import HandClock
from tui.clock import today
from tui.kinds.question import Answer
from tui.kinds.verdict import Outcome
from tui.log import How
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.progress import memories, variants
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.opening import last_undoable, open_session, undo_last
from tui.study.session import Session
from tui.study.states import Asked, Finished, Shown
from tui.study.wish import Wish

RIGHT: dict[str, Answer] = {
    "broker": ("The World Bank",),
    "source-lake": ("Lake Mansarovar",),
    "eastern-to": ("true",),
    "tributaries": ("Ravi", "Beas", "Sutlej", "Chenab", "Jhelum"),
    "signed-on": ("19 September 1960",),
    "length": ("3180",),
    "signers": ("Ayub Khan", "Jawaharlal Nehru"),
    "dams-in-order": ("Warsak", "Mangla", "Tarbela"),
    "dams-and-rivers": ("Mangla", "Jhelum", "Warsak", "Kabul River"),
    "treaty-split": ("eastern", "western", "Pakistan"),
    "treaty-essay": (
        "an outline",
        "Names the broker",
        "Names the signers and the year",
        "States the division of the rivers",
    ),
}


def asked(session: Session) -> Asked:
    assert isinstance(session.state, Asked)
    return session.state


def shown(session: Session) -> Shown:
    assert isinstance(session.state, Shown)
    return session.state


def right(session: Session) -> Answer:
    return RIGHT[asked(session).ref.partition("/")[2]]


def wrong(session: Session) -> Answer:
    """An answer that no kind takes for right."""
    return ("nonsense",)


def go_to(session: Session, name: str) -> None:
    """Skips on to the question `name`."""
    for _ in range(20):
        if asked(session).ref == f"indus/{name}":
            return
        session.skip()
    raise AssertionError(name)


def reopened(desk: Desk) -> Desk:
    return desk.another()


def test_a_first_session_asks_all_that_fits(desk: Desk) -> None:
    session = open_session(desk, 60)
    state = asked(session)
    assert (state.place, state.of) == (1, 11)
    assert state.is_new
    assert not state.again
    assert not state.answer_changed


def test_a_right_answer(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60)
    ref = asked(session).ref
    session.answer(right(session), 7.5)
    state = shown(session)
    assert state.verdict.outcome is Outcome.RIGHT
    assert state.review.grade is Grade.GOOD
    assert state.review.seconds == 7.5
    assert state.due > today(clock)
    assert not state.comes_back_today
    assert state.proof[0].quote
    memory = memories.get(desk.progress, ref)
    assert memory is not None
    assert memory.due_day == state.due


@pytest.mark.parametrize("name", RIGHT)
def test_every_kind_can_be_answered(desk: Desk, name: str) -> None:
    session = open_session(desk, 60)
    go_to(session, name)
    session.answer(right(session), 1)
    assert shown(session).verdict.score == 1
    undone = session.undo()
    assert isinstance(undone, Asked)
    session.answer(wrong(session), 1)
    assert shown(session).verdict.score == 0
    assert shown(session).comes_back_today


def test_a_missed_question_comes_back_once_at_the_end(desk: Desk) -> None:
    session = open_session(desk, 600)
    missed = asked(session).ref
    session.answer(wrong(session), 1)
    session.go_on()
    while asked(session).ref != missed:
        session.answer(right(session), 1)
        session.go_on()
    assert asked(session).again
    assert asked(session).place == asked(session).of == 12
    session.answer(wrong(session), 1)
    assert not shown(session).comes_back_today
    assert isinstance(session.go_on(), Finished)


def test_the_session_ends_when_its_minutes_are_spent(desk: Desk) -> None:
    session = open_session(desk, 5)
    session.answer(right(session), 299)
    assert isinstance(session.go_on(), Asked)
    session.answer(right(session), 2)
    assert isinstance(session.go_on(), Finished)
    assert isinstance(session.undo(), Asked)


def test_a_quick_learner_is_given_more(desk: Desk) -> None:
    session = open_session(desk, 1)
    of = asked(session).of
    assert of < 11
    answered = 0
    while isinstance(session.state, Asked):
        session.answer(right(session), 1)
        session.go_on()
        answered += 1
    assert answered == 11


def test_the_same_verdict_stands_after_a_crash(desk: Desk) -> None:
    session = open_session(desk, 60)
    before = session.answer(wrong(session), 4)
    with reopened(desk) as again:
        assert open_session(again, 60).state == before


def test_the_same_question_and_draft_stand_after_a_crash(desk: Desk) -> None:
    session = open_session(desk, 60)
    session.answer(right(session), 4)
    session.go_on()
    session.keep_draft(("half typ",))
    with reopened(desk) as again:
        after = open_session(again, 60)
        assert asked(after).ref == asked(session).ref
        assert asked(after).draft == ("half typ",)
        assert asked(after).place == 2
        assert after.seconds == 4


def test_the_next_day_plans_anew(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60)
    session.answer(wrong(session), 4)
    missed = session.state
    clock.pass_(days=1)
    again = open_session(desk, 60)
    assert isinstance(missed, Shown)
    assert asked(again).ref == missed.asked.ref
    assert not asked(again).is_new
    assert asked(again).turn == 1


def test_undo_goes_back_to_the_start(desk: Desk) -> None:
    session = open_session(desk, 60)
    first = asked(session).ref
    for _ in range(3):
        session.answer(wrong(session), 10)
        session.go_on()
    session.skip()
    with reopened(desk) as again:
        after = open_session(again, 60)
        for _ in range(4):
            assert after.undo() is not None
        assert after.undo() is None
        assert asked(after).ref == first
        assert asked(after).of == 11
        assert after.seconds == 0
        assert memories.every(again.progress) == {}


def test_undo_puts_the_answer_back_into_the_input(desk: Desk) -> None:
    session = open_session(desk, 60)
    session.answer(("nonsense",), 1)
    session.undo()
    assert asked(session).draft == ("nonsense",)


def test_undo_of_the_last_answer_after_the_end(desk: Desk) -> None:
    session = open_session(desk, 1)
    session.answer(right(session), 100)
    last = shown(session).asked.ref
    assert isinstance(session.go_on(), Finished)
    session.end()
    with reopened(desk) as again:
        assert last_undoable(again)
        back = undo_last(again)
        assert back is not None
        assert asked(back).ref == last
        assert not last_undoable(again)


def test_skip_puts_a_question_last_and_undo_takes_it_back(desk: Desk) -> None:
    session = open_session(desk, 60)
    first = asked(session).ref
    session.skip()
    assert asked(session).ref != first
    assert asked(session).of == 11
    session.undo()
    assert asked(session).ref == first
    assert asked(session).place == 1


def test_skipping_the_only_question_left_ends_the_session(desk: Desk) -> None:
    session = open_session(desk, 600)
    for _ in range(10):
        session.answer(right(session), 1)
        session.go_on()
    assert isinstance(session.skip(), Finished)
    assert isinstance(session.undo(), Asked)


def test_i_was_right(desk: Desk) -> None:
    session = open_session(desk, 60)
    go_to(session, "source-lake")
    session.answer(("the lake of the swans",), 3)
    assert shown(session).can_remember
    session.was_right(remember=False)
    state = shown(session)
    assert state.said is How.RIGHT
    assert state.review.score == 1
    assert state.review.grade is Grade.GOOD
    assert not state.comes_back_today
    raw = next(iter(progress_log.entries(desk.progress)))
    assert getattr(raw, "score", None) == 0, "the log keeps what the grader said"


def test_i_was_right_and_remember(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60)
    go_to(session, "source-lake")
    session.answer(("the lake of the swans",), 3)
    session.was_right(remember=True)
    learned = variants.learned(desk.progress, ["indus/source-lake"])
    assert [v.text for v in learned] == ["the lake of the swans"]
    clock.pass_(days=60)
    later = open_session(desk, 60)
    go_to(later, "source-lake")
    later.answer(("The Lake of the Swans",), 3)
    assert shown(later).verdict.outcome is Outcome.RIGHT


def test_undo_takes_back_what_was_said_and_the_remembered_wording(desk: Desk) -> None:
    session = open_session(desk, 60)
    go_to(session, "source-lake")
    session.answer(("the lake of the swans",), 3)
    due_before = shown(session).due
    session.was_right(remember=True)
    session.undo()
    state = shown(session)
    assert state.said is None
    assert state.review.score == 0
    assert state.due == due_before
    assert state.comes_back_today
    assert variants.learned(desk.progress, ["indus/source-lake"]) == ()


def test_undo_of_the_answer_forgets_its_wording_too(desk: Desk) -> None:
    session = open_session(desk, 60)
    go_to(session, "source-lake")
    session.answer(("the lake of the swans",), 3)
    session.was_right(remember=True)
    session.go_on()
    session.undo()
    assert asked(session).ref == "indus/source-lake"
    assert variants.learned(desk.progress, ["indus/source-lake"]) == ()


def test_i_guessed_and_back(desk: Desk) -> None:
    session = open_session(desk, 60)
    session.answer(right(session), 3)
    due = shown(session).due
    session.guessed()
    assert shown(session).review.grade is Grade.AGAIN
    assert shown(session).review.score == 1
    assert shown(session).comes_back_today
    session.guessed()
    assert shown(session).said is None
    assert shown(session).due == due
    assert not shown(session).comes_back_today


def test_too_easy_waits_longer_and_replaces_what_was_said(desk: Desk) -> None:
    session = open_session(desk, 60)
    session.answer(right(session), 3)
    due = shown(session).due
    session.guessed()
    session.too_easy()
    assert shown(session).said is How.EASY
    assert shown(session).due > due
    session.undo()
    assert shown(session).said is None
    assert shown(session).due == due


def test_flags(desk: Desk) -> None:
    session = open_session(desk, 60)
    session.flag()
    assert asked(session).flagged
    session.answer(right(session), 1)
    assert shown(session).asked.flagged
    session.flag()
    assert not shown(session).asked.flagged


def test_what_does_not_fit_the_state_is_said(desk: Desk) -> None:
    session = open_session(desk, 60)
    with pytest.raises(StudyError, match="no answer"):
        session.was_right(remember=False)
    session.answer(right(session), 1)
    with pytest.raises(StudyError, match="No question waits"):
        session.answer(("x",), 1)


def test_memories_are_what_the_log_gives_to_the_bit(desk: Desk, clock: HandClock) -> None:
    for day in range(6):
        session = open_session(desk, 60)
        while isinstance(session.state, Asked):
            place = session.state.place
            session.answer(right(session) if (place + day) % 3 else wrong(session), 2)
            if place % 4 == 0:
                session.guessed()
            if place % 5 == 0:
                session.undo()
                session.answer(right(session), 2)
            session.go_on()
        clock.pass_(days=3, hours=5)
    kept = memories.every(desk.progress)
    assert len(kept) == 11
    with desk.progress.transaction():
        memories.rebuild(desk.progress, replay)
    assert memories.every(desk.progress) == kept


def test_due_questions_come_before_new_ones(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 1)
    answered = asked(session).ref
    session.answer(wrong(session), 100)
    session.go_on()
    session.end()
    clock.pass_(days=1)
    assert asked(open_session(desk, 60)).ref == answered


def test_an_unknown_topic_is_said_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(StudyError, match=r"No bank has the topic water.rivers"):
        open_session(desk, 20, Wish("water.rivers"))


def test_a_session_on_a_topic_asks_from_it_alone(desk: Desk) -> None:
    session = open_session(desk, 60, Wish("water.dams"))
    assert asked(session).of == 2
    assert asked(session).question.topic == "water.dams"


def test_a_clock_set_back_loses_nothing(desk: Desk, clock: HandClock) -> None:
    session = open_session(desk, 60)
    ref = asked(session).ref
    session.answer(right(session), 1)
    clock.moment -= timedelta(days=3)
    again = open_session(desk, 60)
    again.answer(right(again), 1)
    again.undo()
    again.answer(right(again), 1)
    assert len(progress_log.reviews_of(desk.progress, [ref])) == 1
    kept = memories.every(desk.progress)
    with desk.progress.transaction():
        memories.rebuild(desk.progress, replay)
    assert memories.every(desk.progress) == kept


def test_an_answer_that_no_device_would_take_in_is_not_recorded(desk: Desk) -> None:
    session = open_session(desk, 60)
    state = session.state
    with pytest.raises(StudyError, match=r"has 20,001 characters.*Shorten it"):
        session.answer(("x" * 20_001,), 1)
    assert session.state == state
    assert list(progress_log.entries(desk.progress)) == []
    session.answer(("x" * 20_000,), 1)
    assert len(list(progress_log.entries(desk.progress))) == 1
