"""What can be said of a progress.db before SQLite opens it, without touching it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from tui.progress.errors import DamagedError, ProgressError, damaged, not_a_database
from tui.progress.guards.locks import log_in_use, open_elsewhere
from tui.progress.guards.wal import beside, damage_in_log, is_there
from tui.progress.schema import APPLICATION_ID, NEWEST

MAGIC = b"SQLite format 3\0"
HEADER = 100
"""Bytes of the header of every SQLite file."""
NO_LOG = b"\1\1"
"""In the header of a file that is used without a write-ahead log."""
BACKUPS = "progress_backups"
"""The folder of the backups, beside progress.db."""
OLDEST_SQLITE = (3, 37)
"""The first with STRICT tables."""


def check_file(path: Path) -> None:
    """Raises ProgressError if `path`, or its place, can't hold a database that is written to."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise ProgressError(
            f"This Python comes with SQLite {sqlite3.sqlite_version}; progress.db needs 3.37.",
            "Install a newer Python.",
        )
    folder = path.parent
    check_place(path)
    if path.is_dir():
        raise is_folder(path)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise ProgressError(
            f"The folder {folder} can't be written to, and SQLite keeps a log beside {path.name}.",
            "Let yourself write to it (chmod u+w), or name another folder with --folder.",
        )
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        file = path.with_name(name)
        try:
            mode = file.stat().st_mode
        except OSError:
            continue
        if not S_ISREG(mode):
            raise ProgressError(f"{file} is not a file.", "Move it elsewhere, then start again.")
        # Who ends at this moment may take its log along.
        if not os.access(file, os.R_OK | os.W_OK) and file.exists():
            raise ProgressError(
                f"The file {file} can't be read and written.",
                "Check whose it is with ls -l; chmod u+rw if it is yours.",
            )


def check_place(path: Path) -> None:
    """Raises ProgressError if the folder of `path` is not there.

    progress.db may be a link into one on a disk that is not plugged in.
    """
    if not path.parent.is_dir():
        raise ProgressError(
            f"{path.parent} is no folder, so {path.name} can't be in it.",
            "Plug in its disk or make the folder, or name another one with --folder.",
        )


def check_header(path: Path) -> None:
    """Raises ProgressError if the file is no database, another program's or a newer version's.

    Or if it is damaged in a way that SQLite would pass over, losing what can still be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
    except FileNotFoundError:
        # SQLite would remove the log.
        if is_there(path):
            raise log_alone(path, "missing") from None
        check_nobody_lost_it(path)
        return
    except OSError as error:
        advice = "Check its disk."
        if isinstance(error, PermissionError):
            advice = "Check whose it is with ls -l; chmod u+r if it is yours."
        raise ProgressError(f"{path} can't be read: {error.strerror}.", advice) from error
    if not header:
        if is_there(path):
            raise log_alone(path, "empty")
        # A first start that was killed leaves an empty file, and has made no backup.
        if has_backups(path):
            raise empty(path)
        check_nobody_lost_it(path)
        return
    if len(header) < HEADER or not header.startswith(MAGIC):
        raise not_a_database(path)
    version = int.from_bytes(header[60:64], "big", signed=True)
    application = int.from_bytes(header[68:72], "big", signed=True)
    if application not in (0, APPLICATION_ID):
        raise foreign(path)
    if version > NEWEST and application == APPLICATION_ID:
        raise newer(path, version)
    if not (1 <= header[18] <= 2 and 1 <= header[19] <= 2):
        # The versions of the format: SQLite takes a file of another one for read-only.
        raise damaged(path)
    check_nobody_lost_it(path)
    if is_log_of_another(path):
        raise DamagedError(
            f"{beside(path).name} is left from another file than {path}, as a backup that was "
            "copied there.",
            "`cssprep doctor --fix` brings together what both hold; to go on without what was "
            f"recorded last, move {beside(path).name} elsewhere.",
        )
    _check_log(path)


def check_nobody_lost_it(path: Path) -> None:
    """Raises ProgressError if another process still has the file open that was here before.

    SQLite would bring that one's log into the file that is here now, or is made now.
    """
    index = path.with_name(f"{path.name}-shm")
    if not index.exists() or _is_open_elsewhere(path):
        return
    # Who has just left had both, and who has just come has the file before the index.
    if log_in_use(path) and index.exists() and not _is_open_elsewhere(path):
        raise replaced(path)


def _is_open_elsewhere(path: Path) -> bool:
    """Whether another process has the file open that lies at `path`, which may be missing."""
    return path.exists() and open_elsewhere(path)


def is_log_of_another(path: Path) -> bool:
    """Whether the log beside `path` can't be its own: the file is one that is used without a log.

    A backup is, until it is opened. SQLite would bring the log into it. False for a missing file.
    """
    if not is_there(path):
        return False
    try:
        with path.open("rb") as file:
            # Read after the log was seen: who opens a backup marks it first, then makes its log.
            header = file.read(HEADER)
    except FileNotFoundError:
        return False
    return header[18:20] == NO_LOG


def replaced(path: Path) -> ProgressError:
    """Somebody has a file open that is not at `path` any more, and its log still lies there."""
    return ProgressError(
        f"{path} was removed or replaced while cssprep had it open.",
        "Leave every cssprep first: each tells where it keeps what was recorded.",
    )


def _check_log(path: Path) -> None:
    """Raises DamagedError if committed transactions lie in the log where SQLite does not come to.

    It would drop them without a word. While others write to the log, its end may look like that.
    """
    if not is_there(path) or open_elsewhere(path):
        return
    try:
        wrong = damage_in_log(path)
    except OSError as error:
        raise ProgressError(
            f"{beside(path)} can't be read: {error.strerror}.", "Check its disk."
        ) from error
    # Another program may have opened it meanwhile, and even left again.
    if wrong and not open_elsewhere(path) and damage_in_log(path):
        raise DamagedError(
            f"{beside(path)} is damaged: it holds what was recorded last.",
            "`cssprep doctor --fix` saves all that can be read; until then nothing is changed.",
        )


def is_folder(path: Path) -> ProgressError:
    """A folder lies where the database should."""
    return ProgressError(
        f"{path} is a folder, where the progress database should be.",
        "Move it elsewhere, then start again.",
    )


def has_backups(path: Path) -> bool:
    """Whether a file named as a backup, and not empty, lies where those of `path` are."""
    places = ((path.with_name(BACKUPS), "progress-*.db"), (path.parent, "progress-before-*.db"))
    for folder, named in places:
        for file in folder.glob(named):
            with suppress(OSError):
                if file.stat().st_size:
                    return True
    return False


def log_alone(path: Path, how: str) -> DamagedError:
    """The file is missing or empty, and its write-ahead log is not."""
    return DamagedError(
        f"{path} is {how}, and {beside(path).name} holds what was recorded last.",
        "Put the file back if you moved it; else `cssprep doctor --fix` saves what can be read. "
        f"To begin anew, move {beside(path).name} elsewhere, too.",
    )


def empty(path: Path) -> ProgressError:
    """The file was cut off at its beginning."""
    return ProgressError(
        f"{path} is empty, and there are backups of it.",
        "`cssprep doctor --fix` puts what they hold in its place.",
    )


def foreign(path: Path) -> ProgressError:
    """The file is a database of another program."""
    return ProgressError(
        f"{path} is a database of another program.",
        "Move it elsewhere, or name another folder with --folder.",
    )


def newer(path: Path, version: int) -> ProgressError:
    """The file was written by a later release, which may mean other things by its tables."""
    return ProgressError(
        f"{path} is from a newer cssprep: its version is {version}, this one knows {NEWEST}.",
        "Install the newer cssprep again; the file was not changed.",
    )
