"""One round of syncing: what the other devices wrote is taken in, then the own file is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tui.progress import log
from tui.progress.errors import ProgressError
from tui.progress.joining.elsewhere import Elsewhere, HalfCopiedError, read_elsewhere
from tui.progress.marks import Mark
from tui.progress.noting import Note, silent
from tui.schedule.grades import grade_for
from tui.study.desk import Desk
from tui.study.syncing.merge import Merged, is_own_progress, merge
from tui.study.syncing.shared import changed_here, checked_at, held_back
from tui.study.syncing.shared_folder import (
    SharedFile,
    own_file,
    set_aside,
    shared_files,
    write_own,
)


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of a round.

    own: this device's file; written: whether it had to be. others: the files of other devices, with
    conflict copies. unread: files passed over for now, and a sentence about each. twins: how many
    entries the own file held that this device did not write, or has lost. aside: where the own file
    is kept, which held what can't be read; None where it was sound. held_back: changes made here
    that no other device takes in, as they are dated years ahead.
    """

    merged: Merged
    own: Path
    written: bool
    others: tuple[SharedFile, ...]
    unread: tuple[tuple[Path, str], ...]
    twins: int
    aside: Path | None
    held_back: tuple[Mark, ...]

    @property
    def read_in_part(self) -> set[Path]:
        """Files that hold something that was not taken in."""
        files = self.merged.files
        refused = {file.path for file in files if file.refused or file.missing}
        return refused | {path for path, _ in self.unread}


def sync(desk: Desk, folder: Path, note: Note = silent) -> Synced:
    """Takes in what the other devices keep in `folder`, and writes this one's file.

    Nobody's file but the own is written. One that is not there to its end, or can't be read, is
    left for the next time, and the others are read. The own one, too, may be all that is left of a
    lost progress.db: it is not written while its end is missing, and kept aside where it is
    damaged. A Fault if the folder can't be used.
    """
    db = desk.progress
    own = own_file(db, folder)
    files = shared_files(folder)
    known = log.ids(db)
    now = desk.clock.now()
    of_others, of_own = checked_at(now), checked_at(now, changed_here(db))
    read: list[Elsewhere] = []
    unread: list[tuple[Path, str]] = []
    twins, damaged, waits = 0, False, False
    for number, file in enumerate(files):
        note("Reading", number / len(files))
        if is_own_progress(desk, file.path):
            unread.append((file.path, f"{file.path} is your own progress.db."))
            continue
        check = of_own if file.device == own.stem else of_others
        try:
            found = read_elsewhere(file.path, grade_for, known, desk.clock.zone(), check)
        except HalfCopiedError as error:
            if file.path == own and known:
                continue  # it is written anew, and nothing of it is lost
            waits = waits or file.path == own
            unread.append((file.path, _not_yet(error.message, file.path, own)))
            continue
        except ProgressError as error:
            unread.append((file.path, str(error)))
            damaged = damaged or file.path == own
            continue
        if file.path == own:
            twins, damaged = len(found.entries), bool(found.refused)
            waits = bool(found.missing) and found.newest not in known
        if found.missing and (waits or file.path != own):
            unread.append((file.path, _not_whole(found, own)))
            continue
        # What the own one lacks is here: it is written anew.
        read.append(replace(found, missing=0) if file.path == own else found)
    note("Reading", 1.0)
    merged = merge(desk, read, note)
    aside = set_aside(own) if damaged and not waits else None
    written = not waits and write_own(db, own)
    others = tuple(file for file in files if file.path != own)
    return Synced(merged, own, written, others, tuple(unread), twins, aside, held_back(db))


def _not_whole(found: Elsewhere, own: Path) -> str:
    lines = "line is" if found.missing == 1 else "lines are"
    said = f"{found.path} is not there to its end: {found.missing:,} {lines} missing."
    return _not_yet(said, found.path, own)


def _not_yet(said: str, path: Path, own: Path) -> str:
    stays = " If it stays so, delete it: it is written anew." if path == own else ""
    return f"{said} It is read the next time, once it is copied.{stays}"
