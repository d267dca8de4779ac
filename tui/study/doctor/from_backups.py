"""What the backups of a damaged progress.db still have, those in the second folder among them."""

from __future__ import annotations

from pathlib import Path

from tui.clock import Clock
from tui.progress.copies.backups import Backup, all_backups, device_folder, second_folder
from tui.progress.copies.restoring import REASON as RESTORE
from tui.progress.noting import Note
from tui.progress.rescue.rebuilding import filled
from tui.progress.rescue.salvaged import Salvaged


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


def completed(salvaged: Salvaged, path: Path, clock: Clock, note: Note) -> tuple[Salvaged, int]:
    """`salvaged` with what the backups have of the rest; how many entries came from there.

    The newest sound backup is always looked at, older ones while entries are missing. So are those
    of what a restore put away: it was not wanted.
    """
    entries = 0
    looked_at = False
    device = next((row.get("id") for row in salvaged.tables.get("device", [])), None)
    found = backups_of(path, clock, device if isinstance(device, str) else None)
    for backup in sorted(found, key=lambda backup: backup.made.reason == RESTORE):
        if backup.made.reason == RESTORE and not salvaged.lost and salvaged.log:
            break
        if looked_at and not salvaged.lost:
            break
        note("Reading backups", 0)
        more = filled(salvaged, backup.path)
        if more is not None:
            looked_at = True
            salvaged, entries = more.salvaged, entries + more.entries
    return salvaged, entries
