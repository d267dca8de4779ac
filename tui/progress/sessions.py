"""Study sessions, kept so that one that was cut off goes on where it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from tui.progress.columns import list_text, moment, moment_text, texts
from tui.progress.database import Database, Row
from tui.progress.errors import ProgressError

_READ = """
    SELECT id, day, started_at, ended_at, minutes, title, queue, place, shown, draft, seconds
    FROM sessions JOIN session_queues ON session = id
"""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session.

    queue: the questions, asked ones included; place: the index in it of the one at hand.
    shown: the id of the review whose verdict is on the screen, or None while a question is asked.
    draft: the answer as far as it was given. minutes: planned; seconds: spent.
    """

    id: str
    day: date
    started_at: datetime
    ended_at: datetime | None
    minutes: int
    title: str
    queue: tuple[str, ...]
    place: int
    shown: str | None
    draft: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Step:
    """Something done in a session that can be taken back: an answer, or a skip (no review)."""

    question: str
    review: str | None


def start(db: Database, row: SessionRow) -> None:
    """Adds the session `row`, which is the latest from now on."""
    db.write(
        """
        INSERT INTO sessions
            (day, started_at, ended_at, minutes, title, place, shown, draft, seconds, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        _values(row),
    )
    queue = list_text(row.queue)
    db.write("INSERT INTO session_queues (session, queue) VALUES (?, ?)", (row.id, queue))


def latest(db: Database) -> SessionRow | None:
    """The session that was started last, ended or not."""
    found = db.row(f"{_READ} ORDER BY number DESC LIMIT 1")
    return None if found is None else db.shaped(_row_of)(found)


def with_id(db: Database, session_id: str) -> SessionRow:
    """The session with this id; ProgressError if there is none any more."""
    found = db.row(f"{_READ} WHERE id = ?", (session_id,))
    if found is None:
        raise _gone(db)
    return db.shaped(_row_of)(found)


def save(db: Database, row: SessionRow) -> None:
    """Writes `row` in place of the session with its id; ProgressError if there is none any more."""
    changed = db.write(
        """
        UPDATE sessions SET day = ?, started_at = ?, ended_at = ?, minutes = ?, title = ?,
            place = ?, shown = ?, draft = ?, seconds = ? WHERE id = ?
        """,
        _values(row),
    )
    if not changed:
        raise _gone(db)
    # SQLite writes no page whose content stays: a long queue costs only where it changes.
    db.write(
        "UPDATE session_queues SET queue = ? WHERE session = ?", (list_text(row.queue), row.id)
    )


def end(db: Database, session_id: str, at: datetime) -> None:
    """Notes that the session ended at the moment `at`."""
    db.write("UPDATE sessions SET ended_at = ? WHERE id = ?", (moment_text(at), session_id))


def push_step(db: Database, session_id: str, question: str, review: str | None) -> None:
    """Notes one more step: the answer with the id `review`, or a skip."""
    db.write(
        """
        INSERT INTO session_steps (session, number, question, review)
        SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 FROM session_steps WHERE session = ?1
        """,
        (session_id, question, review),
    )


def pop_step(db: Database, session_id: str) -> Step | None:
    """Takes the last step off and gives it; None if there is none."""
    found = db.row(
        """
        SELECT number, question, review FROM session_steps WHERE session = ?
        ORDER BY number DESC LIMIT 1
        """,
        (session_id,),
    )
    if found is None:
        return None
    number, question, review = found
    db.write("DELETE FROM session_steps WHERE session = ? AND number = ?", (session_id, number))
    return Step(question, review)


def steps(db: Database, session_id: str) -> list[Step]:
    """The steps of a session in their order, those taken off left out."""
    rows = db.rows(
        "SELECT question, review FROM session_steps WHERE session = ? ORDER BY number",
        (session_id,),
    )
    return [Step(question, review) for question, review in rows]


def _gone(db: Database) -> ProgressError:
    """Sessions are never removed: the file was restored or replaced while it was open."""
    return ProgressError(
        f"{db.path} does not hold this session any more: another file has been put in its place.",
        "Leave cssprep and start it again: it goes on with what the file holds now.",
    )


def _values(row: SessionRow) -> Row:
    return (
        row.day.isoformat(),
        moment_text(row.started_at),
        None if row.ended_at is None else moment_text(row.ended_at),
        row.minutes,
        row.title,
        row.place,
        row.shown,
        list_text(row.draft),
        float(row.seconds),
        row.id,
    )


def _row_of(found: Row) -> SessionRow:
    session_id, day, started, ended, minutes, title, queue, place, shown, draft, seconds = found
    return SessionRow(
        id=session_id,
        day=date.fromisoformat(day),
        started_at=moment(started),
        ended_at=None if ended is None else moment(ended),
        minutes=minutes,
        title=title,
        queue=texts(queue),
        place=place,
        shown=shown,
        draft=texts(draft),
        seconds=seconds,
    )
