"""What can go wrong with progress.db, in words for the learner."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.fault import Fault

BUSY_SECONDS = 5.0
"""How long a transaction waits for another process to end its own."""


class ProgressError(Fault):
    """progress.db can't be used as it is."""


def not_a_database(path: Path) -> ProgressError:
    """The file holds something else, or its first page is overwritten."""
    return ProgressError(
        f"{path} is no progress database.",
        "Move it elsewhere and a new one is made; if it held your progress, put a backup there.",
    )


def damaged(path: Path) -> ProgressError:
    """The file is a database, and parts of it can't be read."""
    return ProgressError(
        f"{path} is damaged.",
        "Make a copy of it first; then put your newest backup in its place.",
    )


_REASONS = {
    sqlite3.SQLITE_BUSY: (
        "Another program has kept {path} locked for {seconds:.0f} seconds.",
        "Close it, then try again.",
    ),
    sqlite3.SQLITE_FULL: (
        "There is no room left to write to {path}.",
        "Free some space on its disk; what was saved before is kept.",
    ),
    sqlite3.SQLITE_READONLY: (
        "{path} can't be written to.",
        "Let yourself write to it and to its folder: chmod u+w.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "{path} can't be opened.",
        "Check that you may write to it, to its folder, and to the files beside it whose names "
        "begin with its own.",
    ),
    sqlite3.SQLITE_IOERR: (
        "Reading or writing {path} failed ({name}).",
        "Check its disk and the space on it; what was saved before is kept.",
    ),
}


def explained(error: sqlite3.Error, path: Path) -> ProgressError | None:
    """What `error` means for the learner; None if it can only be a mistake in the program."""
    # An extended code holds the plain one in its lowest eight bits.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return not_a_database(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path)
    if code not in _REASONS:
        return None
    message, advice = _REASONS[code]
    name = error.sqlite_errorname
    return ProgressError(message.format(path=path, seconds=BUSY_SECONDS, name=name), advice)


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turns an error of SQLite about the file `path` into a `ProgressError` where it is one."""
    try:
        yield
    except sqlite3.Error as error:
        fault = explained(error, path)
        if fault is None:
            raise
        raise fault from error
