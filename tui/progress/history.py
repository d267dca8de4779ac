"""The whole history of answers, as statistics read it: without what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from tui.progress import log
from tui.progress.columns import list_text
from tui.progress.database import Database

# The same as `tui.log.effective` says of each answer. A target is found by an index of its own.
_STANDS = """
    NOT EXISTS (SELECT 1 FROM log AS undo WHERE undo.target = {}.id AND undo.event = 'undo')
"""
_ANSWERS = f"""
    SELECT question, at, id, day, kind, seconds, key,
        coalesce((
            SELECT grade FROM log AS said
            WHERE said.target = log.id AND said.event = 'amend' AND said.how <> 'count'
                AND {_STANDS.format("said")}
            ORDER BY said.at DESC, said.id DESC LIMIT 1
        ), grade),
        practice AND NOT EXISTS (
            SELECT 1 FROM log AS said
            WHERE said.target = log.id AND said.event = 'amend' AND said.how = 'count'
                AND {_STANDS.format("said")}
        )
    FROM log WHERE event = 'answer' AND {_STANDS.format("log")}
"""


class Answer(NamedTuple):
    """An answer that stands, as it counts now.

    question: the name that the question had then. at: in UTC, as text of one width, so that it
    sorts by time. day: the study day. grade: 1 to 4, amended. seconds: 0 if not known.
    """

    question: str
    at: str
    id: str
    day: str
    kind: str
    seconds: float
    key: str
    grade: int
    practice: bool


class Newest(NamedTuple):
    """The entry that was written last: its number, which only grows, and its id."""

    number: int
    id: str


NOTHING = Newest(0, "")
"""What stands for the newest entry of an empty log."""


def newest(db: Database) -> Newest:
    """The entry that was written last, whatever time it names."""
    row = db.row("SELECT number, id FROM log ORDER BY number DESC LIMIT 1")
    return NOTHING if row is None else Newest(*row)


def goes_on_from(db: Database, known: Newest) -> bool:
    """Whether the log is the one of which `known` was the newest entry once, or has grown since."""
    if known == NOTHING:
        return True
    row = db.row("SELECT id FROM log WHERE number = ?", (known.number,))
    return row is not None and row[0] == known.id


def touched_since(db: Database, known: Newest) -> set[str]:
    """The names of the questions of which the log says more than when `known` was the newest."""
    rows = db.rows("SELECT question, target FROM log WHERE number > ?", (known.number,))
    names = {question for question, _ in rows if question is not None}
    return names | log.questions_of(db, [target for _, target in rows if target is not None])


def answers(db: Database, names: Sequence[str] | None = None) -> Iterator[tuple[str, list[Answer]]]:
    """The answers that stand by the name of the question, each name's in order of time.

    Of the questions `names`, or of all. One name's answers are held at a time.
    """
    if names is None:
        found = db.stream(f"{_ANSWERS} ORDER BY question, at, id")
    else:
        found = db.stream(
            f"{_ANSWERS} AND question IN (SELECT value FROM json_each(?)) "
            "ORDER BY question, at, id",
            (list_text(names),),
        )
    for name, group in groupby(map(Answer._make, found), key=attrgetter("question")):
        yield name, list(group)


def identity(db: Database) -> str:
    """What tells this log from that of another device: the device's id and when it was made."""
    row = db.row("SELECT id, made_at FROM device")
    return "" if row is None else f"{row[0]} {row[1]}"


def coming(db: Database, last: date) -> list[tuple[str, str, str, float, str]]:
    """What will be due up to the day `last`: name, due day, last day, stability, key of each."""
    return db.rows(
        "SELECT question, due_day, last_day, stability, key FROM memories WHERE due_day <= ?",
        (last.isoformat(),),
    )
