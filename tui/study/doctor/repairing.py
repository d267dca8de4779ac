"""Repairs progress.db without losing an entry that can be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from tui.banks.index import open_index
from tui.clock import Clock, today
from tui.fault import Fault
from tui.progress import history, memories
from tui.progress.copies.alone import alone_with, damaged_name, take_place
from tui.progress.copies.backups import back_up_now
from tui.progress.copies.raw_copy import raw_copy, state
from tui.progress.copies.workshop import workshop
from tui.progress.database import open_database
from tui.progress.errors import ProgressError
from tui.progress.guards.wal import beside, is_there
from tui.progress.noting import Note
from tui.progress.rescue.rebuilding import rebuild
from tui.progress.rescue.salvage import salvage
from tui.progress.rescue.salvaged import Lost
from tui.progress.rescue.standing_for import standing_for
from tui.study.desk import Desk, open_desk
from tui.study.doctor.examining import damage_in, examine
from tui.study.doctor.findings import Examination, Weight
from tui.study.doctor.from_backups import backups_of, completed
from tui.study.doctor.log_checks import unreadable
from tui.study.doctor.memory_checks import derived_anew, replaying_at_all
from tui.study.doctor.table_checks import read_all
from tui.study.folder import StudyFolder
from tui.study.in_force import drop_if_broken

REASON = "fix"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A file that was made anew.

    entries: in the new log. from_backups: how many of them came from backups. lost: entries that
    are known to have been there and were found nowhere. are_lost_known: no others can be lost;
    else the end of the log or its index could not be read. put_away: entries that backups have and
    that were left out, as they were put away by restoring a backup. last_read: the time of the
    newest entry that was read, "" if there is none; what came after it may be gone. incomplete:
    other tables of which rows may be missing. mended: entries of which a time or the time spent
    made no sense and was told by the rest. left_out: rows that made no sense. kept: the damaged
    file.
    """

    entries: int
    from_backups: int
    lost: tuple[Lost, ...]
    are_lost_known: bool
    put_away: int
    last_read: str
    incomplete: tuple[str, ...]
    mended: int
    left_out: int
    kept: Path


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was done: a file made anew, or memories derived anew in the one there was."""

    examination: Examination
    rebuilt: Rebuilt | None
    memories: int
    backup: Path | None


def repair(folder: StudyFolder, clock: Clock, new_id: Callable[[], str], note: Note) -> Repaired:
    """Examines the progress of `folder`, and puts right what is wrong.

    A damaged file is made anew from all that can be read of it and what its backups have of the
    rest, and is kept beside. Raises what `examine` does; and a Fault, with nothing changed, if
    nothing can be read, or if another process has the file open. Not for a process that has it
    open.
    """
    with alone_with(folder.progress):
        pass
    found = examine(folder, clock, new_id, note)
    if found.damaged:
        return Repaired(found, _made_anew(folder, clock, new_id, note), 0, None)
    if found.is_well:
        return Repaired(found, None, 0, None)
    backup = back_up_now(folder.progress, REASON, clock)
    with open_database(folder.progress, clock, new_id) as db:
        drop_if_broken(db)
    with open_desk(folder, clock, new_id) as desk:
        return Repaired(found, None, _derive_again(desk, note), backup)


def _derive_again(desk: Desk, note: Note) -> int:
    """Derives all memories anew, while others may go on answering; how many there are."""
    db, present = desk.progress, desk.index.aliases()
    known = history.newest(db)
    expected = derived_anew(desk, note)
    with db.transaction():
        memories.replace_all(db, expected)
        memories.rederive(
            db,
            history.touched_since(db, known),
            replaying_at_all(db),
            lambda name: present.get(name, name),
        )
    return len(expected)


def _made_anew(folder: StudyFolder, clock: Clock, new_id: Callable[[], str], note: Note) -> Rebuilt:
    path = folder.progress
    seen = state(path)
    with workshop(path) as room:
        copy = raw_copy(path, room)
        salvaged = salvage(copy, lambda done: note("Reading", done), clock.zone())
        whole = completed(salvaged, path, clock, note, room)
        salvaged = whole.salvaged
        if not salvaged.log and not any(salvaged.tables.values()):
            raise _nothing(path, clock)
        new = room / "new.db"
        present = _aliases(folder, clock)
        with standing_for(new, path):
            left_out = rebuild(
                salvaged,
                new,
                clock,
                new_id,
                replaying_at_all,
                lambda name: present.get(name, name),
                lambda done: note("Writing", done),
            )
            _check(new, path, clock, new_id, note)
        kept = damaged_name(path, clock)
        if not take_place(new, path, seen, kept):
            raise ProgressError(f"{path} changed meanwhile.", "Leave every other cssprep.")
    return Rebuilt(
        entries=len(salvaged.log),
        from_backups=whole.entries,
        lost=salvaged.lost,
        are_lost_known=salvaged.is_all_known,
        put_away=whole.put_away,
        last_read=max((row[2] for row in salvaged.log.values()), default=""),
        incomplete=salvaged.incomplete,
        mended=len(salvaged.mended),
        left_out=left_out,
        kept=kept if kept.exists() else beside(kept),
    )


def _aliases(folder: StudyFolder, clock: Clock) -> Mapping[str, str]:
    """The present names of questions; none where the banks can't be read, which is told later."""
    with suppress(Fault), closing(open_index(folder.banks, folder.cache, today(clock))) as index:
        return dict(index.aliases())
    return {}


def _check(new: Path, path: Path, clock: Clock, new_id: Callable[[], str], note: Note) -> None:
    """Raises ProgressError if the new file is not whole, or holds what the app can't read."""
    wrong = damage_in(new, path, clock, note)
    if not wrong:
        with open_database(new, clock, new_id) as db:
            misread = unreadable(db, clock.zone())
            wrong = list(misread.details) if misread.weight is Weight.WRONG else []
            try:
                read_all(db)
            except ValueError as error:
                wrong.append(str(error))
    if wrong or is_there(new):
        what = wrong[0] if wrong else "it was not written to its end"
        raise ProgressError(
            f"The new file for {path} is not sound ({what}); the old one was left as it was.",
            "Check the disk, and the space on it; then try again.",
        )


def _nothing(path: Path, clock: Clock) -> ProgressError:
    """Neither the file nor a backup gives anything."""
    found = backups_of(path, clock)
    if not found:
        says = f"Nothing can be read of {path}, and there is no backup."
    else:
        count = "is 1" if len(found) == 1 else f"are {len(found):,}"
        says = f"Nothing can be read of {path}, nor of its backups, of which there {count}."
    return ProgressError(says, "It was left as it is: move it elsewhere, and a new one is made.")
