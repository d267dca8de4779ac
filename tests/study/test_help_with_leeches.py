"""A question that keeps slipping, through its whole way."""

from __future__ import annotations

import pytest

from tests.conftest import HandClock
from tests.study.test_session import RIGHT, asked, shown
from tui.clock import today
from tui.progress import memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk
from tui.study.leech_report import leech_report
from tui.study.leeches import LAPSES
from tui.study.opening import open_session
from tui.study.queued import Stage
from tui.study.session import Session
from tui.study.states import Asked, Finished, Reading, State

LAKE = "indus/source-lake"
WRONG = ("some other lake",)


def reading(session: Session) -> Reading:
    assert isinstance(session.state, Reading), session.state
    return session.state


def ref_of(state: State) -> str:
    assert not isinstance(state, Finished)
    return state.ref if isinstance(state, Asked) else state.asked.ref


def right_answer(state: Asked) -> tuple[str, ...]:
    if state.stage is Stage.EASIER:
        return state.question.key()
    return RIGHT[state.ref.partition("/")[2]]


def study(session: Session, lake: list[bool]) -> None:
    """Answers until the session ends: the lake as `lake` says each time, all else rightly."""
    while not isinstance(session.state, Finished):
        state = session.state
        if isinstance(state, Asked):
            right = state.ref != LAKE or lake.pop(0)
            session.answer(right_answer(state) if right else WRONG, 2)
        session.go_on()
    session.end()


def to_the_lake(session: Session) -> State:
    """Answers rightly until the lake is on the screen."""
    while ref_of(session.state) != LAKE:
        if isinstance(session.state, Asked):
            session.answer(right_answer(session.state), 2)
        session.go_on()
    return session.state


def on_its_day(desk: Desk, clock: HandClock) -> Session:
    """A session on the day on which the lake is due."""
    memory = memories.get(desk.progress, LAKE)
    assert memory is not None
    clock.pass_(days=max(1, (memory.due_day - today(clock)).days))
    return open_session(desk, 600)


def on_a_full_day(desk: Desk, clock: HandClock) -> Session:
    """A session on a day on which all is due, the lake first."""
    clock.pass_(days=400)
    session = open_session(desk, 600)
    assert ref_of(session.state) == LAKE
    return session


def report_refs(desk: Desk) -> list[str]:
    return [leech.ref for leech in leech_report(desk).leeches]


@pytest.fixture
def leech(desk: Desk, clock: HandClock) -> Desk:
    """A desk whose lake has slipped seven times, and is a leech from the next miss on."""
    study(open_session(desk, 600), [True])
    for _ in range(LAPSES - 1):
        study(on_its_day(desk, clock), [False, True])
    session = on_its_day(desk, clock)
    to_the_lake(session)
    session.answer(WRONG, 2)
    session.go_on()
    session.end()
    return desk


def test_the_whole_way_from_the_first_answer_to_the_cure(desk: Desk, clock: HandClock) -> None:
    study(open_session(desk, 600), [True])
    for _ in range(LAPSES - 1):
        study(on_its_day(desk, clock), [False, True])
        assert report_refs(desk) == []

    # The eighth lapse makes it a leech. It comes once more in this session, and now with help.
    session = on_its_day(desk, clock)
    to_the_lake(session)
    assert asked(session).stage is None
    session.answer(WRONG, 2)
    assert shown(session).comes_back_today
    assert report_refs(desk) == [LAKE]
    session.go_on()
    to_the_lake(session)
    state = reading(session)
    assert state.asked.leech.lapses == LAPSES
    assert state.proof[0].quote == "The Indus rises near Lake Mansarovar in Tibet"
    assert state.easier

    # The passage was read: the quote is to be completed, for practice.
    before = memories.get(desk.progress, LAKE)
    session.go_on()
    easier = asked(session)
    assert (easier.stage, easier.practice, easier.question.kind) == (Stage.EASIER, True, "cloze")
    session.answer(("Lake Mansarovar",), 3)
    practised = shown(session).review
    assert (practised.practice, practised.kind, practised.score) == (True, "cloze", 1.0)
    assert practised.key != session_key(desk)
    assert memories.get(desk.progress, LAKE) == before

    # In full again, at the end, as nothing else is left to stand between; that counts.
    session.go_on()
    assert (asked(session).stage, asked(session).practice) == (Stage.FULL, False)
    assert asked(session).question.kind == "short"
    session.answer(RIGHT["source-lake"], 3)
    assert not shown(session).review.practice
    assert memories.get(desk.progress, LAKE) != before
    assert isinstance(session.go_on(), Finished)
    session.end()
    assert report_refs(desk) == [LAKE]

    # Recalled in full on two later days: it is asked as any other, and is a leech no more.
    for left in (1, 0):
        session = on_its_day(desk, clock)
        to_the_lake(session)
        assert asked(session).stage is None
        study(session, [True])
        assert len(report_refs(desk)) == left
    report = leech_report(desk)
    assert [cured.ref for cured in report.cured] == [LAKE]
    assert (report.cured[0].right_since, report.cured[0].missed_since) == (3, 0)

    # The memories are what the log gives, practice or not.
    kept = memories.every(desk.progress)
    with desk.progress.transaction():
        memories.rebuild(desk.progress, replay)
    assert memories.every(desk.progress) == kept


def session_key(desk: Desk) -> str:
    return desk.index.rows([LAKE])[0].key


def test_three_other_questions_stand_before_the_full_one(leech: Desk, clock: HandClock) -> None:
    session = on_a_full_day(leech, clock)
    to_the_lake(session)
    place = reading(session).asked.place
    session.go_on()
    session.answer(WRONG, 2)
    assert not shown(session).can_remember
    assert shown(session).comes_back_today
    session.go_on()
    between = 0
    while not (isinstance(session.state, Asked) and session.state.ref == LAKE):
        assert isinstance(session.state, Asked)
        session.answer(right_answer(session.state), 2)
        session.go_on()
        between += 1
    assert between == 3
    assert asked(session).place == place + 5


def test_missed_in_full_after_help_it_comes_with_help_on_another_day(
    leech: Desk, clock: HandClock
) -> None:
    session = on_its_day(leech, clock)
    study(session, [True, False])
    summary = session.state
    assert isinstance(summary, Finished)
    assert summary.summary.practised == 1
    later = on_its_day(leech, clock)
    to_the_lake(later)
    assert reading(later).asked.leech.missed_since == 1


def test_each_stage_stands_again_after_a_crash(leech: Desk, clock: HandClock) -> None:
    session = on_a_full_day(leech, clock)

    def same_again() -> None:
        with leech.another() as again:
            assert open_session(again, 600).state == session.state

    to_the_lake(session)
    reading(session)
    same_again()
    session.go_on()
    session.keep_draft(("Lake M",))
    with leech.another() as again:
        assert asked(open_session(again, 600)).draft == ("Lake M",)
    session.answer(("Lake Mansarovar",), 3)
    same_again()
    session.was_right(remember=False) if shown(session).review.score < 1 else session.guessed()
    same_again()
    session.go_on()
    to_the_lake(session)
    assert asked(session).stage is Stage.FULL
    same_again()
    session.answer(WRONG, 2)
    same_again()


def test_undo_goes_back_through_all_stages(leech: Desk, clock: HandClock) -> None:
    session = on_a_full_day(leech, clock)
    kept = memories.every(leech.progress)
    first = session.state
    states: list[State] = []
    while not isinstance(session.state, Finished):
        states.append(session.state)
        if isinstance(session.state, Asked):
            state = session.state
            session.answer(right_answer(state) if state.ref != LAKE else WRONG, 2)
        session.go_on()
    assert sum(isinstance(state, Reading) for state in states) == 1
    for before in reversed(states):
        undone = session.undo()
        if isinstance(before, Reading):
            assert isinstance(undone, Reading)
        else:
            assert isinstance(before, Asked)
            assert isinstance(undone, Asked)
            assert (undone.ref, undone.stage, undone.place) == (
                before.ref,
                before.stage,
                before.place,
            )
    assert session.undo() is None
    assert isinstance(first, Asked | Reading)
    assert memories.every(leech.progress) == kept


def test_skipping_in_each_stage(leech: Desk, clock: HandClock) -> None:
    session = on_a_full_day(leech, clock)
    to_the_lake(session)
    reading(session)
    session.skip()
    assert ref_of(session.state) != LAKE
    session.undo()
    reading(session)
    session.go_on()
    session.skip()
    assert ref_of(session.state) != LAKE
    session.undo()
    assert asked(session).stage is Stage.EASIER
    session.skip()
    to_the_lake(session)
    assert asked(session).stage is Stage.FULL
    session.skip()
    session.undo()
    assert asked(session).stage is Stage.FULL


def test_what_was_begun_is_asked_in_full_though_the_minutes_are_spent(
    leech: Desk, clock: HandClock
) -> None:
    session = on_a_full_day(leech, clock)
    to_the_lake(session)
    session.go_on()
    session.answer(("Lake Mansarovar",), 600 * 60)
    session.go_on()
    assert asked(session).stage is Stage.FULL
    with leech.another() as again:
        after = open_session(again, 600)
        assert asked(after).stage is Stage.FULL
        assert isinstance(after.skip(), Finished)
        assert isinstance(after.undo(), Asked)
        assert asked(after).stage is Stage.FULL
        after.answer(RIGHT["source-lake"], 2)
        assert isinstance(after.go_on(), Finished)


def test_parked_it_is_not_asked_until_it_is_taken_out_again(leech: Desk, clock: HandClock) -> None:
    session = on_a_full_day(leech, clock)
    to_the_lake(session)
    after = session.park()
    assert ref_of(after) != LAKE
    report = leech_report(leech)
    assert [row.ref for row in report.parked] == [LAKE]
    assert report.leeches == ()
    session.undo()
    reading(session)
    assert leech_report(leech).parked == ()
    session.park()
    with leech.another() as again:
        assert ref_of(open_session(again, 600).state) != LAKE
    study(session, [])
    clock.pass_(days=400)
    study(open_session(leech, 600), [])


def test_parked_at_the_verdict_and_back(leech: Desk, clock: HandClock) -> None:
    session = on_a_full_day(leech, clock)
    to_the_lake(session)
    session.go_on()
    session.answer(WRONG, 2)
    session.park()
    assert shown(session).asked.parked
    session.park()
    assert not shown(session).asked.parked
    session.park()
    session.go_on()
    while not isinstance(session.state, Finished):
        assert ref_of(session.state) != LAKE
        if isinstance(session.state, Asked):
            session.answer(right_answer(session.state), 2)
        session.go_on()


def test_a_session_for_practice_asks_without_help(leech: Desk, clock: HandClock) -> None:
    from tui.study.wish import Wish

    session = open_session(leech, 600, Wish(missed_days=3, practice=True))
    assert asked(session).ref == LAKE
    assert (asked(session).stage, asked(session).practice) == (None, True)
