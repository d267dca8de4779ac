"""Opens the session to go on with: today's unfinished one, or a new one."""

from __future__ import annotations

from dataclasses import replace

from tui.clock import today
from tui.progress import sessions
from tui.study.desk import Desk
from tui.study.planning import new_session, unfinished
from tui.study.session import Session


def open_session(desk: Desk, minutes: int, topic: str | None = None) -> Session:
    """Today's unfinished session, at the question where it was left, else a new one."""
    row = unfinished(desk, topic)
    if row is None:
        row = new_session(desk, minutes, topic)
    return Session(desk, row, topic)


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
    topic = row.title.removeprefix("Topic ") if row.title.startswith("Topic ") else None
    session = Session(desk, row, topic)
    session.undo()
    return session
