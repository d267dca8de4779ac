"""What the backups of a damaged progress.db still have, those in the second folder among them.

Where the log was read to its end, or its index, only entries known to be missing are taken. Else
nobody can tell what is missing, so all that any backup has is taken, but for what was put away by
restoring a backup. An entry was put away if it was there before a restore, and no backup since then
has it. Names of backups tell what was since, and clocks go wrong: so one of those must hold what
was not there before. Where none does, it can't be told, and nothing counts as put away that an
older backup has.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.clock import Clock
from tui.progress.copies.backup import connected
from tui.progress.copies.backups import (
    Backup,
    all_backups,
    check_folder,
    device_folder,
    device_in,
    folder_of,
    in_order,
    second_folder,
)
from tui.progress.copies.kept import KEPT, kept_copies
from tui.progress.copies.raw_copy import raw_copy
from tui.progress.copies.restoring import REASON as RESTORE
from tui.progress.errors import ProgressError
from tui.progress.noting import Note
from tui.progress.rescue.filling import Older, filled, ids_in, older_in
from tui.progress.rescue.salvage import salvage
from tui.progress.rescue.salvaged import Salvaged


@dataclass(frozen=True, slots=True)
class Completed:
    """What was read, with what the backups have of the rest.

    entries: how many entries came from there. put_away: how many they have besides, which were
    left out because a restore put them away.
    """

    salvaged: Salvaged
    entries: int
    put_away: int


def backups_of(path: Path, clock: Clock, device: str | None = None) -> list[Backup]:
    """The backups of the progress.db `path`, those beside it first, the newest of each in front.

    device: its id, where that can be read. The second folder may hold backups of other devices,
    which are not ours to take: without an id, what lies there counts if it is of one device alone.
    """
    beside = all_backups(path, clock)
    second = [b for b in all_backups(path, clock, second_folder()) if b not in beside]
    folders = {backup.path.parent for backup in second}
    if device is not None:
        second = [b for b in second if b.path.parent.name == device_folder(device)]
    elif len(folders) > 1:
        second = []
    return beside + second


def completed(salvaged: Salvaged, path: Path, clock: Clock, note: Note, room: Path) -> Completed:
    """`salvaged` with what the backups have of the rest, and the files kept by the running app.

    One sound backup is always looked at, for the tables beside the log; all of them unless it is
    certain what is missing. room: an empty folder to work in. ProgressError if the folder of the
    backups can't be read: what is made without them would lack what they hold.
    """
    check_folder(folder_of(path))
    found, kept = _sources(salvaged, path, clock, room)
    restores = [backup for backup in found if backup.made.reason == RESTORE]
    is_certain = salvaged.is_all_known and all(each.id for each in salvaged.lost)
    put_away = set() if is_certain or not restores else _put_away(found) - salvaged.ids
    entries, looked_at = 0, False
    for number, backup in enumerate(found):
        if salvaged.is_all_known and looked_at and not salvaged.lost:
            break
        note("Reading backups", number / len(found))
        only_lost = is_certain or (backup in restores and bool(salvaged.log))
        is_kept = backup.path in kept
        if (
            looked_at
            and not is_kept
            and not _gives(salvaged, backup, put_away, only_lost=only_lost)
        ):
            continue
        older = older_in(backup.path)
        if older is None and is_kept:
            older = _salvaged_from(kept[backup.path], backup.path.parent)
        if older is not None:
            looked_at = True
            more = filled(salvaged, older, only_lost=only_lost, put_away=put_away)
            salvaged, entries = more.salvaged, entries + more.entries
    note("Reading backups", 1)
    if not is_certain:
        put_away = put_away.union(*(ids_in(each.path) for each in restores)) - salvaged.ids
    return Completed(salvaged, entries, len(put_away))


def _sources(
    salvaged: Salvaged, path: Path, clock: Clock, room: Path
) -> tuple[list[Backup], dict[Path, Path]]:
    """The backups and the kept files of this device; those of what a restore put away last.

    The newest first; by their entries, where no restore has made these fewer, as names go by
    clocks. And which kept file each copy of one is of.
    """
    named = next((row.get("id") for row in salvaged.tables.get("device", [])), None)
    device = named if isinstance(named, str) else None
    kept = [
        each
        for each in kept_copies(path, clock, room)
        if device is None or device_in(each.copy.path) in (None, device)
    ]
    backups = [*backups_of(path, clock, device), *(each.copy for each in kept)]
    found = sorted(backups, key=in_order, reverse=True)
    if all(backup.made.reason != RESTORE for backup in found):
        found.sort(key=entries_in, reverse=True)
    else:
        found.sort(key=lambda backup: backup.made.reason == RESTORE)
    return found, {each.copy.path: each.file for each in kept}


def _put_away(found: list[Backup]) -> set[str]:
    """The ids of the entries that restores put away, as far as it can be told."""
    put_away: set[str] = set()
    since: set[str] = set()
    for backup in sorted(found, key=in_order, reverse=True):
        ids = ids_in(backup.path)
        if backup.made.reason == KEPT:
            # Its time is that of its file, which any copying changes.
            continue
        if backup.made.reason != RESTORE:
            since |= ids
        elif since - ids:
            put_away |= ids - since
        elif ids:
            break
    return put_away


def entries_in(backup: Backup) -> int:
    """How many entries a backup has; 0 if it can't be read."""
    try:
        with closing(connected(backup.path)) as database:
            (entries,) = database.execute("SELECT count(*) FROM log").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return 0
    return int(entries)


def _gives(salvaged: Salvaged, backup: Backup, put_away: set[str], *, only_lost: bool) -> bool:
    """Whether a look at the ids says that `backup` has what is missing: it may be large."""
    ids = ids_in(backup.path)
    new = ids - salvaged.ids - put_away
    if only_lost:
        lost = {each.id for each in salvaged.lost}
        return bool(ids & lost) or (None in lost and bool(new))
    return bool(new)


def _salvaged_from(kept: Path, room: Path) -> Older | None:
    """What can be read of a file that was kept as another program had left it, with its log."""
    folder = room / "damaged"
    folder.mkdir()
    try:
        # SQLite has opened the other copy, and dropped from its log what it did not come to.
        found = salvage(raw_copy(kept, folder))
    except (ProgressError, OSError):
        return None
    return Older(found.log, found.tables)
