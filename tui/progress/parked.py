"""Questions that the learner has parked: they are not asked until they are taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tui.progress.columns import list_text, moment, moment_text
from tui.progress.database import Database


def park(db: Database, question: str) -> None:
    """Parks `question`; one that is parked keeps its moment."""
    at = moment_text(db.clock.now())
    db.write(
        "INSERT INTO parked (question, at) VALUES (?, ?) ON CONFLICT DO NOTHING", (question, at)
    )


def unpark(db: Database, questions: Sequence[str]) -> bool:
    """Takes a question out again, `questions` being all its names; whether it was parked."""
    sql = "DELETE FROM parked WHERE question IN (SELECT value FROM json_each(?))"
    return db.write(sql, (list_text(questions),)) > 0


def parked(db: Database) -> dict[str, datetime]:
    """The parked questions, by the names that they had then, those parked first in front."""
    rows = db.rows("SELECT question, at FROM parked ORDER BY at, question")
    return {question: moment(at) for question, at in rows}
