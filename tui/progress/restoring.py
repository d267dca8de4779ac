"""Puts a backup in the place of progress.db, after a backup of that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.clock import Clock
from tui.progress.alone import alone_with, damaged_name, settled, take_place
from tui.progress.backup import connected, is_sound
from tui.progress.backups import back_up_now
from tui.progress.database import open_database
from tui.progress.errors import DamagedError, ProgressError
from tui.progress.opening import check_header, foreign
from tui.progress.raw_copy import raw_copy, state
from tui.progress.schema import APPLICATION_ID

REASON = "restore"
_TRIES = 5

Note = Callable[[str, float], None]
"""Told what is being done, and which share of it is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done.

    entries: how many the log has now. before: the file that holds what was there before, None if
    nothing was. was_damaged: that file is damaged. missing: how many entries are in it alone; None
    where it can't be told.
    """

    entries: int
    before: Path | None
    was_damaged: bool
    missing: int | None


@contextmanager
def workshop(path: Path) -> Iterator[Path]:
    """A folder beside `path`, so that what is made there can be moved; gone at the end."""
    try:
        with TemporaryDirectory(prefix=".cssprep-work-", dir=path.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise ProgressError(
            f"Nothing can be written beside {path}: {error.strerror}.",
            f"Make room, or let yourself write to {path.parent}; progress.db was not changed.",
        ) from error


def restore(
    path: Path, backup: Path, clock: Clock, new_id: Callable[[], str], note: Note
) -> Restored:
    """Puts a copy of `backup` in the place of the progress.db `path`.

    What was there is backed up first; if it is damaged, it is kept beside as it is. ProgressError,
    and nothing is changed, if the backup is damaged, another program's or a newer version's, or if
    another process has `path` open. Not for a process that has it open itself.
    """
    if not backup.is_file():
        raise ProgressError(
            f"There is no file {backup}.", "`cssprep progress backups` lists the backups."
        )
    if path.exists() and backup.samefile(path):
        raise ProgressError(f"{backup} is your progress itself.", "Name a backup of it.")
    check_header(backup)
    with alone_with(path):
        pass
    with workshop(path) as folder:
        new = _checked(backup, folder, clock, new_id, note)
        for _ in range(_TRIES):
            note("Backing up", 0)
            before, was_damaged, seen = None, False, state(path)
            if path.exists() and path.stat().st_size:
                try:
                    seen = settled(path)
                    before = back_up_now(path, REASON, clock)
                except DamagedError:
                    was_damaged, before = True, damaged_name(path, clock)
            note("Backing up", 1)
            if take_place(new, path, seen, before if was_damaged else None):
                break
        else:
            raise ProgressError(
                f"{path} changes while it is replaced.",
                "Leave every other cssprep, then try again.",
            )
    entries, missing = _compared(path, None if was_damaged else before)
    return Restored(entries, before, was_damaged, missing)


def _checked(
    backup: Path, folder: Path, clock: Clock, new_id: Callable[[], str], note: Note
) -> Path:
    """A sound copy of `backup` in `folder`, of this version."""
    copy = raw_copy(backup, folder)
    if not is_sound(copy, lambda done: note("Checking", done)):
        raise ProgressError(
            f"The backup {backup} is damaged.",
            "Choose another one: `cssprep progress backups` lists them; nothing was changed.",
        )
    with closing(connected(copy)) as database:
        (application,) = database.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise foreign(backup)
    note("Reading", 0)
    open_database(copy, clock, new_id).close()
    note("Reading", 1)
    return copy


def _compared(path: Path, before: Path | None) -> tuple[int, int | None]:
    """How many entries `path` has, and how many `before` has that it has not."""
    with closing(connected(path)) as database:
        (entries,) = database.execute("SELECT count(*) FROM log").fetchone()
        if before is None:
            return entries, None
        try:
            database.execute("ATTACH ? AS before", (str(before),))
            (missing,) = database.execute(
                "SELECT count(*) FROM before.log WHERE id NOT IN (SELECT id FROM main.log)"
            ).fetchone()
        except sqlite3.Error:
            return entries, None
    return entries, missing
