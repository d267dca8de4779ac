"""Two sessions on one file: both work, and whoever comes too late is told."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.conftest import HandClock, counted_ids
from tests.durability.towns import write_towns
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.progress import log
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder, find_folder
from tui.study.ids import random_id
from tui.study.opening import ask_about, open_session
from tui.study.saved_row import MovedOnError
from tui.study.session import Session
from tui.study.states import Asked, Finished, Shown

TOWNS = 40

ONE_OF_TWO = """
import sys
from tests.durability.test_two_at_once import answer_all
answer_all(sys.argv[1])
"""


def answer_all(folder: str) -> None:
    """Answers until nothing is left; says the id of each answer shown, and each time it was late.

    What is printed is what a screen would have promised.
    """
    with open_desk(find_folder(folder), HandClock(), random_id) as desk:
        session = open_session(desk, 600)
        while not isinstance(session.state, Finished):
            try:
                if isinstance(session.state, Asked):
                    state = session.answer(session.state.question.key(), 3)
                    assert isinstance(state, Shown)
                    print(state.review.id, flush=True)
                session.go_on()
            except MovedOnError:
                print("late", flush=True)


def shown(session: Session) -> Shown:
    assert isinstance(session.state, Shown)
    return session.state


def ids(desk: Desk) -> list[str]:
    return [entry.id for entry in log.entries(desk.progress)]


def test_two_processes_answer_one_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_towns(tmp_path / "study", TOWNS)
    with open_desk(find_folder(str(tmp_path / "study")), HandClock(), random_id) as desk:
        open_session(desk, 600)
        both = [
            subprocess.Popen(
                [sys.executable, "-c", ONE_OF_TWO, str(tmp_path / "study")],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]
        said = [process.communicate(timeout=120) for process in both]
        assert [errors for _, errors in said] == ["", ""]
        promised = [word for lines, _ in said for word in lines.split() if word != "late"]
        assert Counter(promised) == Counter(ids(desk))
        by_question = dict(log.reviews_by_question(desk.progress))
    assert len(by_question) == TOWNS
    assert all(len(reviews) == 1 for reviews in by_question.values())


def test_what_comes_too_late_is_not_recorded_and_says_so(folder: StudyFolder, desk: Desk) -> None:
    first = open_session(desk, 600)
    with open_desk(folder, desk.clock, counted_ids()) as other:
        second = open_session(other, 600)
        assert second.state == first.state
        first.answer(("The World Bank",), 3)
        before = ids(desk)
        with pytest.raises(MovedOnError, match=r"another window.*not recorded"):
            second.answer(("ISKP",), 5)
        assert ids(desk) == before
        assert shown(second).review == shown(first).review
        first.go_on()
        # Nothing is done twice where the other has gone on already.
        second.go_on()
        assert second.state == first.state


def test_what_the_other_added_stays(folder: StudyFolder, desk: Desk) -> None:
    first = open_session(desk, 600)
    with open_desk(folder, desk.clock, counted_ids()) as other:
        second = open_session(other, 600)
        second.more_comes = True
        second.take_in(("indus/no-such", "indus/broker"))
        first.answer(("ISKP",), 3)
        with pytest.raises(MovedOnError):
            second.skip()
        assert "indus/no-such" in second._row.queue
        assert second._row == first._row


def test_a_session_that_was_ended_elsewhere_takes_its_answer(
    folder: StudyFolder, desk: Desk
) -> None:
    first = open_session(desk, 600)
    with open_desk(folder, desk.clock, iter([f"O{n:025}" for n in range(99)]).__next__) as other:
        ask_about(other, ["indus/length"]).answer(("3180",), 4)
        first.answer(("The World Bank",), 3)
        assert len(ids(desk)) == 2
        assert open_session(other, 600).state != first.state


class Interrupted(HandClock):
    """A clock that, at its next look, has something else happen first."""

    before: Callable[[], object] | None = None

    def now(self) -> datetime:
        before, self.before = self.before, None
        if before is not None:
            before()
        return super().now()


def test_two_that_begin_at_the_same_moment_begin_one_session(
    folder: StudyFolder, desk: Desk
) -> None:
    clock = Interrupted()
    with open_desk(folder, clock, random_id) as other:
        begun = []
        clock.before = lambda: begun.append(open_session(desk, 600))
        second = open_session(other, 600)
        assert second._row == begun[0]._row


def test_two_windows(folder: StudyFolder) -> None:
    study = [CSSPREP, "study"]
    with Terminal(study, folder.root) as first, Terminal(study, folder.root) as second:
        # Both begin at once, and yet it is one session.
        for terminal in (first, second):
            terminal.wait_for("Who brokered the Indus Waters Treaty?")
        first.type("a", ENTER)
        first.wait_for("The World Bank brokered it.")
        second.type("b")
        second.wait_for("This session went on")
        second.wait_for("The World Bank brokered it.")
        second.type(ENTER)
        second.wait_for("Near which lake does the Indus rise?")
        first.type(ENTER)
        first.wait_for("Near which lake does the Indus rise?")
    with open_desk(folder, HandClock(), counted_ids()) as desk:
        assert len(ids(desk)) == 1
