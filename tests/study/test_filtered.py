from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.study.studied import Log, desk_at, question, write_bank
from tests.study.test_session import asked
from tui.clock import today
from tui.memory import Grade
from tui.progress import memories, sessions
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.filters.errors import FilterError
from tui.study.opening import open_session, undo_last
from tui.study.parking import set_parked
from tui.study.planning import planned
from tui.study.standing import standings
from tui.study.states import Finished
from tui.study.wish import Wish

ALL = Wish(filter="bank:a")


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[Desk]:
    """Three questions that are due, three unseen ones, four that are not due yet."""
    questions = [question(f"q{n}", "one") for n in range(10)]
    write_bank(tmp_path / "question_banks", "a", ["one: {title: One}"], questions)
    with desk_at(tmp_path, clock) as opened:
        log, day = Log(opened), today(clock)
        for n in (2, 5, 8):
            log.answer(f"a/q{n}", day - timedelta(days=20 + n), Grade.GOOD)
        for n in (1, 4, 6, 9):
            for back in (20, 15, n):
                log.answer(f"a/q{n}", day - timedelta(days=back), Grade.GOOD)
        yield opened


def test_due_ones_then_unseen_ones_then_those_that_win_most(desk: Desk) -> None:
    order = [ref.removeprefix("a/") for ref in planned(desk, 3600, ALL)]
    assert set(order[:3]) == {"q2", "q5", "q8"}
    assert order[3:6] == ["q0", "q3", "q7"]
    worth = {row.ref: row.gain / row.seconds for row in standings(desk).rows}
    others = [f"a/{name}" for name in order[6:]]
    assert sorted(others) == ["a/q1", "a/q4", "a/q6", "a/q9"]
    assert others == sorted(others, key=worth.__getitem__, reverse=True)


def test_it_fills_the_time(desk: Desk) -> None:
    known = {row.ref: row.seconds for row in standings(desk).rows}
    for seconds in (1, 20, 60, 120, 160, 200):
        chosen = planned(desk, seconds, ALL)
        assert len(chosen) == 1 or sum(known[ref] for ref in chosen) <= seconds
    assert len(planned(desk, 150, ALL)) > 6
    assert planned(desk, 3600, Wish(filter="-seen:no due>0d", topic="one"))


def test_what_was_answered_today_is_asked_again_for_practice_alone(desk: Desk) -> None:
    wish = Wish(filter="id:q0")
    session = open_session(desk, 20, wish)
    session.answer(("Leader of q0",), 1)
    session.go_on()
    session.end()
    assert memories.get(desk.progress, "a/q0") is not None
    with pytest.raises(StudyError, match="All that matches the filter id:q0 was answered today"):
        open_session(desk, 20, wish)
    practice = open_session(desk, 20, Wish(filter="id:q0", practice=True))
    assert asked(practice).ref == "a/q0"


def test_nothing_matches(desk: Desk) -> None:
    with pytest.raises(StudyError, match=r"^No question matches the filter flag:yes"):
        open_session(desk, 20, Wish(filter="flag:yes"))
    with pytest.raises(StudyError, match=r"^No question of the topic one matches the filter zz"):
        open_session(desk, 20, Wish(topic="one", filter="zz"))
    with pytest.raises(FilterError, match="There is no filter flg"):
        open_session(desk, 20, Wish(filter="flg:yes"))
    assert sessions.latest(desk.progress) is None


def test_parked_questions_are_left_out(desk: Desk) -> None:
    with desk.progress.transaction():
        for name in ("q0", "q1", "q2"):
            set_parked(desk, f"a/{name}", True)
    for wish in (Wish(), ALL, Wish(topic="one"), Wish(weak=True)):
        chosen = planned(desk, 3600, wish)
        assert chosen
        assert not {"a/q0", "a/q1", "a/q2"} & set(chosen)
    with pytest.raises(StudyError, match="was answered today or is parked"):
        open_session(desk, 20, Wish(filter="parked:yes"))


def test_the_session_ends_when_nothing_else_matches(desk: Desk) -> None:
    session = open_session(desk, 600, Wish(filter="seen:no"))
    refs: list[str] = []
    while len(refs) < 10 and not isinstance(session.state, Finished):
        refs.append(asked(session).ref)
        session.answer((f"Leader of {refs[-1][2:]}",), 1)
        session.go_on()
    assert refs == ["a/q0", "a/q3", "a/q7"]


def test_undo_after_the_end_knows_the_wish(desk: Desk) -> None:
    wish = Wish(topic="one", filter="id:q0,q3")
    session = open_session(desk, 20, wish)
    session.answer(("Leader of q0",), 1)
    session.end()
    again = undo_last(desk)
    assert again is not None
    assert again.wish == wish
