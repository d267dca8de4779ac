"""Puts a backup in the place of progress.db, after a backup of that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tui.clock import Clock
from tui.progress.copies.alone import alone_with, damaged_name, settled, take_place
from tui.progress.copies.backup import connected, is_sound
from tui.progress.copies.backups import back_up_now, device_in
from tui.progress.copies.raw_copy import State, raw_copy, state
from tui.progress.copies.workshop import workshop
from tui.progress.database import open_database
from tui.progress.errors import DamagedError, NoRoomError, ProgressError, no_room
from tui.progress.guards.opening import check_header, foreign, newer
from tui.progress.guards.wal import beside
from tui.progress.noting import Note
from tui.progress.schema import APPLICATION_ID, NEWEST

REASON = "restore"
_TRIES = 5
_CHOOSE = "Choose another one: `cssprep progress backups` lists them; nothing was changed."


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done.

    entries: how many the log has now. before: the file that holds what was there before, None if
    nothing was. was_damaged: that file is damaged. missing: how many entries are in it alone; None
    where it can't be told. of_another: the backup is of another device, by whose name this one goes
    now.
    """

    entries: int
    before: Path | None
    was_damaged: bool
    missing: int | None
    of_another: bool


@dataclass(frozen=True, slots=True)
class _Before:
    """What was there.

    seen: how it lay on the disk. file: where it is kept. aside: under which name it is to be kept
    beside, as it is damaged; None if it is not.
    """

    seen: State
    file: Path | None
    aside: Path | None


def restore(
    path: Path, backup: Path, clock: Clock, new_id: Callable[[], str], note: Note
) -> Restored:
    """Puts a copy of `backup` in the place of the progress.db `path`.

    What was there is backed up first; if it is damaged, it is kept beside as it is. ProgressError,
    and nothing is changed, if the backup is damaged, another program's or a newer version's, or if
    another process has `path` open. Not for a process that has it open itself.
    """
    if backup.is_dir():
        raise ProgressError(
            f"{backup} is a folder.", "Name a file: `cssprep progress backups` lists the backups."
        )
    if not backup.is_file():
        raise ProgressError(
            f"There is no file {backup}.", "`cssprep progress backups` lists the backups."
        )
    if path.exists() and backup.samefile(path):
        raise ProgressError(f"{backup} is your progress itself.", "Name a backup of it.")
    _check_backup(backup)
    with alone_with(path):
        pass
    with workshop(path) as folder:
        new = _checked(backup, folder, clock, new_id, note)
        for _ in range(_TRIES):
            note("Backing up", 0)
            before = _before(path, clock)
            note("Backing up", 1)
            if take_place(new, path, before.seen, before.aside):
                break
        else:
            raise ProgressError(
                f"{path} changes while it is replaced.",
                "Leave every other cssprep, then try again.",
            )
    was_damaged = before.aside is not None
    kept = None if was_damaged else before.file
    entries, missing = _compared(path, kept)
    of_another = kept is not None and device_in(kept) != device_in(path)
    return Restored(entries, before.file, was_damaged, missing, of_another)


def _check_backup(backup: Path) -> None:
    """ProgressError if a look at its header says that `backup` is none."""
    if not backup.stat().st_size:
        raise ProgressError(f"{backup} is empty.", _CHOOSE)
    try:
        check_header(backup)
    except DamagedError as error:
        raise ProgressError(error.message, _CHOOSE) from error


def _before(path: Path, clock: Clock) -> _Before:
    """Backs up what is at `path`; if it is damaged, only says under which name to keep it."""
    seen = state(path)
    if not _is_damaged(path):
        if not path.exists() or not path.stat().st_size:
            return _Before(seen, None, None)
        try:
            seen = settled(path)
            return _Before(seen, back_up_now(path, REASON, clock), None)
        except NoRoomError:
            raise
        except DamagedError:
            pass
        except ProgressError:
            with workshop(path) as room:
                if is_sound(raw_copy(path, room)):
                    raise
    aside = damaged_name(path, clock)
    return _Before(seen, aside if path.exists() else beside(aside), aside)


def _is_damaged(path: Path) -> bool:
    """Whether a look at its header and its log says so. Another program's file is none."""
    try:
        check_header(path)
    except DamagedError:
        return True
    except ProgressError:
        return False
    return False


def _checked(
    backup: Path, folder: Path, clock: Clock, new_id: Callable[[], str], note: Note
) -> Path:
    """A sound copy of `backup` in `folder`, of this version."""
    copy = raw_copy(backup, folder)
    if not is_sound(copy, lambda done: note("Checking", done)):
        raise ProgressError(f"The backup {backup} is damaged.", _CHOOSE)
    with closing(connected(copy)) as database:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise ProgressError(foreign(backup).message, _CHOOSE)
    if version > NEWEST:
        raise newer(backup, version)
    note("Reading", 0)
    try:
        open_database(copy, clock, new_id).close()
    except NoRoomError as error:
        raise no_room(backup) from error
    except ProgressError as error:
        # It is about the copy, which nobody knows of.
        message = error.message.replace(str(copy), str(backup))
        raise ProgressError(message, _CHOOSE) from error
    note("Reading", 1)
    return copy


def _compared(path: Path, before: Path | None) -> tuple[int, int | None]:
    """How many entries `path` has, and how many `before` has that it has not."""
    with closing(connected(path)) as database:
        (entries,) = database.execute("SELECT count(*) FROM log").fetchone()
        if before is None:
            return entries, None
        try:
            # A plain name would make an empty file where there is none.
            database.execute("ATTACH ? AS before", (f"{before.absolute().as_uri()}?mode=ro",))
            (missing,) = database.execute(
                "SELECT count(*) FROM before.log WHERE id NOT IN (SELECT id FROM main.log)"
            ).fetchone()
        except sqlite3.Error:
            return entries, None
    return entries, missing
