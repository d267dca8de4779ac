"""Joins what other devices know with what is here: the same in any order, any number of times.

The logs are united by the ids of their entries, marks by their newest change, wordings by what
taught them. Memories are derived from the united log, before anything is written, so that another
window need not wait for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from tui.log import Entry, Review, effective
from tui.memory import Grade, Memory
from tui.progress import log, marks, memories, variants
from tui.progress.columns import list_text, moment
from tui.progress.database import Database, Row
from tui.progress.entries import COLUMNS, entry_of
from tui.progress.joining.elsewhere import Elsewhere
from tui.progress.marks import Mark
from tui.progress.memories import Replay
from tui.progress.variants import Taught

_NOTED = 200
_SLIM = "question, id, at, day, score, grade, key, practice"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What others know and this device does not: the whole of what a merge adds.

    marks: those that are newer than what is here, one for each thing. stale: a wording here was
    taught by what was taken back since, as an import may do.
    """

    entries: tuple[Entry, ...] = ()
    marks: tuple[Mark, ...] = ()
    taught: tuple[Taught, ...] = ()
    stale: bool = False

    def __bool__(self) -> bool:
        return bool(self.entries or self.marks or self.taught or self.stale)


def incoming(db: Database, files: Sequence[Elsewhere], accepts: Callable[[Mark], bool]) -> Incoming:
    """What `files` would add to `db`; of marks those that `accepts` holds for."""
    known = log.ids(db)
    entries: dict[str, Entry] = {}
    for entry in (entry for file in files for entry in file.entries):
        if entry.id in known:
            continue
        other = entries.get(entry.id)
        # Two entries of one id can only be a file that was edited: whichever, but always the same.
        if other is None or (other != entry and repr(entry) < repr(other)):
            entries[entry.id] = entry
    newer = marks.newer(db, (mark for file in files for mark in file.marks if accepts(mark)))
    taught = variants.newly_taught(db, (one for file in files for one in file.taught))
    in_order = sorted(entries.values(), key=lambda entry: (entry.at, entry.id))
    return Incoming(tuple(in_order), tuple(newer), tuple(taught), variants.has_stale(db))


def write(db: Database, new: Incoming, derived: dict[str, Memory | None]) -> int:
    """Writes all that a merge adds, and the memories; how many more wordings are known then.

    Needs an open transaction.
    """
    log.append_all(db, new.entries)
    for mark in new.marks:
        marks.put(db, mark)
    before = len(variants.every(db))
    variants.join(db, new.taught)
    memories.put_several(db, derived)
    return len(variants.every(db)) - before


def derive(
    db: Database,
    new: Sequence[Entry],
    replay: Replay,
    canonical: Callable[[str], str] = str,
    *,
    every: bool = False,
    note: Callable[[float], None] = lambda done: None,
) -> dict[str, Memory | None]:
    """The memories of the questions that `new` entries touch, or of `every` one, once they are in.

    By the present names of the questions; None where no answer stands. Writes nothing. `note` is
    told which share is done, 0 to 1.
    """
    reviews: dict[str, list[Entry]] = defaultdict(list)
    targeting: dict[str, list[Entry]] = defaultdict(list)
    for entry in new:
        if isinstance(entry, Review):
            reviews[canonical(entry.question)].append(entry)
        else:
            targeting[entry.target].append(entry)
    logged: dict[str, list[str]] = defaultdict(list)
    for name in log.questions(db):
        logged[canonical(name)].append(name)
    said = (logged.keys() | reviews.keys()) if every else None
    touched = said or reviews.keys() | {
        canonical(name) for name in log.questions_of(db, list(targeting))
    }
    for row in db.stream(f"SELECT {COLUMNS} FROM log WHERE event <> 'answer'"):
        entry = entry_of(row)
        if not isinstance(entry, Review):
            targeting[entry.target].append(entry)
    names = [name for present in touched for name in logged.get(present, ())]
    # Answers wait only for those under another name of their question.
    waiting = {present: len(logged[present]) for present in touched if present in logged}
    found: dict[str, Memory | None] = {}

    def settle(present: str) -> None:
        found[present] = replay(_standing(reviews.pop(present, []), targeting))
        if len(found) % _NOTED == 0:
            note(len(found) / len(touched))

    for present in [present for present in touched if present not in waiting]:
        settle(present)
    for name, answers in _answers(db, names):
        present = canonical(name)
        reviews[present].extend(answers)
        waiting[present] -= 1
        if not waiting[present]:
            settle(present)
    note(1.0)
    return found


def _standing(reviews: list[Entry], targeting: dict[str, list[Entry]]) -> list[Review]:
    found = list(reviews)
    for entry in found:  # grows: an undo may target an amendment
        found.extend(targeting.get(entry.id, ()))
    return effective(found)


def _answers(db: Database, names: Sequence[str]) -> Iterator[tuple[str, Iterable[Review]]]:
    """The answers under each of `names`, without what was typed, which no memory depends on."""
    rows = db.stream(
        f"SELECT {_SLIM} FROM log WHERE event = 'answer' "
        "AND question IN (SELECT value FROM json_each(?)) ORDER BY question",
        (list_text(names),),
    )
    for name, group in groupby(rows, key=lambda row: row[0]):
        yield str(name), map(_review, group)


def _review(row: Row) -> Review:
    question, entry_id, at, day, score, grade, key, practice = row
    return Review(
        id=entry_id,
        question=question,
        at=moment(at),
        day=date.fromisoformat(day),
        kind="",
        answer=(),
        score=score,
        parts=(),
        grade=Grade(grade),
        seconds=0.0,
        device="",
        key=key,
        practice=bool(practice),
    )
