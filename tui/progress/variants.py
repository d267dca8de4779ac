"""Wordings that the learner says are right, and that count as right from then on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from tui.kinds.verdict import Variant
from tui.progress.columns import list_text, moment, moment_text
from tui.progress.database import Database, Row


@dataclass(frozen=True, slots=True)
class LearnedVariant:
    """A wording, the question it answers, and when and on which device it was learned."""

    question: str
    variant: Variant
    at: datetime
    device: str


class Taught(NamedTuple):
    """A row of the table: a wording, and the amendment that taught it, if one did."""

    question: str
    expected: str
    text: str
    at: str
    device: str
    amendment: str | None


def learned(db: Database, questions: Sequence[str], without: str = "") -> tuple[Variant, ...]:
    """The wordings learned for a question, the oldest first; `questions` are all its names.

    without: id of an amendment whose wordings are left out.
    """
    rows = db.rows(
        """
        SELECT expected, text FROM variants
        WHERE question IN (SELECT value FROM json_each(?)) AND amendment IS NOT ?
        GROUP BY expected, text ORDER BY min(at), expected, text
        """,
        (list_text(questions), without),
    )
    return tuple(Variant(expected, text) for expected, text in rows)


def remember(db: Database, question: str, variant: Variant, amendment: str | None = None) -> None:
    """Learns `variant` for `question`, said by the amendment with the given id.

    One that another amendment has taught stays beside it: undoing the one leaves the other.
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
        SELECT question, expected, text, min(at), device FROM variants
        GROUP BY question, expected, text ORDER BY question, expected, text
        """
    )
    return list(map(db.shaped(_learned), rows))


def _learned(row: Row) -> LearnedVariant:
    question, expected, text, at, device = row
    return LearnedVariant(question, Variant(expected, text), moment(at), device)


def taught(db: Database) -> list[Taught]:
    """All rows, by question."""
    fields = ", ".join(Taught._fields)
    rows = db.rows(f"SELECT {fields} FROM variants ORDER BY question, expected, text, amendment")
    return [Taught._make(row) for row in rows]


def taken_back(db: Database) -> set[str]:
    """The amendments that no longer teach anything: undone, or their answer is."""
    rows = db.rows(
        """
        SELECT target FROM log WHERE event = 'undo'
        UNION
        SELECT said.id FROM log AS undo JOIN log AS said ON said.target = undo.target
        WHERE undo.event = 'undo' AND said.event = 'amend'
        """
    )
    return {target for (target,) in rows}


def has_stale(db: Database) -> bool:
    """Whether a wording is known that was taught by what was taken back."""
    gone = taken_back(db)
    return any(one.amendment in gone for one in taught(db))


def newly_taught(db: Database, rows: Iterable[Taught]) -> list[Taught]:
    """Those of `rows` that `join` would add here, or that say the same earlier."""
    gone = taken_back(db)
    best = {_key(one): one for one in taught(db)}
    found: dict[tuple[str, str, str, str], Taught] = {}
    for one in rows:
        key = _key(one)
        if one.amendment not in gone and (key not in best or _said(one) < _said(best[key])):
            best[key] = found[key] = one
    return [found[key] for key in sorted(found)]


def join(db: Database, rows: Iterable[Taught]) -> None:
    """Adds what another device was taught, then leaves out all whose answer was taken back.

    Both logs must be joined already. Of two rows that differ in no more than time and device, the
    earlier stays.
    """
    db.write_many(
        """
        INSERT INTO variants (question, expected, text, at, device, amendment)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (question, expected, text, ifnull(amendment, '')) DO UPDATE
        SET at = excluded.at, device = excluded.device
        WHERE (excluded.at, excluded.device) < (variants.at, variants.device)
        """,
        rows,
    )
    gone = [(amendment,) for amendment in taken_back(db)]
    db.write_many("DELETE FROM variants WHERE amendment = ?", gone)


def _key(one: Taught) -> tuple[str, str, str, str]:
    return one.question, one.expected, one.text, one.amendment or ""


def _said(one: Taught) -> tuple[str, str]:
    return one.at, one.device
