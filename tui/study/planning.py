"""Plans sessions, and finds the one that was left."""

from __future__ import annotations

from tui.clock import today
from tui.progress import sessions
from tui.progress.sessions import SessionRow
from tui.study.candidates import waiting
from tui.study.desk import Desk
from tui.study.queue import plan

DAILY = "Daily session"


def planned(
    desk: Desk,
    seconds: float,
    *,
    topic: str | None = None,
    without: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The questions worth asking in the next `seconds`, in order; () if there are none."""
    if seconds <= 0:
        return ()
    candidates = waiting(desk, seconds, topic=topic, without=without)
    return tuple(c.ref for c in plan(candidates.due, candidates.new, seconds))


def title_for(topic: str | None) -> str:
    """What a session on `topic` is called; sessions of one title go on where they were left."""
    return DAILY if topic is None else f"Topic {topic}"


def unfinished(desk: Desk, topic: str | None = None) -> SessionRow | None:
    """Today's session that was not ended, if there is one with a question left or shown."""
    row = sessions.latest(desk.progress)
    if row is None or row.ended_at is not None or row.day != today(desk.clock):
        return None
    if row.title != title_for(topic) or row.place >= len(row.queue):
        return None
    out_of_time = row.shown is None and row.place > 0 and row.seconds >= row.minutes * 60
    return None if out_of_time else row


def new_session(desk: Desk, minutes: int, topic: str | None = None) -> SessionRow:
    """Plans a session, ends the one before it, and writes both down."""
    queue = planned(desk, minutes * 60, topic=topic)
    now = desk.clock.now()
    row = SessionRow(
        id=desk.new_id(),
        day=today(desk.clock),
        started_at=now,
        ended_at=None,
        minutes=minutes,
        title=title_for(topic),
        queue=queue,
        place=0,
        shown=None,
        draft=(),
        seconds=0.0,
    )
    with desk.progress.transaction():
        before = sessions.latest(desk.progress)
        if before is not None and before.ended_at is None:
            sessions.end(desk.progress, before.id, now)
        sessions.start(desk.progress, row)
    return row
