"""The backups of progress.db: made, listed and thinned, beside the file and in a second folder.

A backup is named by the moment of its making, in UTC, and by what it was made for:
`progress-20261102T090000Z-daily.db`. Each was checked before it got that name.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tui.clock import Clock, study_day, today
from tui.progress.copies.backup import back_up, connected
from tui.progress.copies.thinning import Made, kept
from tui.progress.errors import ProgressError, explaining
from tui.progress.guards.opening import BACKUPS
from tui.replacing import clear_partial

SECOND_FOLDER_VARIABLE = "CSSPREP_BACKUPS"
"""Names a folder, best on another disk, that gets a copy of each backup."""
DAILY = "daily"

_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"progress-(\d{8}T\d{6}Z)-([a-z]+)(?:-(\d+))?\.db")
_SHOWN = 200
"""Letters of a folder's name in a message."""
_BEFORE_UPGRADE = re.compile(r"progress-before-\d+\.db")
UPGRADE = "upgrade"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, what it was made for, and its size in bytes.

    number: which of those it is that were made for this in one second.
    """

    path: Path
    made: Made
    size: int
    number: int = 1


def in_order(backup: Backup) -> tuple[Made, int]:
    """By what backups are put in the order in which they were made."""
    return backup.made, backup.number


def folder_of(path: Path) -> Path:
    """Where the backups of the progress.db `path` are."""
    return path.with_name(BACKUPS)


def back_up_now(path: Path, reason: str, clock: Clock) -> Path:
    """Makes a checked backup of the progress.db `path`, then thins the older ones.

    reason: what for, in small letters. Returns the backup's file. ProgressError if `path` is
    damaged or the backup can't be written; no older one is removed then. Safe while `path` is in
    use: what is committed is in it.
    """
    if not re.fullmatch("[a-z]+", reason):
        raise ValueError(reason)
    folder = folder_of(path)
    _make(folder)
    name = f"progress-{clock.now().astimezone(UTC).strftime(_TIME)}-{reason}"
    backup = folder / f"{name}.db"
    number = 2
    while backup.exists():
        backup = folder / f"{name}-{number}.db"
        number += 1
    back_up(path, backup)
    _thin(backup, clock)
    return backup


def back_up_daily(path: Path, clock: Clock, second: Path | None = None) -> Path | None:
    """The first backup of this study day, in `second` as well; None where there is one already.

    A file without a single answer needs none. ProgressError as `back_up_now` raises it, or if
    `second` can't be written to; the backup beside the file is made all the same. A stick that is
    plugged in later on that day gets it then.
    """
    if not path.exists():
        return None
    newest_first = sorted(backups_in(folder_of(path), clock), key=in_order, reverse=True)
    for backup in newest_first:
        is_of_today = backup.made.day == today(clock) and backup.made.reason == DAILY
        if not is_of_today or device_in(backup.path) is None:
            continue
        if second is not None and is_there(second) and not _place(backup.path, second).exists():
            copy_elsewhere(backup.path, second, clock)
        return None
    with explaining(path), closing(connected(path)) as database:
        if database.execute("SELECT 1 FROM log LIMIT 1").fetchone() is None:
            return None
    made = back_up_now(path, DAILY, clock)
    if second is not None:
        copy_elsewhere(made, second, clock)
    return made


def second_folder() -> Path | None:
    """The folder that $CSSPREP_BACKUPS names; None where it names none."""
    named = os.environ.get(SECOND_FOLDER_VARIABLE)
    # Of a user that is not known, `~name` stays as it is: no folder, as is told then.
    return Path(os.path.expanduser(named)).absolute() if named else None  # noqa: PTH111


def is_there(folder: Path) -> bool:
    """Whether `folder` is a folder that can be looked into now."""
    try:
        return folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)
    except OSError:
        return False


def copy_elsewhere(backup: Path, second: Path, clock: Clock) -> Path:
    """Copies `backup` into the folder of its device in `second`, and thins what is there.

    ProgressError if `second` is not there, as a stick that is not plugged in, or can't be written.
    """
    if not is_there(second):
        raise ProgressError(
            f"The second backup was not made: {shown(second)} is no folder that you may read.",
            f"Plug in its disk or make it, or set ${SECOND_FOLDER_VARIABLE} to another one; the "
            f"backup beside your progress was made.",
        )
    copy = _place(backup, second)
    _make(copy.parent)
    back_up(backup, copy)
    _thin(copy, clock)
    return copy


def _place(backup: Path, second: Path) -> Path:
    return second / device_folder(device_in(backup) or "") / backup.name


def shown(folder: Path) -> str:
    """The name of `folder` for a message, which may be anything of any length."""
    text = str(folder)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def device_folder(device: str) -> str:
    """The name of the folder, in the second one, of the backups of the device with this id."""
    letters = "".join(c for c in device if c.isascii() and c.isalnum())
    return f"cssprep-{letters[-8:] or 'unknown'}"


def all_backups(path: Path, clock: Clock, second: Path | None = None) -> list[Backup]:
    """All backups of the progress.db `path`, the newest first, those in `second` after the others.

    With the copies that were made before an upgrade.
    """
    found = sorted(
        [*backups_in(folder_of(path), clock), *_before_upgrades(path, clock)],
        key=in_order,
        reverse=True,
    )
    if second is not None and is_there(second):
        for folder in sorted(second.glob("cssprep-*")):
            found += sorted(backups_in(folder, clock), key=in_order, reverse=True)
    return found


def are_of_another(found: Iterable[Backup], path: Path, second: Path | None) -> list[bool | None]:
    """Whether each of `found`, backups of `path`, is of another device; None if it can't be told.

    Those in `second` lie in folders by device. Which one is this device's is told by the newest
    backup beside `path` that can be read: that file itself may be damaged.
    """
    listed = list(found)
    own: str | None = None
    for backup in listed:
        if backup.path.parent == folder_of(path):
            device = device_in(backup.path)
            if device is not None:
                own = device_folder(device)
                break
    told: list[bool | None] = []
    for backup in listed:
        if second is None or backup.path.parent.parent != second:
            told.append(False)
        else:
            told.append(None if own is None else backup.path.parent.name != own)
    return told


def backups_in(folder: Path, clock: Clock) -> list[Backup]:
    """The backups in `folder`, in no order; none if it is not there or can't be read.

    An empty file is none.
    """
    found = []
    with suppress(OSError):
        for file in folder.iterdir():
            named = _NAME.fullmatch(file.name)
            if named is None or not file.is_file():
                continue
            with suppress(ValueError):
                at = datetime.strptime(named[1], _TIME).replace(tzinfo=UTC)
                made = Made(at, study_day(at, clock.zone()), named[2])
                size = file.stat().st_size
                # What a disk that was full, or a tool that was broken off, has left.
                if size:
                    found.append(Backup(file, made, size, int(named[3] or 1)))
    return found


def _before_upgrades(path: Path, clock: Clock) -> list[Backup]:
    found = []
    with suppress(OSError):
        for file in path.parent.iterdir():
            if _BEFORE_UPGRADE.fullmatch(file.name) and file.is_file():
                stat = file.stat()
                at = datetime.fromtimestamp(int(stat.st_mtime), UTC)
                made = Made(at, study_day(at, clock.zone()), UPGRADE)
                if stat.st_size:
                    found.append(Backup(file, made, stat.st_size))
    return found


def _thin(new: Path, clock: Clock) -> None:
    """Thins those beside the backup `new`; that stays, however old it is by a wrong clock."""
    backups = backups_in(new.parent, clock)
    keep = kept(backup.made for backup in backups)
    for backup in backups:
        if backup.made not in keep and backup.path.name != new.name:
            # One more than needed does no harm; the next backup tries again.
            with suppress(OSError):
                backup.path.unlink()
    clear_partial(new.parent, _NAME)


def check_folder(folder: Path) -> None:
    """ProgressError if backups may lie in `folder` and can't be listed, or it is no folder."""
    try:
        if not folder.is_dir():
            if folder.exists() or folder.is_symlink():
                raise _no_folder(folder)
            return
    except OSError:
        # The folder that it lies in can't be looked into.
        raise _closed(folder) from None
    if not os.access(folder, os.R_OK | os.X_OK):
        raise _closed(folder)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except FileExistsError:
        raise _no_folder(folder) from None
    except OSError as error:
        raise ProgressError(
            f"The folder {folder} for backups can't be made: {error.strerror}.",
            f"Let yourself write to {folder.parent}, and make room on its disk.",
        ) from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise _closed(folder)


def _no_folder(folder: Path) -> ProgressError:
    """A file lies in the place of the folder, or a link that leads nowhere."""
    return ProgressError(
        f"A file lies in the place of the folder {folder} of the backups.",
        "Move it elsewhere; the folder is made with the next backup.",
    )


def _closed(folder: Path) -> ProgressError:
    """The folder may not be read, or not be written to."""
    return ProgressError(
        f"The folder {folder} of the backups can't be read and written.",
        "Check whose it is with ls -ld; chmod u+rwx if it is yours.",
    )


def device_in(backup: Path) -> str | None:
    """The id of the device that made `backup`; None if that is no progress database any more."""
    try:
        with closing(connected(backup)) as database:
            row: tuple[object] | None = database.execute("SELECT id FROM device").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    return "" if row is None else str(row[0])
