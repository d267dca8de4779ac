"""What can go wrong with progress.db, in words for the learner."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.fault import Fault

BUSY_SECONDS = 5.0
"""How long a transaction waits for another process to end its own."""

NOT_RECORDED = "What you did last is not recorded."
"""What an answer is owed that could not be written."""


class ProgressError(Fault):
    """progress.db can't be used as it is."""


class DamagedError(ProgressError):
    """It is damaged, or holds something else: only what is left of it can be saved."""


def not_a_database(path: Path) -> DamagedError:
    """The file holds something else, or its first page is overwritten."""
    return DamagedError(
        f"{path} is no progress database.",
        "If it held your progress, `cssprep doctor --fix` saves what can be read; otherwise move "
        "it elsewhere, and a new one is made.",
    )


def damaged(path: Path) -> DamagedError:
    """The file is a database, and parts of it can't be read."""
    return DamagedError(
        f"{path} is damaged.",
        "`cssprep doctor` says what is wrong; `cssprep doctor --fix` saves all that can be read.",
    )


_BITS_CHANGED = ("Could not decode to UTF-8", "unsupported file format")
"""What is said without a code that would tell it, where a bit of a text or the header changed."""

_REASONS = {
    sqlite3.SQLITE_BUSY: (
        "Another program has kept {path} locked for {seconds:.0f} seconds.",
        "Close it, then try again.",
    ),
    sqlite3.SQLITE_PROTOCOL: (
        "Other programs keep on locking {path}.",
        "Close them, then try again.",
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
    if code == sqlite3.SQLITE_CORRUPT or str(error).startswith(_BITS_CHANGED):
        return damaged(path)
    if code not in _REASONS:
        return None
    message, advice = _REASONS[code]
    name = error.sqlite_errorname
    return ProgressError(message.format(path=path, seconds=BUSY_SECONDS, name=name), advice)


@contextmanager
def not_recorded() -> Iterator[None]:
    """Adds to a `ProgressError` about a transaction that nothing of it is in the file."""
    try:
        yield
    except ProgressError as error:
        advice = f"{NOT_RECORDED} {error.advice}"
        raise ProgressError(error.message, advice) from error.__cause__


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
