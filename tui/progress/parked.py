"""Questions that the learner has parked: they are not asked until they are taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tui.progress import marks
from tui.progress.columns import list_text, moment
from tui.progress.database import Database, Row


def park(db: Database, question: str) -> None:
    """Parks `question`; one that is parked keeps its moment."""
    if db.row("SELECT 1 FROM parked WHERE question = ?", (question,)) is None:
        at = marks.note(db, marks.PARKED, question)
        db.write("INSERT INTO parked (question, at) VALUES (?, ?)", (question, at))


def unpark(db: Database, questions: Sequence[str]) -> bool:
    """Takes a question out again, `questions` being all its names; whether it was parked."""
    sql = "SELECT question FROM parked WHERE question IN (SELECT value FROM json_each(?))"
    names = [name for (name,) in db.rows(sql, (list_text(questions),))]
    for name in names:
        marks.note(db, marks.PARKED, name)
        db.write("DELETE FROM parked WHERE question = ?", (name,))
    return bool(names)


def parked(db: Database) -> dict[str, datetime]:
    """The parked questions, by the names that they had then, those parked first in front."""
    rows = db.rows("SELECT question, at FROM parked ORDER BY at, question")
    return dict(map(db.shaped(_parked), rows))


def _parked(row: Row) -> tuple[str, datetime]:
    question, at = row
    return question, moment(at)
