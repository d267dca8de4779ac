"""Damages the write-ahead log that a kill has left beside a learner's progress.db."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.conftest import HandClock, counted_ids
from tests.progress.entries import review
from tests.progress.leftover import FRAME, frame, left_after, log_of
from tests.study.doctor.damaging import LATER, Learner, examined_and_repaired, opened, quiet
from tui.log import Entry
from tui.progress import log, memories
from tui.progress.database import Database, open_database
from tui.progress.guards.wal import HEADER, USUAL_SIZE
from tui.progress.rescue.pages import Pages
from tui.progress.rescue.shapes import log_row
from tui.study.doctor.examining import examine
from tui.study.in_force import replaying

ANSWERS = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A byte of the log whose bits are flipped, or at which it is cut off, where flip is 0."""

    offset: int
    flip: int


@dataclass(frozen=True, slots=True)
class Killed:
    """A study folder as a kill leaves it.

    there: the ids of all entries. ends: how many frames there were after each of the last answers,
    whose ids are `last`. on_frame: the ids of the entries on each frame.
    """

    learner: Learner
    log: bytes
    there: set[str]
    last: list[str]
    ends: list[int]
    on_frame: list[set[str]]


def killed(learner: Learner, room: Path) -> Killed:
    """`learner`, with some answers more that lie in the log alone."""
    path = room / "killed" / learner.folder.progress.name
    path.parent.mkdir()
    path.write_bytes(learner.content)
    last = [f"LAST{n:02}" for n in range(ANSWERS)]
    ends: list[int] = []
    questions: list[str] = []

    def answered(db: Database) -> None:
        questions.extend(log.questions(db))
        for number, name in enumerate(last):
            question = questions[number % len(questions)]
            added: Entry = review(name, question, LATER - timedelta(minutes=60 - number))
            with db.transaction():
                log.append(db, added)
                memories.rederive(db, [question], replaying(db))
            ends.append((log_of(db.path).stat().st_size - HEADER) // FRAME)

    left = left_after(path, answered)
    pages = Pages(left, USUAL_SIZE)
    in_file = left.stat().st_size // USUAL_SIZE
    on_frame = []
    for place in range(in_file + 1, len(pages) + 1):
        rows = (log_row(row) for row in pages.rows_on(place))
        on_frame.append({str(row["id"]) for row in rows if row is not None})
    there = {*learner.entries, *last}
    shutil.copyfile(left, path)
    return Killed(
        Learner(
            learner.folder,
            left.read_bytes(),
            learner.entries,
            learner.on_page,
            learner.long,
            learner.in_backup,
        ),
        log_of(left).read_bytes(),
        there,
        last,
        ends,
        on_frame,
    )


def places(case: Killed, count: int, seed: int) -> list[Spot]:
    """Places all over the log, its header and the headers of its frames often."""
    chance = random.Random(seed)
    frames = len(case.on_frame)
    found = []
    for number in range(count):
        flip = 1 << chance.randrange(8)
        if number % 5 == 0:
            found.append(Spot(chance.randrange(len(case.log)), 0))
        elif number % 5 == 1:
            found.append(Spot(chance.randrange(HEADER), flip))
        elif number % 5 == 2:
            found.append(Spot(frame(chance.randrange(frames), chance.randrange(40)), flip))
        else:
            found.append(Spot(chance.randrange(len(case.log)), flip))
    return found


def put_back(case: Killed, spot: Spot) -> None:
    """Makes the folder what a kill has left, but for the damage."""
    path = case.learner.folder.progress
    for file in path.parent.glob("progress*"):
        if file.is_file():
            file.unlink()
    path.write_bytes(case.learner.content)
    content = bytearray(case.log)
    if spot.flip:
        content[spot.offset] ^= spot.flip
    else:
        del content[spot.offset :]
    log_of(path).write_bytes(content)


def may_be_gone(case: Killed, spot: Spot) -> set[str]:
    """What nobody can tell from an answer that was not committed yet, and what lay there alone."""
    number = (spot.offset - HEADER) // FRAME
    if not spot.flip:
        return {name for name, end in zip(case.last, case.ends, strict=True) if end > number}
    later = set[str]().union(*case.on_frame[number + 1 :])
    alone = case.on_frame[number] - later if number >= 0 else set()
    return alone | ({case.last[-1]} if number >= case.ends[-2] else set())


def faults_after(case: Killed, spot: Spot) -> list[str]:
    """Damages the log, opens the folder and repairs it; what is not as it was promised."""
    found: list[str] = []
    put_back(case, spot)
    if not opened(case.learner) and (gone := case.there - ids(case) - may_be_gone(case, spot)):
        found.append(f"gone without a word: {sorted(gone)[:5]}")
    put_back(case, spot)
    if examined_and_repaired(case.learner) is None:
        return [*found, "the doctor refused it"]
    if told := opened(case.learner):
        return [*found, f"can't be opened after the repair: {told}"]
    if gone := case.there - ids(case) - may_be_gone(case, spot):
        found.append(f"lost without need: {sorted(gone)[:5]}, {len(gone)} in all")
    if more := ids(case) - case.there:
        found.append(f"made up: {sorted(more)[:5]}")
    if not examine(case.learner.folder, HandClock(LATER), counted_ids(), quiet).is_well:
        found.append("not well after the repair")
    return found


def ids(case: Killed) -> set[str]:
    """The ids of the entries in the file as it is now."""
    with closing(
        open_database(case.learner.folder.progress, HandClock(LATER), counted_ids())
    ) as db:
        return {entry.id for entry in log.entries(db)}
