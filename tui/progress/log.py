"""The log of answers in progress.db: appended to, and read as the reviews that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from tui.log import Amendment, Entry, How, Review, Undo, effective
from tui.progress.columns import list_text, moment
from tui.progress.database import Database
from tui.progress.entries import COLUMNS, entry_of, row_of
from tui.progress.schema import NOT_REPLACED

_INSERT = f"INSERT INTO log ({COLUMNS}) VALUES ({', '.join('?' * 16)})"
_MANY = 5_000
"""Entries from which on it pays to do without a trigger while they are written."""
_QUESTION = COLUMNS.split(", ").index("question")
_TIMED = "event = 'answer' AND seconds > 0 AND practice = 0"
_UNDONE = """
    SELECT undone.number FROM log AS undo JOIN log AS undone ON undone.id = undo.target
    WHERE undo.event = 'undo' AND undo.target IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Activity:
    """What was done on one study day: answers, and seconds spent on them.

    Practice answers are among them; those taken back are not.
    """

    answers: int
    seconds: float


def append(db: Database, entry: Entry) -> None:
    """Adds `entry` to the log; sqlite3.IntegrityError if its id is there already."""
    db.write(_INSERT, row_of(entry))


def append_all(db: Database, entries: Sequence[Entry]) -> None:
    """Adds `entries` in their order, as `append` does each."""
    many = len(entries) >= _MANY
    if many:
        # It takes as long as the writing itself. An id that is there is refused without it.
        db.write("DROP TRIGGER log_is_not_replaced")
    db.write_many(_INSERT, map(row_of, entries))
    if many:
        db.write(NOT_REPLACED)


def ids(db: Database) -> set[str]:
    """The ids of all entries."""
    return {entry_id for (entry_id,) in db.rows("SELECT id FROM log")}


def last_answer(db: Database, since: date) -> datetime | None:
    """When the last answer was given that counts for the study day `since` or a later one.

    None where there is none, or all were taken back.
    """
    row = db.row(
        """
        SELECT max(at) FROM log WHERE event = 'answer' AND day >= ? AND NOT EXISTS (
            SELECT 1 FROM log AS undo WHERE undo.target = log.id AND undo.event = 'undo')
        """,
        (since.isoformat(),),
    )
    return None if row is None or row[0] is None else moment(row[0])


def holds(db: Database, entry_id: str) -> bool:
    """Whether the log has an entry with this id."""
    return db.row("SELECT 1 FROM log WHERE id = ?", (entry_id,)) is not None


def entries(db: Database) -> Iterator[Entry]:
    """All entries, in order of time, then of id."""
    return map(db.shaped(entry_of), db.stream(f"SELECT {COLUMNS} FROM log ORDER BY at, id"))


def reviews_of(db: Database, questions: Sequence[str]) -> list[Review]:
    """The reviews that count of a question, in order of time; `questions` are all its names."""
    found = _entries(
        db,
        "event = 'answer' AND question IN (SELECT value FROM json_each(?))",
        (list_text(questions),),
    )
    return effective(_with_targeting(db, found))


def review(db: Database, review_id: str) -> Review | None:
    """The review with this id as it counts now; None if there is none or it was taken back."""
    found = _entries(db, "event = 'answer' AND id = ?", (review_id,))
    return next(iter(effective(_with_targeting(db, found))), None)


def amendment_of(db: Database, review_id: str) -> Amendment | None:
    """What the learner said last of how the review with this id came out, if it still stands."""
    standing = [e for e in _standing(db, review_id) if e.how is not How.COUNT]
    return max(standing, key=lambda e: (e.at, e.id), default=None)


def counted_by(db: Database, review_id: str) -> list[Amendment]:
    """What lets the practice answer with this id count, if it still stands."""
    return [e for e in _standing(db, review_id) if e.how is How.COUNT]


def _standing(db: Database, review_id: str) -> list[Amendment]:
    said = _targeting(db, [review_id])
    undone = {e.target for e in _targeting(db, [e.id for e in said]) if isinstance(e, Undo)}
    return [e for e in said if isinstance(e, Amendment) and e.id not in undone]


def reviews_by_question(db: Database) -> Iterator[tuple[str, list[Review]]]:
    """Every name of a question in the log, and the reviews that count under it, one by one.

    Holds one question's reviews at a time, beside all amendments and undos.
    """
    targeting: dict[str, list[Entry]] = {}
    said = db.stream(f"SELECT {COLUMNS} FROM log WHERE event <> 'answer'")
    for entry in map(db.shaped(entry_of), said):
        if not isinstance(entry, Review):
            targeting.setdefault(entry.target, []).append(entry)
    rows = db.stream(f"SELECT {COLUMNS} FROM log WHERE event = 'answer' ORDER BY question, at")
    for question, group in groupby(rows, key=itemgetter(_QUESTION)):
        found = list(map(db.shaped(entry_of), group))
        for entry in found:  # grows: an undo may target an amendment
            found.extend(targeting.get(entry.id, ()))
        yield question, effective(found)


def questions(db: Database) -> list[str]:
    """Every name under which an answer was logged."""
    rows = db.rows("SELECT DISTINCT question FROM log WHERE event = 'answer'")
    return [question for (question,) in rows]


def miss_counts(db: Database, least: int) -> dict[str, int]:
    """How often each name of a question was missed at most, where that is `least` times or more.

    Quick, and never too few: an answer counts where it was ever a miss, as graded or as amended,
    taken back or not, practice or not.
    """
    rows = db.rows(
        """
        SELECT question, count(*) FROM log WHERE event = 'answer' AND (grade = 1
            OR id IN (SELECT target FROM log
                WHERE target IS NOT NULL AND event = 'amend' AND grade = 1))
        GROUP BY question HAVING count(*) >= ?
        """,
        (least,),
    )
    return dict(rows)


def missed_since(db: Database, since: date) -> list[str]:
    """Names of questions with an answer since that day that was ever less than right.

    As graded or as amended, taken back or not, practice or not.
    """
    # The plus keeps SQLite from going through all questions for the sake of DISTINCT.
    rows = db.rows(
        """
        SELECT DISTINCT +question FROM log WHERE event = 'answer' AND day >= ? AND (grade <= 2
            OR id IN (SELECT target FROM log
                WHERE target IS NOT NULL AND event = 'amend' AND grade <= 2))
        """,
        (since.isoformat(),),
    )
    return [question for (question,) in rows]


def questions_of(db: Database, targets: Iterable[str]) -> set[str]:
    """The questions whose reviews the entries `targets` are, or amend."""
    rows = db.rows(
        """
        WITH RECURSIVE meant (id) AS (
            SELECT value FROM json_each(?)
            UNION
            SELECT log.target FROM meant JOIN log USING (id) WHERE log.target IS NOT NULL
        )
        SELECT DISTINCT log.question FROM meant JOIN log USING (id) WHERE log.event = 'answer'
        """,
        (list_text(list(targets)),),
    )
    return {question for (question,) in rows}


def activity(db: Database, since: date) -> dict[date, Activity]:
    """What was done on each study day from `since` on; days without an answer are left out."""
    rows = db.rows(
        f"""
        SELECT day, count(*), sum(seconds) FROM log
        WHERE event = 'answer' AND day >= ? AND number NOT IN ({_UNDONE})
        GROUP BY day
        """,
        (since.isoformat(),),
    )
    return {date.fromisoformat(day): Activity(count, seconds) for day, count, seconds in rows}


def seconds_by_kind(db: Database, limit: int = 100) -> dict[str, list[float]]:
    """For each kind of question the seconds of its last `limit` answers, the newest first.

    Answers taken back, practice, and those of which no time is known, are left out.
    """
    found: dict[str, list[float]] = {}
    kind: str | None = None
    # One look into the index a kind: a DISTINCT would read all of it.
    while row := db.row(
        f"SELECT kind FROM log WHERE {_TIMED} AND kind > ? ORDER BY kind LIMIT 1"
        if kind is not None
        else f"SELECT kind FROM log WHERE {_TIMED} ORDER BY kind LIMIT 1",
        () if kind is None else (kind,),
    ):
        kind = str(row[0])
        times = db.rows(
            f"""
            SELECT seconds FROM log
            WHERE {_TIMED} AND kind = ? AND NOT EXISTS (
                SELECT 1 FROM log AS undo WHERE undo.target = log.id AND undo.event = 'undo')
            ORDER BY at DESC LIMIT ?
            """,
            (kind, limit),
        )
        found[kind] = [seconds for (seconds,) in times]
    return found


def _with_targeting(db: Database, found: list[Entry]) -> list[Entry]:
    """`found` and all that amends or undoes it, directly or not."""
    new = found
    while new and (new := _targeting(db, [entry.id for entry in new])):
        found = found + new
    return found


def _targeting(db: Database, ids: Sequence[str]) -> list[Entry]:
    if not ids:
        return []
    return _entries(db, "target IN (SELECT value FROM json_each(?))", (list_text(ids),))


def _entries(db: Database, where: str, parameters: Sequence[object]) -> list[Entry]:
    rows = db.rows(f"SELECT {COLUMNS} FROM log WHERE {where}", parameters)
    return list(map(db.shaped(entry_of), rows))
