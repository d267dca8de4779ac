"""Opens the session to go on with: today's unfinished one, or a new one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.clock import today
from tui.progress import sessions
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.exam_day import horizon
from tui.study.planning import new_session, takes_long, unfinished
from tui.study.saved_row import MovedOnError
from tui.study.session import Session
from tui.study.wish import DAILY, Wish

MINUTES_A_QUESTION = 10
"""How long a session may take whose questions were chosen: it is to end only when all are asked."""


def open_session(desk: Desk, minutes: int, wish: Wish = DAILY, *, at_once: bool = False) -> Session:
    """Today's unfinished session, at the question where it was left, else a new one.

    at_once: where choosing the questions takes long, the first ones are chosen quickly, and the
    session says that more comes.
    """
    row = unfinished(desk, wish)
    first: tuple[str, ...] = ()
    if row is None:
        if at_once and wish == DAILY:
            first = first_questions(desk)
        row = new_session(desk, minutes, wish, first or None)
    session = Session(desk, row, wish)
    session.more_comes = bool(first)
    return session


def first_questions(desk: Desk) -> tuple[str, ...]:
    """A few questions to begin with where ranking all of them takes long; () where it does not."""
    _, exam = horizon(desk)
    if exam is None or not takes_long(desk):
        return ()
    from tui.study.exam_queue import first_candidates

    return first_candidates(desk, exam)


def ask_about(desk: Desk, refs: Sequence[str]) -> Session:
    """A session with just the questions `refs`, in this order; the one before it is ended."""
    minutes = MINUTES_A_QUESTION * max(1, len(refs))
    wish = Wish(chosen=True)
    return Session(desk, new_session(desk, minutes, wish, tuple(refs)), wish)


def last_undoable(desk: Desk) -> bool:
    """Whether today's last session holds an answer that can still be taken back."""
    row = sessions.latest(desk.progress)
    if row is None or row.day != today(desk.clock):
        return False
    return bool(sessions.steps(desk.progress, row.id))


def undo_last(desk: Desk) -> Session | None:
    """Opens today's last session again, with its last step taken back; None if there is none."""
    row = sessions.latest(desk.progress)
    if row is None or not last_undoable(desk):
        return None
    session = Session(desk, row, Wish.of_title(row.title))
    try:
        session.undo()
    except MovedOnError as moved:
        raise StudyError(
            moved.message, "Nothing was taken back; undo once more if you wish."
        ) from moved
    return session
