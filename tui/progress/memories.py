"""What is remembered of each question, derived from the log and kept so as to be read quickly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from tui.log import Review
from tui.memory import Memory
from tui.progress import log
from tui.progress.columns import list_text
from tui.progress.database import Database, Row

_COLUMNS = "question, stability, difficulty, last_day, due_day, reviews, lapses, key, recalled"
_PUT = f"INSERT OR REPLACE INTO memories ({_COLUMNS}) VALUES ({', '.join('?' * 9)})"

_NOTED = 200
"""After how many questions it is told how far the deriving is."""

Replay = Callable[[list[Review]], Memory | None]
"""Derives a memory from the reviews of one question that count, in order of time."""


def get(db: Database, question: str) -> Memory | None:
    """The memory of `question`; None if it was never answered."""
    row = db.row(f"SELECT {_COLUMNS} FROM memories WHERE question = ?", (question,))
    return None if row is None else db.shaped(_memory)(row)


def several(db: Database, questions: Sequence[str]) -> dict[str, Memory]:
    """The memories of those of `questions` that were answered, in one look."""
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM memories WHERE question IN (SELECT value FROM json_each(?))",
        (list_text(questions),),
    )
    memory = db.shaped(_memory)
    return {row[0]: memory(row) for row in rows}


def put(db: Database, question: str, memory: Memory | None) -> None:
    """Keeps `memory` as that of `question`; None drops what was kept."""
    if memory is None:
        db.write("DELETE FROM memories WHERE question = ?", (question,))
    else:
        db.write(_PUT, _row(question, memory))


def put_several(db: Database, found: Mapping[str, Memory | None]) -> None:
    """Does `put` for each question of `found`."""
    gone = [(question,) for question, memory in found.items() if memory is None]
    db.write_many("DELETE FROM memories WHERE question = ?", gone)
    kept = (_row(question, memory) for question, memory in found.items() if memory is not None)
    db.write_many(_PUT, kept)


def due(db: Database, day: date, limit: int | None = None) -> list[tuple[str, Memory]]:
    """The questions due by `day`, with their memories, the most forgotten first.

    By (day − last_day) / stability, in whose order recall falls. With `limit` only so many.
    """
    rows = db.rows(
        f"""
        SELECT {_COLUMNS} FROM memories WHERE due_day <= ?1
        ORDER BY (julianday(?1) - julianday(last_day)) / stability DESC, question LIMIT ?2
        """,
        (day.isoformat(), -1 if limit is None else limit),
    )
    memory = db.shaped(_memory)
    return [(row[0], memory(row)) for row in rows]


def due_count(db: Database, day: date) -> int:
    """How many questions are due by `day`."""
    row = db.row("SELECT count(*) FROM memories WHERE due_day <= ?", (day.isoformat(),))
    return row[0] if row else 0


def due_questions(db: Database, day: date) -> list[str]:
    """The questions due by `day`, in no order."""
    rows = db.rows("SELECT question FROM memories WHERE due_day <= ?", (day.isoformat(),))
    return [question for (question,) in rows]


def every(db: Database) -> dict[str, Memory]:
    """All memories by question."""
    memory = db.shaped(_memory)
    return {row[0]: memory(row) for row in db.rows(f"SELECT {_COLUMNS} FROM memories")}


def strengths(
    db: Database, questions: Sequence[str] | None = None
) -> dict[str, tuple[float, float, int, str]]:
    """Stability, difficulty, ordinal of the last day and key by question; quicker than `every`.

    Of `questions`, or of all that were answered.
    """
    sql = "SELECT question, stability, difficulty, last_day, key FROM memories"
    if questions is None:
        rows = db.rows(sql)
    else:
        sql += " WHERE question IN (SELECT value FROM json_each(?))"
        rows = db.rows(sql, (list_text(questions),))
    days = {row[3] for row in rows}
    ordinals = {day: date.fromisoformat(day).toordinal() for day in days}
    return {name: (s, d, ordinals[day], key) for name, s, d, day, key in rows}


def unseen(db: Database, refs: Sequence[str]) -> list[str]:
    """Those of `refs` that have no memory, in their order."""
    seen = {question for (question,) in db.rows("SELECT question FROM memories")}
    return [ref for ref in refs if ref not in seen]


def rebuild(db: Database, replay: Replay, canonical: Callable[[str], str] = str) -> int:
    """Drops all memories and derives them from the log anew; how many there are then.

    `canonical` gives the present name of a question for any name that it has had.
    """
    found = derived(db, replay, canonical)
    replace_all(db, found)
    return len(found)


def derived(
    db: Database,
    replay: Replay,
    canonical: Callable[[str], str] = str,
    note: Callable[[float], None] = lambda done: None,
) -> dict[str, Memory]:
    """All memories as the log gives them, by the present name of the question; nothing is written.

    `note` is told which share of the questions is done, 0 to 1.
    """
    names = _names(db, canonical)
    single = sum(len(earlier) == 1 for earlier in names.values())
    found: dict[str, Memory] = {}
    done = 0
    for question, reviews in log.reviews_by_question(db):
        present = canonical(question)
        if len(names.get(present, ())) > 1:
            continue
        if memory := replay(reviews):
            found[present] = memory
        done += 1
        if done % _NOTED == 0:
            note(min(1.0, done / single))
    for present, earlier in names.items():
        if len(earlier) > 1 and (memory := replay(log.reviews_of(db, earlier))):
            found[present] = memory
    note(1.0)
    return found


def replace_all(db: Database, found: Mapping[str, Memory]) -> None:
    """Keeps the memories `found` in place of all there are."""
    db.write("DELETE FROM memories")
    db.write_many(_PUT, (_row(question, memory) for question, memory in found.items()))


def rederive(
    db: Database,
    questions: Iterable[str],
    replay: Replay,
    canonical: Callable[[str], str] = str,
) -> None:
    """Derives the memories of `questions`, by any of their names, from the log anew."""
    _replay_each(db, {canonical(q) for q in questions}, _names(db, canonical), replay)


def _replay_each(
    db: Database, questions: Iterable[str], names: dict[str, list[str]], replay: Replay
) -> None:
    for question in questions:
        put(db, question, replay(log.reviews_of(db, names.get(question, [question]))))


def _names(db: Database, canonical: Callable[[str], str]) -> dict[str, list[str]]:
    """The names in the log by the present name that they stand for."""
    names: dict[str, list[str]] = defaultdict(list)
    for question in log.questions(db):
        names[canonical(question)].append(question)
    return dict(names)


def _row(question: str, memory: Memory) -> Row:
    return (
        question,
        memory.stability,
        memory.difficulty,
        memory.last_day.isoformat(),
        memory.due_day.isoformat(),
        memory.reviews,
        memory.lapses,
        memory.key,
        memory.recalled,
    )


def _memory(row: Row) -> Memory:
    _, stability, difficulty, last_day, due_day, reviews, lapses, key, recalled = row
    return Memory(
        stability=stability,
        difficulty=difficulty,
        last_day=date.fromisoformat(last_day),
        due_day=date.fromisoformat(due_day),
        reviews=reviews,
        lapses=lapses,
        key=key,
        recalled=bool(recalled),
    )
