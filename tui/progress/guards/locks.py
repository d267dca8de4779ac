"""Whether another process has a database open, by the locks that SQLite keeps on its file."""

from __future__ import annotations

from pathlib import Path

SHARED_BYTES = (510, 0x40000002)
"""What each open connection in write-ahead mode keeps a read lock on: length and start, by SQLite's
file format, 'The Lock-Byte Page'."""


def open_elsewhere(path: Path) -> bool:
    """Whether another process has the database `path` open; True where that can't be told.

    Not for a process that has it open itself: looking would give up its locks.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return True
    try:
        with path.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *SHARED_BYTES)
    except OSError:
        return True
    return False
