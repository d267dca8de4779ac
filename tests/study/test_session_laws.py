"""Whatever is done in sessions in which a question keeps slipping, nothing is lost or doubled."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copytree

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.app.leeches import leech_session
from tests.conftest import SAMPLES, HandClock, counted_ids
from tests.study.test_session import RIGHT
from tui.log import Review
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk, open_desk
from tui.study.folder import find_folder
from tui.study.opening import open_session
from tui.study.queued import Stage
from tui.study.session import Session
from tui.study.states import Asked, Finished, Reading, Shown

STEPS = st.sampled_from(
    (*("right", "wrong", "on", "on", "on") * 2, "undo", "undo", "skip", "park", "say", "restart")
)


@contextmanager
def leech_desk(clock: HandClock) -> Iterator[tuple[Desk, Session]]:
    """A desk and a session at the passage of a question that keeps slipping."""
    with tempfile.TemporaryDirectory() as folder:
        copytree(SAMPLES, Path(folder, "study"))
        with open_desk(find_folder(f"{folder}/study"), clock, counted_ids()) as desk:
            yield desk, leech_session(desk, clock)


def take(session: Session, step: str) -> None:
    """Does `step` where it means something."""
    state = session.state
    if step == "undo":
        session.undo()
    elif isinstance(state, Asked) and step in {"right", "wrong"}:
        full = RIGHT[state.ref.partition("/")[2]]
        right = state.question.key() if state.stage is Stage.EASIER else full
        session.answer(right if step == "right" else ("wrong",), 7)
    elif isinstance(state, Asked | Reading) and step == "skip":
        session.skip()
    elif isinstance(state, Reading) and step in {"on", "right", "wrong"}:
        session.go_on()
    elif isinstance(state, Reading | Shown) and step == "park":
        session.park()
    elif isinstance(state, Shown) and step == "say":
        session.guessed() if state.review.score == 1 else session.was_right(remember=True)
    elif isinstance(state, Shown) and step == "on":
        session.go_on()


def standing(desk: Desk) -> set[str]:
    """The answers that stand, by id."""
    entries = list(progress_log.entries(desk.progress))
    return {
        review.id
        for entry in entries
        if isinstance(entry, Review)
        for review in [progress_log.review(desk.progress, entry.id)]
        if review is not None
    }


@settings(max_examples=40, deadline=None)
@given(st.lists(STEPS, max_size=25))
@example(["right", "wrong", "say", "restart"])
def test_any_steps(steps: list[str]) -> None:
    clock = HandClock()
    with leech_desk(clock) as (desk, session):
        before, known = standing(desk), memories.every(desk.progress)
        for step in steps:
            clock.pass_(seconds=8)
            if step == "restart":
                with desk.another() as again:
                    after = open_session(again, 600)
                    if not isinstance(session.state, Finished):
                        assert after.state == session.state
            else:
                take(session, step)
        kept = memories.every(desk.progress)
        with desk.progress.transaction():
            memories.rebuild(desk.progress, replay)
        assert memories.every(desk.progress) == kept
        while session.undo() is not None:
            assert not isinstance(session.state, Finished)
        assert standing(desk) == before
        assert memories.every(desk.progress) == known
        assert isinstance(session.state, Asked | Reading)
        assert session.seconds == 0
