"""Copies of progress.db that are known to be sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tui.progress.errors import ProgressError, damaged, explaining
from tui.replacing import replacing


def back_up(path: Path, copy: Path) -> None:
    """Copies the database `path`, open or not, to `copy`, replacing a file of that name.

    A copy that fails SQLite's integrity check never gets that name. ProgressError if the database
    is damaged or the copy can't be written.
    """
    try:
        with replacing(copy) as partial:
            with explaining(path), closing(sqlite3.connect(path)) as source:
                _copy(source, partial)
            if not is_sound(partial):
                raise damaged(path)
    except OSError as error:
        raise ProgressError(
            f"The backup {copy} can't be written: {error.strerror}.",
            "Without it progress.db is not upgraded; nothing was changed.",
        ) from error


def is_sound(path: Path) -> bool:
    """Whether the database `path` passes SQLite's integrity check. Reads all of it."""
    try:
        with closing(sqlite3.connect(path)) as database:
            found: list[tuple[str]] = database.execute("PRAGMA integrity_check").fetchall()
    except sqlite3.DatabaseError:
        return False
    return found == [("ok",)]


def _copy(source: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as target:
        source.backup(target)
        # One file that can be moved about, without a write-ahead log beside it.
        target.execute("PRAGMA journal_mode = DELETE")
