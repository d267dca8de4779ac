"""Damages a learner's progress.db in one place, and looks at what becomes of it.

`python -m tests.study.doctor.damaging 500` tries that many places, and a fifth as many in a
write-ahead log that a kill has left beside it (`damaging_log.py`).
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from tests.conftest import MORNING, SAMPLES, HandClock, counted_ids
from tests.progress.entries import amendment, review, undo
from tests.progress.files import fill
from tui.fault import Fault
from tui.kinds.verdict import Variant
from tui.log import Entry, Review
from tui.progress import flags, log, memories, sessions, settings, variants
from tui.progress.copies.backup import is_sound
from tui.progress.copies.backups import back_up_now
from tui.progress.database import open_database
from tui.progress.errors import ProgressError
from tui.progress.guards.wal import USUAL_SIZE
from tui.progress.rescue.pages import Pages
from tui.progress.rescue.shapes import log_row
from tui.study.changes import look_through
from tui.study.desk import open_desk
from tui.study.doctor.examining import examine
from tui.study.doctor.repairing import Repaired, repair
from tui.study.folder import StudyFolder
from tui.study.in_force import replaying
from tui.study.opening import open_session

ANSWERS = 300
LATER = MORNING + timedelta(days=40, minutes=5)
BACKED_UP = 200


def quiet(doing: str, done: float) -> None:
    """Notes nothing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is damaged: bits of one byte flipped, or cut off from a page on."""

    offset: int
    flip: int
    """0 to cut."""


@dataclass(frozen=True, slots=True)
class Learner:
    """A study folder whose progress is whole.

    entries: by id, as written. on_page: the ids of the entries that lie on each page. long: of
    those that go on on pages of their own. in_backup: of those that the backup has.
    """

    folder: StudyFolder
    content: bytes
    entries: dict[str, Entry]
    on_page: dict[int, set[str]]
    long: set[str]
    in_backup: set[str]


def made_learner(root: Path) -> Learner:
    """A learner with answers, a backup in between, flags, settings, a wording, an open session."""
    shutil.copytree(SAMPLES, root)
    folder = StudyFolder(
        root, root / "question_banks", root / "progress.db", root.parent / "damage-cache"
    )
    clock = HandClock(MORNING)
    new_id = counted_ids()
    written: list[Entry] = []
    with open_desk(folder, clock, new_id) as desk:
        refs = [row.ref for row in desk.index.rows(None)]
        db = desk.progress
        for number in range(ANSWERS):
            at = clock.now() + timedelta(minutes=number)
            answer = replace(
                review(f"R{number:04}", refs[number % len(refs)], at, score=number % 3 / 2),
                answer=("word " * (number % 40 * (100 if number % 90 == 7 else 1)),),
            )
            added: list[Entry] = [answer]
            if number % 11 == 0:
                added.append(amendment(f"A{number:04}", answer.id, at=at))
            if number % 17 == 0:
                added.append(undo(f"U{number:04}", answer.id, at))
            fill(db, added)
            written += added
            if number == BACKED_UP - 1:
                back_up_now(folder.progress, "daily", clock)
                in_backup = {entry.id for entry in written}
        with db.transaction():
            settings.put(db, "minutes", "25")
            for ref in refs[:3]:
                flags.flag(db, ref, "look again")
            variants.remember(db, refs[0], Variant("Ahmad Massoud", "Ahmed Masoud"), "A0000")
            memories.rebuild(db, replaying(db))
        look_through(desk)
        clock.pass_(days=40)
        session = open_session(desk, 20)
        session.skip()
    pages = Pages(folder.progress, USUAL_SIZE)
    on_page: dict[int, set[str]] = {}
    for number in range(1, len(pages) + 1):
        for row in pages.rows_on(number):
            if (found := log_row(row)) is not None:
                on_page.setdefault(number, set()).add(str(found["id"]))
    content = folder.progress.read_bytes()
    long = {e.id for e in written if isinstance(e, Review) and len(e.answer[0]) > 3000}
    return Learner(folder, content, {e.id: e for e in written}, on_page, long, in_backup)


def places(learner: Learner, count: int, seed: int) -> list[Place]:
    """Places all over the file: each page is cut before, the header and all pages get flips."""
    chance = random.Random(seed)
    size = len(learner.content)
    found = []
    for number in range(count):
        sort = number % 5
        if sort == 0:
            found.append(Place(USUAL_SIZE * chance.randrange(size // USUAL_SIZE), 0))
        elif sort == 1:
            found.append(Place(chance.randrange(100), 1 << chance.randrange(8)))
        elif sort == 2:  # where a page says what it is
            page = chance.randrange(size // USUAL_SIZE) * USUAL_SIZE
            found.append(Place(page + chance.randrange(40), 255))
        else:
            found.append(Place(chance.randrange(size), 1 << chance.randrange(8)))
    return found


def damage(learner: Learner, place: Place) -> None:
    """Makes the file whole again, but for the damage at `place`."""
    path = learner.folder.progress
    for file in path.parent.glob("progress*"):
        if file.is_file():
            file.unlink()
    content = bytearray(learner.content)
    if place.flip:
        content[place.offset] ^= place.flip
    else:
        del content[place.offset :]
    path.write_bytes(content)


def opened(learner: Learner) -> str:
    """What the learner is told who opens the folder; "" if nothing is."""
    clock = HandClock(LATER)
    try:
        with open_desk(learner.folder, clock, counted_ids()) as desk:
            db = desk.progress
            list(log.entries(db))
            memories.every(db)
            sessions.latest(db)
            settings.every(db)
    except Fault as fault:
        return str(fault)
    return ""


def examined_and_repaired(learner: Learner) -> Repaired | None:
    """What the doctor does; None where there is nothing left to repair."""
    clock = HandClock(LATER)
    new_id = counted_ids()
    try:
        examine(learner.folder, clock, new_id, quiet)
        return repair(learner.folder, clock, new_id, quiet)
    except ProgressError:
        raise
    except Fault:
        return None


def faults_after(learner: Learner, place: Place) -> list[str]:
    """Damages the file at `place`, opens and repairs it; what is not as it was promised."""
    damage(learner, place)
    opened(learner)
    damage(learner, place)
    repaired = examined_and_repaired(learner)
    if repaired is None:
        return ["the doctor refused it"]
    found: list[str] = []
    if told := opened(learner):
        found.append(f"can't be opened after the repair: {told}")
        return found
    if not is_sound(learner.folder.progress):
        found.append("not sound after the repair")
    if not examine(learner.folder, HandClock(LATER), counted_ids(), quiet).is_well:
        found.append("not well after the repair")
    with open_database(learner.folder.progress, HandClock(MORNING), counted_ids()) as db:
        there = {entry.id: entry for entry in log.entries(db)}
    first = place.offset // USUAL_SIZE + 1
    last = first if place.flip else len(learner.content) // USUAL_SIZE
    touched = {each for page in range(first, last + 1) for each in learner.on_page.get(page, ())}
    touched |= learner.long
    gone = set(learner.entries) - set(there)
    if more := gone - (touched - learner.in_backup):
        found.append(f"lost without need: {sorted(more)[:5]}, {len(more)} in all")
    changed = {key for key in there if there[key] != learner.entries.get(key)} - touched
    # An id in which a bit has changed is another one.
    told_of = () if repaired.rebuilt is None else repaired.rebuilt.lost
    if len(changed) > len([lost for lost in told_of if lost.id in gone & touched]):
        found.append(f"changed: {sorted(changed)[:5]}")
    if gone and repaired.rebuilt is None:
        found.append("lost, and the file was not made anew")
    elif gone and repaired.rebuilt is not None:
        last_read = max(entry.at for entry in there.values())
        named = {str(lost.id) for lost in repaired.rebuilt.lost}
        by_number = len([lost for lost in repaired.rebuilt.lost if lost.id is None])
        quiet_about = {key for key in gone - named if learner.entries[key].at <= last_read}
        if len(quiet_about) > by_number:
            found.append(f"lost and not told: {sorted(quiet_about)[:5]}")
        if len(gone - named) > by_number and repaired.rebuilt.are_lost_known:
            found.append(f"lost, and no more is said to be: {sorted(gone - named)[:5]}")
    return found


def main(count: int, seed: int = 7) -> int:
    """Tries `count` places, and others in a log; how many had a fault."""
    from tests.study.doctor import damaging_log

    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        learner = made_learner(Path(folder, "study"))
        killed = damaging_log.killed(learner, Path(folder))
        cases: list[tuple[object, Callable[[], list[str]]]] = [
            *((p, partial(faults_after, learner, p)) for p in places(learner, count, seed)),
            *(
                (p, partial(damaging_log.faults_after, killed, p))
                for p in damaging_log.places(killed, count // 5, seed)
            ),
        ]
        for number, (place, faults) in enumerate(cases, start=1):
            try:
                found = faults()
            except Exception as error:
                found = [f"{type(error).__name__}: {error}"]
            if found:
                bad += 1
                print(place, *found, sep="\n    ", flush=True)
            if number % 100 == 0:
                print(f"{number} places, {bad} with a fault", flush=True)
    return bad


if __name__ == "__main__":
    sys.exit(1 if main(int(sys.argv[1])) else 0)
