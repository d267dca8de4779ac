"""One round of syncing: what the other devices wrote is taken in, then the own file is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tui.progress import log
from tui.progress.elsewhere import Elsewhere, read_elsewhere
from tui.progress.errors import ProgressError
from tui.schedule.grades import grade_for
from tui.study.desk import Desk
from tui.study.syncing.merge import Merged, Note, merge, silent
from tui.study.syncing.shared_folder import SharedFile, own_file, shared_files, write_own


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of a round.

    own: this device's file; written: whether it had to be. others: the files of other devices, with
    conflict copies. unread: files passed over for now, and why. twins: how many entries the own
    file held that this device did not write, or has lost.
    """

    merged: Merged
    own: Path
    written: bool
    others: tuple[SharedFile, ...]
    unread: tuple[tuple[Path, str], ...]
    twins: int


def sync(desk: Desk, folder: Path, note: Note = silent) -> Synced:
    """Takes in what the other devices keep in `folder`, and writes this one's file.

    Nobody's file but the own is written. One that is not there to its end, or can't be read, is
    left for the next time, and the others are read. A Fault if the folder can't be used.
    """
    db = desk.progress
    own = own_file(db, folder)
    files = shared_files(folder)
    known = log.ids(db)
    read: list[Elsewhere] = []
    unread: list[tuple[Path, str]] = []
    twins, damaged = 0, False
    for number, file in enumerate(files):
        note("Reading", number / len(files))
        try:
            found = read_elsewhere(file.path, grade_for, known, desk.clock.zone())
        except ProgressError as error:
            unread.append((file.path, str(error)))
            damaged = damaged or file.path == own
            continue
        if file.path == own:
            # It may be all that is left of a lost progress.db, or that of a copy of this one.
            twins, damaged = len(found.entries), bool(found.refused or found.missing)
        elif found.missing:
            unread.append((file.path, _not_whole(found)))
            continue
        read.append(found)
    note("Reading", 1.0)
    merged = merge(desk, read, note)
    written = write_own(db, own, anew=damaged)
    others = tuple(file for file in files if file.path != own)
    return Synced(merged, own, written, others, tuple(unread), twins)


def _not_whole(found: Elsewhere) -> str:
    lines = "line is" if found.missing == 1 else "lines are"
    return (
        f"It is not there to its end: {found.missing:,} {lines} missing. It is read the next time, "
        "once it is copied."
    )
