"""Opens the session to go on with: today's unfinished one, or a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.clock import today
from tui.progress import sessions
from tui.study.desk import Desk
from tui.study.planning import new_session, unfinished
from tui.study.session import Session
from tui.study.wish import DAILY, Wish

MINUTES_A_QUESTION = 10
"""How long a session may take whose questions were chosen: it is to end only when all are asked."""


def open_session(desk: Desk, minutes: int, wish: Wish = DAILY) -> Session:
    """Today's unfinished session, at the question where it was left, else a new one."""
    row = unfinished(desk, wish)
    if row is None:
        row = new_session(desk, minutes, wish)
    return Session(desk, row, wish)


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
    row = replace(row, ended_at=None)
    with desk.progress.transaction():
        sessions.save(desk.progress, row)
    session = Session(desk, row, Wish.of_title(row.title))
    session.undo()
    return session
