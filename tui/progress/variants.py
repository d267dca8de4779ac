"""Wordings that the learner says are right, and that count as right from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tui.kinds.verdict import Variant
from tui.progress.columns import list_text, moment, moment_text
from tui.progress.database import Database


@dataclass(frozen=True, slots=True)
class LearnedVariant:
    """A wording, the question it answers, and when and on which device it was learned."""

    question: str
    variant: Variant
    at: datetime
    device: str


def learned(db: Database, questions: Sequence[str], without: str = "") -> tuple[Variant, ...]:
    """The wordings learned for a question, the oldest first; `questions` are all its names.

    without: id of an amendment whose wordings are left out.
    """
    rows = db.rows(
        """
        SELECT DISTINCT expected, text FROM variants
        WHERE question IN (SELECT value FROM json_each(?)) AND amendment IS NOT ?
        ORDER BY at, expected, text
        """,
        (list_text(questions), without),
    )
    return tuple(Variant(expected, text) for expected, text in rows)


def remember(db: Database, question: str, variant: Variant, amendment: str | None = None) -> None:
    """Learns `variant` for `question`, said by the amendment with the given id.

    One that is known stays as it is, with the amendment that said it first.
    """
    db.write(
        """
        INSERT INTO variants (question, expected, text, at, device, amendment)
        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        (
            question,
            variant.expected,
            variant.text,
            moment_text(db.clock.now()),
            db.device,
            amendment,
        ),
    )


def forget(db: Database, amendment: str) -> int:
    """Unlearns what the amendment with this id has taught; how many wordings that were."""
    return db.write("DELETE FROM variants WHERE amendment = ?", (amendment,))


def every(db: Database) -> list[LearnedVariant]:
    """All wordings learned, by question, for instructors to take into their banks."""
    rows = db.rows(
        """
        SELECT question, expected, text, at, device FROM variants
        ORDER BY question, expected, text
        """
    )
    return [
        LearnedVariant(question, Variant(expected, text), moment(at), device)
        for question, expected, text, at, device in rows
    ]
