"""The files of an open progress.db: whether this process has them open, and whether they are there.

Both are about what SQLite can't know. POSIX gives up all locks of a process on a file when any
handle on it is closed: so while SQLite has progress.db open here, nothing else here may open it, or
another process takes itself for the last one and removes the write-ahead log that is written to.
And a file that was removed goes on taking what is written to it, until it is closed.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Lock

from tui.progress.errors import ProgressError
from tui.replacing import replacing

Identity = tuple[int, int]
"""Device and inode: what a file is, whatever its name."""

BESIDE = ("", "-wal", "-shm")
"""Ends of the names of the files that one open database consists of."""

_lock = Lock()
_open_here: Counter[Identity] = Counter()


def identity(path: Path) -> Identity | None:
    """Which file lies at `path`; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def hold(path: Path, check_header: Callable[[Path], None]) -> Identity | None:
    """Notes that this process opens the file at `path`, to be given to `let_go` once it is closed.

    `check_header` is called if it has the file open nowhere else. None where there is no file yet.
    """
    with _lock:
        file = identity(path)
        if file is None or not _open_here[file]:
            check_header(path)
        if file is not None:
            _open_here[file] += 1
    return file


def nothing_to_check(path: Path) -> None:
    """For a file that was made by whoever opens it."""


def let_go(file: Identity | None) -> None:
    """Notes that one of those who `hold` the file has closed it."""
    with _lock:
        if file is not None:
            _open_here[file] -= 1
            if _open_here[file] <= 0:
                del _open_here[file]


class HeldFiles:
    """The files of the database `path` as they were when it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._were = {
            file: found
            for end in BESIDE
            if (found := identity(file := path.with_name(path.name + end))) is not None
        }
        self._kept: Path | None = None

    def gone(self) -> Path | None:
        """The first of them that is not in its place any more, or is another; None if all are."""
        for file, was in self._were.items():
            if identity(file) != was:
                return file
        return None

    def moved(self, gone: Path, connection: sqlite3.Connection) -> ProgressError:
        """What to tell where `gone` is not in its place: all recorded before is copied first."""
        if self._kept is None:
            self._kept = _keep(connection, self._path)
        happened = f"{gone} was removed or replaced while cssprep had it open."
        if self._kept is None:
            return ProgressError(
                happened,
                "Put it back where it was, before you leave cssprep: it still holds the file.",
            )
        return ProgressError(
            happened,
            f"All that was recorded before is in {self._kept}. Leave cssprep, and name that file "
            f"{self._path.name} if you want to go on with it.",
        )


def _keep(connection: sqlite3.Connection, path: Path) -> Path | None:
    """Copies what `connection` still reads to a new file beside `path`; None if that fails."""
    number = 1
    while (copy := path.with_name(f"{path.stem}-kept-{number}{path.suffix}")).exists():
        number += 1
    try:
        with replacing(copy) as partial, closing(sqlite3.connect(partial)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
    except (OSError, sqlite3.Error):
        return None
    return copy
