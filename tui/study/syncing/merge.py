"""Joins the progress of other devices with that of this one, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from tui.log import Amendment, Review, Undo
from tui.memory import Memory
from tui.progress import log, memories
from tui.progress.copies.backups import back_up_now
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.progress.guards.held_files import identity
from tui.progress.joining import merging
from tui.progress.joining.elsewhere import Elsewhere, read_elsewhere
from tui.progress.joining.merging import Incoming
from tui.progress.marks import SETTING, Mark
from tui.progress.noting import Note, silent
from tui.schedule.grades import grade_for
from tui.schedule.weights import DEFAULT, Weights
from tui.schedule.weights import read as read_weights
from tui.study import in_force
from tui.study.changes import forget_looking
from tui.study.desk import Desk
from tui.study.syncing.shared import checked_at, holds_anything, is_taken_in

REASON = "merge"
CACHE = 256_000
"""KB of pages that are held at most while a merge is written."""
AHEAD = timedelta(hours=1)
"""How far after now an entry may be before it is told that some clock is wrong."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge added.

    questions: how many memories were derived anew. wordings: how many more are known; fewer where
    what taught them was taken back. marks: changes that were newer than what was here. ahead: the
    latest moment of an answer that lies more than an hour ahead of the clock. backup: made before;
    None where nothing was added, or nothing was here before.
    """

    answers: int = 0
    amendments: int = 0
    undos: int = 0
    questions: int = 0
    wordings: int = 0
    marks: tuple[Mark, ...] = ()
    ahead: datetime | None = None
    backup: Path | None = None
    files: tuple[Elsewhere, ...] = field(default=(), repr=False)


class _DryRun(Exception):
    """Leaves a transaction that is not meant to be kept."""


def read_all(desk: Desk, paths: Sequence[Path], note: Note = silent) -> tuple[Elsewhere, ...]:
    """What each of the files `paths` holds that is not here; ProgressError names one that fails."""
    known = log.ids(desk.progress)
    check = checked_at(desk.clock.now())
    found: list[Elsewhere] = []
    paths = [path for path in paths if not is_own_progress(desk, path)]
    if not paths:
        raise ProgressError(
            "This is your own progress.db.", "Name the file of another device, or an export of it."
        )
    for number, path in enumerate(paths):
        note("Reading", number / len(paths))
        found.append(read_elsewhere(path, grade_for, known, desk.clock.zone(), check))
    note("Reading", 1.0)
    return tuple(found)


def is_own_progress(desk: Desk, path: Path) -> bool:
    """Whether `path` is the progress.db that the desk has open.

    It must not be opened beside SQLite: closing it would give up SQLite's locks on it.
    """
    return identity(path) == identity(desk.progress.path)


def merge(
    desk: Desk, files: Sequence[Elsewhere], note: Note = silent, *, dry_run: bool = False
) -> Merged:
    """Takes in what `files` hold, after a backup; with `dry_run` says only what that would come to.

    Nothing is backed up where there is no answer, nor any other thing of the learner's, so far.

    All of it or nothing. The order of the files, and how often they are taken in, make no
    difference.
    """
    db = desk.progress
    # Of a long log, SQLite would write the same pages of its indexes again and again.
    db.row(f"PRAGMA cache_size = -{CACHE}")
    state = _state(db)
    now = desk.clock.now()

    def accepts(mark: Mark) -> bool:
        return is_taken_in(mark, now)

    new = merging.incoming(db, files, accepts)
    if not new:
        return Merged(files=tuple(files))
    # One of nothing would be the newest of all, and be taken for what was there last.
    worth = not dry_run and holds_anything(db)
    backup = back_up_now(db.path, REASON, desk.clock) if worth else None
    derived = _derived(desk, new, note)
    wordings = 0
    note("Writing", 0.0)
    try:
        with db.transaction():
            if _state(db) != state:
                # Something was answered meanwhile, in another window.
                new = merging.incoming(db, files, accepts)
                derived = _derived(desk, new, note)
            wordings = merging.write(db, new, derived)
            forget_looking(db)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    note("Writing", 1.0)
    latest = max((entry.at for entry in new.entries), default=None)
    late = latest is not None and latest > now + AHEAD
    return Merged(
        answers=sum(isinstance(entry, Review) for entry in new.entries),
        amendments=sum(isinstance(entry, Amendment) for entry in new.entries),
        undos=sum(isinstance(entry, Undo) for entry in new.entries),
        questions=len(derived),
        wordings=wordings,
        marks=new.marks,
        ahead=latest if late else None,
        backup=backup,
        files=tuple(files),
    )


def _derived(desk: Desk, new: Incoming, note: Note) -> dict[str, Memory | None]:
    from tui.schedule.fsrs6 import replay

    db, present = desk.progress, desk.index.aliases()
    before, weights = _weights(db, new)
    every = weights != before

    def replayed(reviews: list[Review]) -> Memory | None:
        return replay(reviews, weights)

    def canonical(name: str) -> str:
        return present.get(name, name)

    def share(done: float) -> None:
        note("Deriving", done)

    found = merging.derive(db, new.entries, replayed, canonical, every=every, note=share)
    if every:
        # What no log tells of was never derived from one.
        found.update(dict.fromkeys(memories.every(db).keys() - found.keys()))
    return found


def _weights(db: Database, new: Incoming) -> tuple[Weights, Weights]:
    """The weights in force, and those once `new` is taken in."""
    before = in_force.weights_in_force(db)
    for mark in new.marks:
        if (mark.what, mark.name) == (SETTING, in_force.SETTING):
            return before, DEFAULT if mark.value is None else read_weights(mark.value)
    return before, before


def _state(db: Database) -> object:
    """What changes when another connection writes."""
    return db.row("PRAGMA data_version")
