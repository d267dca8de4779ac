"""What can go wrong with progress.db, in words for the learner."""

from __future__ import annotations

import errno
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


class BusyError(ProgressError):
    """Another process holds it; it may not for long."""


class DamagedError(ProgressError):
    """It is damaged, or holds something else: only what is left of it can be saved."""


class NoRoomError(ProgressError):
    """There is no room on the disk, or no more of it may be used."""


def no_room(path: Path) -> NoRoomError:
    """The disk of `path` is full."""
    return NoRoomError(
        f"There is no room left to write to {path}.",
        "Free some space on its disk; what was saved before is kept.",
    )


def is_no_room(error: OSError) -> bool:
    """Whether `error` says that the disk is full, or the learner's share of it."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def not_a_database(path: Path) -> DamagedError:
    """The file holds something else, or its first page is overwritten."""
    return DamagedError(
        f"{path} is no progress database.",
        "If it held your progress, `cssprep doctor --fix` saves what can be read; otherwise move "
        f"it elsewhere with the files beside it whose names begin with {path.name}, and a new one "
        "is made.",
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
        "Close that program, then try again.",
    ),
    sqlite3.SQLITE_PROTOCOL: (
        "Other programs keep on locking {path}.",
        "Close those programs, then try again.",
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
        "Check its disk, the space on it, and how much of it you may use (quota); what was saved "
        "before is kept.",
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
    if code == sqlite3.SQLITE_FULL:
        return no_room(path)
    if code not in _REASONS:
        return None
    message, advice = _REASONS[code]
    kind = BusyError if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PROTOCOL} else ProgressError
    name = error.sqlite_errorname
    return kind(message.format(path=path, seconds=BUSY_SECONDS, name=name), advice)


def check_not_interrupted(error: sqlite3.Error) -> None:
    """Raises KeyboardInterrupt where that is what `error` stands for.

    SQLite stops where a function that it calls fails, such as one that shows how far it is, and
    drops what it failed with. Ctrl+C is all that any of ours fails with.
    """
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_INTERRUPT:
        raise KeyboardInterrupt from error


@contextmanager
def not_recorded(words: str = NOT_RECORDED) -> Iterator[None]:
    """Adds to a `ProgressError` about a transaction, in `words`, that it is not in the file."""
    try:
        yield
    except ProgressError as error:
        advice = f"{error.advice} {words}".strip()
        raise type(error)(error.message, advice) from error.__cause__


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turns an error of SQLite about the file `path` into a `ProgressError` where it is one."""
    try:
        yield
    except UnicodeDecodeError as error:
        # A name in the schema, or SQLite's message with one in it.
        raise damaged(path) from error
    except sqlite3.Error as error:
        check_not_interrupted(error)
        fault = explained(error, path)
        if fault is None:
            raise
        raise fault from error
