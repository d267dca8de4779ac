"""Copies of progress.db that are known to be sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tui.progress.errors import (
    ProgressError,
    check_not_interrupted,
    damaged,
    explaining,
    no_room,
)
from tui.progress.guards.held_files import check_not_replaced
from tui.progress.noting import STEPS_AT_ONCE, Share, StepMeter
from tui.replacing import replacing


def back_up(path: Path, copy: Path, note: Share = lambda done: None) -> None:
    """Copies the database `path`, open or not, to `copy`, replacing a file of that name.

    A copy that fails SQLite's integrity check, or in which a reference leads nowhere, never gets
    that name. ProgressError if the database is damaged or the copy can't be written. `note` is told
    about how much is done.
    """
    try:
        with replacing(copy) as partial:
            with explaining(path), closing(connected(path)) as source:
                # What can't be read is told by this; what can't be written, by the rest.
                source.execute("SELECT count(*) FROM sqlite_master").fetchone()
                with _explaining_copy(copy):
                    _copy(source, partial)
            if not is_sound(partial, note):
                raise damaged(path)
    except OSError as error:
        raise _not_written(copy, str(error.strerror)) from error


@contextmanager
def _explaining_copy(copy: Path) -> Iterator[None]:
    """Turns an error of SQLite that is about the file written to into a ProgressError."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise no_room(copy) from error
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise _not_written(copy, "it can't be opened") from error
        raise


def _not_written(copy: Path, why: str) -> ProgressError:
    return ProgressError(
        f"The backup {copy} can't be written: {why}.",
        f"Make room, or let yourself write to {copy.parent}; progress.db was not changed.",
    )


def is_sound(path: Path, note: Share = lambda done: None) -> bool:
    """Whether the database `path` passes SQLite's checks of its pages and of its references.

    Reads all of it. `note` is told about how much is done.
    """
    return not complaints(path, 1, note)


def complaints(path: Path, most: int, note: Share = lambda done: None) -> list[str]:
    """What SQLite finds wrong with the database `path`, `most` things at most of each sort."""
    try:
        with closing(connected(path)) as database:
            (pages,) = database.execute("PRAGMA page_count").fetchone()
            database.set_progress_handler(StepMeter(pages, note), STEPS_AT_ONCE)
            found = [text for (text,) in database.execute(f"PRAGMA integrity_check({most})")]
            broken = database.execute("PRAGMA foreign_key_check").fetchmany(most)
    except sqlite3.Error as error:
        check_not_interrupted(error)
        return [str(error)]
    except UnicodeDecodeError:
        return ["a name in it is no text"]
    return [text for text in found if text != "ok"] + [
        f"row {row} of {table} refers to a row of {parent} that is not there"
        for table, row, parent, _ in broken
    ]


def connected(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there: SQLite would make one that is not.

    ProgressError if this process has another file open that was there before.
    """
    check_not_replaced(path)
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)


def _copy(source: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as target:
        source.backup(target)
        # One file that can be moved about, without a write-ahead log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
