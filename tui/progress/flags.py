"""Questions that the learner has flagged, to come back to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tui.progress import marks
from tui.progress.columns import moment
from tui.progress.database import Database, Row


@dataclass(frozen=True, slots=True)
class Flag:
    """When a question was flagged, and what was noted (or '')."""

    at: datetime
    note: str


def flag(db: Database, question: str, note: str = "") -> None:
    """Flags `question`; one that is flagged keeps its moment and its note."""
    if not _is_flagged(db, question):
        at = marks.note(db, marks.FLAG, question)
        db.write("INSERT INTO flags (question, at, note) VALUES (?, ?, ?)", (question, at, note))


def unflag(db: Database, question: str) -> None:
    """Takes the flag off, if `question` has one."""
    if _is_flagged(db, question):
        marks.note(db, marks.FLAG, question)
        db.write("DELETE FROM flags WHERE question = ?", (question,))


def flagged(db: Database) -> dict[str, Flag]:
    """The flagged questions, those flagged first in front."""
    rows = db.rows("SELECT question, at, note FROM flags ORDER BY at, question")
    return dict(map(db.shaped(_flag), rows))


def _flag(row: Row) -> tuple[str, Flag]:
    question, at, note = row
    return question, Flag(moment(at), note)


def _is_flagged(db: Database, question: str) -> bool:
    return db.row("SELECT 1 FROM flags WHERE question = ?", (question,)) is not None
