"""Questions that the learner has flagged, to come back to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tui.progress import marks
from tui.progress.columns import moment
from tui.progress.database import Database


@dataclass(frozen=True, slots=True)
class Flag:
    """When a question was flagged, and what was noted (or '')."""

    at: datetime
    note: str


def toggle(db: Database, question: str, note: str = "") -> bool:
    """Flags `question`, or takes the flag off if it has one; whether it is flagged now."""
    at = marks.note(db, marks.FLAG, question)
    if db.write("DELETE FROM flags WHERE question = ?", (question,)):
        return False
    db.write("INSERT INTO flags (question, at, note) VALUES (?, ?, ?)", (question, at, note))
    return True


def flagged(db: Database) -> dict[str, Flag]:
    """The flagged questions, those flagged first in front."""
    rows = db.rows("SELECT question, at, note FROM flags ORDER BY at, question")
    return {question: Flag(moment(at), note) for question, at, note in rows}
