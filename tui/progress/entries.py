"""An entry of the log as a row of its table, and back."""

from __future__ import annotations

from datetime import date

from tui.log import Amendment, Entry, How, Review, Undo
from tui.memory import Grade
from tui.progress.columns import list_of, list_text, moment, moment_text, texts
from tui.progress.database import Row

ANSWER, AMEND, UNDO = "answer", "amend", "undo"

COLUMNS = (
    "event, id, at, device, target, "
    "question, day, kind, answer, score, parts, grade, seconds, key, how, practice"
)


def row_of(entry: Entry) -> Row:
    """The values of `COLUMNS` for `entry`; ValueError if its time has no time zone."""
    at = moment_text(entry.at)
    if isinstance(entry, Review):
        head: Row = (ANSWER, entry.id, at, entry.device, None)
        asked: Row = (entry.question, entry.day.isoformat(), entry.kind, list_text(entry.answer))
        graded: Row = (float(entry.score), list_text(entry.parts), int(entry.grade))
        return (*head, *asked, *graded, float(entry.seconds), entry.key, None, entry.practice)
    if isinstance(entry, Amendment):
        head = (AMEND, entry.id, at, entry.device, entry.target)
        graded = (float(entry.score), None, int(entry.grade))
        return (*head, None, None, None, None, *graded, None, None, entry.how.value, None)
    return (UNDO, entry.id, at, entry.device, entry.target, *[None] * 11)


def entry_of(row: Row) -> Entry:
    """The entry that `row_of` made a row of; ValueError, TypeError where it made none of it."""
    event, entry_id, at, device, target = row[:5]
    if event == UNDO:
        return Undo(id=entry_id, target=target, at=moment(at), device=device)
    question, day, kind, answer, score, parts, grade, seconds, key, how, practice = row[5:]
    if event == AMEND:
        return Amendment(
            id=entry_id,
            target=target,
            at=moment(at),
            how=How(how),
            score=score,
            grade=Grade(grade),
            device=device,
        )
    if event != ANSWER:
        raise ValueError(f"no event: {event!r}")
    return Review(
        id=entry_id,
        question=question,
        at=moment(at),
        day=date.fromisoformat(day),
        kind=kind,
        answer=texts(answer),
        score=score,
        parts=tuple((expected, given, outcome) for expected, given, outcome in list_of(parts)),
        grade=Grade(grade),
        seconds=seconds,
        device=device,
        key=key,
        practice=bool(practice),
    )
