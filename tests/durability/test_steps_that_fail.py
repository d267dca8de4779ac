"""Whatever two windows do, and whichever statement fails: what was shown is kept, and stays shown.

An answer that was shown as recorded is in the log once, under the question that it was given to,
and nothing else is; the question on a screen is the one at which its session stands.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.app.leeches import leech_session
from tests.conftest import SAMPLES, HandClock, counted_ids
from tests.durability.refusing import no_room, refusing
from tests.durability.test_two_at_once import Interrupted
from tests.study.test_session import RIGHT
from tui.fault import Fault
from tui.log import Review
from tui.progress import flags, log, memories, sessions
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.progress.parked import parked
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder, find_folder
from tui.study.in_force import replaying
from tui.study.opening import open_session, undo_last
from tui.study.parking import park_or_take_out
from tui.study.queued import Stage, ref_of, stage_of
from tui.study.saved_row import stand_together
from tui.study.session import Session
from tui.study.states import Asked, Finished, Reading, Shown

Failing = Callable[[Database], AbstractContextManager[None]]


class Window:
    """A session in a window of its own, and what its screen has promised."""

    def __init__(self, folder: StudyFolder, clock: HandClock, name: str) -> None:
        ids = counted_ids()
        self.desk = open_desk(folder, clock, lambda: name + ids()[1:])
        self.session = open_session(self.desk, 600)
        self.promised: dict[str, str] = {}

    def take(self, step: str) -> bool:
        """Does `step` where it means something; whether the session was looked up for it."""
        session, state = self.session, self.session.state
        match step, state:
            case "right" | "wrong", Asked():
                full = RIGHT[state.ref.partition("/")[2]]
                key = state.question.key() if state.stage is Stage.EASIER else full
                after = session.answer(key if step == "right" else ("wrong",), 7)
                assert isinstance(after, Shown)
                self.promised[after.review.id] = state.ref
            case "right" | "on", Reading() | Shown():
                session.go_on()
            case "skip", Asked() | Reading():
                session.skip()
            case "undo", _:
                session.undo()
            case "undo at home", _:
                back = undo_last(self.desk)
                self.session = back or session
                return back is not None
            case "begin", _:
                self.session = open_session(self.desk, 600)
            case _:
                return self._do_beside(step)
        return True

    def _do_beside(self, step: str) -> bool:
        """What leaves the session at its place, or only passes over it."""
        session, state = self.session, self.session.state
        match step, state:
            case "say", Shown():
                session.guessed() if state.review.score == 1 else session.was_right(remember=True)
            case "park", Reading() | Shown():
                session.park()
            case "park the next", Asked() | Reading() | Shown():
                row = session._row
                for text in row.queue[row.place + 1 : row.place + 2]:
                    park_or_take_out(self.desk, ref_of(text), True)
                return False
            case "flag", Asked() | Reading() | Shown():
                session.flag()
            case "type", _:
                # What stands there already is not written again.
                session.keep_draft(("half",))
                return False
            case "reload", _:
                session.reload()
            case _:
                return False
        return True

    def check_screen(self) -> None:
        """What is shown is where the session stands."""
        state, row = self.session.state, self.session._row
        if isinstance(state, Finished):
            assert row.place >= len(row.queue)
            return
        asked = state if isinstance(state, Asked) else state.asked
        text = row.queue[row.place]
        assert (asked.ref, asked.stage) == (ref_of(text), stage_of(text))
        assert isinstance(state, Reading) == (asked.stage is Stage.READ)
        assert row.shown == (state.review.id if isinstance(state, Shown) else None)


STEPS = (
    *("right", "wrong", "on") * 4,
    *("skip", "undo", "park the next", "park", "say") * 2,
    *("undo at home", "begin", "flag", "type", "reload"),
)

FAILING: st.SearchStrategy[Failing] = st.one_of(
    st.just(lambda _: nullcontext()),
    st.builds(
        lambda after, lasts: lambda db: refusing(db, after, lasts=lasts),
        st.integers(0, 40),
        st.booleans(),
    ),
    st.builds(lambda pages: lambda db: no_room(db, pages), st.integers(0, 8)),
)


@pytest.fixture(scope="module")
def slipping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StudyFolder, Path]]:
    """A study folder, and a copy of its progress.db in which a question comes that keeps slipping.

    It is read first, a minute before the tests go on.
    """
    root = tmp_path_factory.mktemp("slipping") / "study"
    shutil.copytree(SAMPLES, root)
    folder = find_folder(str(root))
    clock = HandClock()
    with open_desk(folder, clock, counted_ids()) as desk:
        leech_session(desk, clock).end()
    copy = root / "as-it-was.db"
    shutil.copy(folder.progress, copy)
    yield folder, copy


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    steps=st.lists(
        st.tuples(st.integers(0, 1), st.sampled_from(STEPS), FAILING), min_size=1, max_size=25
    )
)
def test_any_steps(
    slipping: tuple[StudyFolder, Path], steps: list[tuple[int, str, Failing]]
) -> None:
    folder, copy = slipping
    for end in ("-wal", "-shm"):
        folder.progress.with_name(folder.progress.name + end).unlink(missing_ok=True)
    shutil.copy(copy, folder.progress)
    clock = HandClock()
    clock.pass_(days=800, minutes=1)
    first = Window(folder, clock, "A")
    with first.desk:
        known = {entry.id for entry in log.entries(first.desk.progress)}
        second = Window(folder, clock, "B")
        with second.desk:
            for number, step, failing in steps:
                window = (first, second)[number]
                clock.pass_(seconds=8)
                try:
                    with failing(window.desk.progress):
                        is_taken = window.take(step)
                except (Fault, sqlite3.DatabaseError):
                    is_taken = False
                if is_taken:
                    there = sessions.with_id(window.desk.progress, window.session._row.id)
                    assert stand_together(there, window.session._row)
                window.check_screen()
                logged = {
                    entry.id: entry.question
                    for entry in log.entries(window.desk.progress)
                    if isinstance(entry, Review) and entry.id not in known
                }
                assert logged == first.promised | second.promised
            kept = memories.every(first.desk.progress)
            with first.desk.progress.transaction():
                memories.rebuild(first.desk.progress, replaying(first.desk.progress))
            assert memories.every(first.desk.progress) == kept


TAKEN: dict[str, Callable[[Session], object]] = {
    "answer": lambda session: session.answer(("wrong",), 7),
    "go on": Session.go_on,
    "skip": Session.skip,
    "undo": Session.undo,
    "flag": Session.flag,
}


@pytest.mark.parametrize("name", TAKEN)
def test_whichever_statement_of_a_step_fails(name: str, desk: Desk) -> None:
    session = open_session(desk, 600)
    if name == "undo":
        session.skip()
    elif name == "go on":
        session.answer(("The World Bank",), 3)
    # The step passes over the next question, which takes another write.
    park_or_take_out(desk, session._row.queue[session._row.place + 1], True)
    before, row, written = session.state, session._row, list(log.entries(desk.progress))
    failed = 0
    while True:
        try:
            with refusing(desk.progress, failed, lasts=False):
                TAKEN[name](session)
            break
        except sqlite3.DatabaseError:
            failed += 1
        assert (session.state, session._row) == (before, row)
        assert list(log.entries(desk.progress)) == written
    assert failed > 5
    assert session.state != before
    assert sessions.latest(desk.progress) == session._row
    assert len(list(log.entries(desk.progress))) == len(written) + (name == "answer")


def test_undo_at_home_beside_an_answer_takes_nothing_back(folder: StudyFolder, desk: Desk) -> None:
    there = open_session(desk, 600)
    there.answer(("The World Bank",), 3)
    there.go_on()
    clock = Interrupted()
    with open_desk(folder, clock, counted_ids()) as other:
        # It answers after Home has read where the session stands, and before it writes.
        clock.before = lambda: there.answer(("Mansarovar",), 4)
        with pytest.raises(Fault, match=r"another window.*Nothing was taken back"):
            undo_last(other)
        assert [len(reviews) for _, reviews in log.reviews_by_question(desk.progress)] == [1, 1]
        assert sessions.latest(desk.progress) == there._row
        back = undo_last(other)
        assert back is not None
        assert isinstance(back.state, Asked)
        assert back.state.draft == ("Mansarovar",)


def test_a_session_that_the_file_does_not_hold_any_more(desk: Desk) -> None:
    session = open_session(desk, 600)
    before = session.state
    with desk.progress.transaction():
        for table in ("session_queues", "session_steps"):
            desk.progress.write(f"DELETE FROM {table}")
        desk.progress.write("DELETE FROM sessions")
    with pytest.raises(ProgressError, match=r"does not hold this session.*start it.*not recorded"):
        session.answer(("The World Bank",), 3)
    assert session.state == before


def test_a_flag_that_both_windows_set_stays(folder: StudyFolder, desk: Desk) -> None:
    first = open_session(desk, 600)
    with open_desk(folder, desk.clock, counted_ids()) as other:
        second = open_session(other, 600)
        for session in (first, second):
            state = session.flag()
            assert isinstance(state, Asked)
            assert state.flagged
        assert len(flags.flagged(desk.progress)) == 1
        second.flag()
        first.flag()
        assert not flags.flagged(desk.progress)


def test_a_question_that_both_windows_park_stays_parked(
    folder: StudyFolder, desk: Desk, clock: HandClock
) -> None:
    first = leech_session(desk, clock)
    assert isinstance(first.state, Reading)
    ref = first.state.asked.ref
    with open_desk(folder, clock, counted_ids()) as other:
        second = open_session(other, 600)
        park_or_take_out(desk, ref, True)
        second.park()
        assert list(parked(desk.progress)) == [ref]
        assert second.state != first.state
