"""Which databases this process has open.

POSIX gives up all locks of a process on a file when any handle on it is closed. So while SQLite has
progress.db open here, nothing else here may open and close it: another process that ends would take
itself for the last one, and remove the write-ahead log that this one goes on writing to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Lock

Identity = tuple[int, int]
"""Device and inode: what a file is, whatever its name."""

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

    `check_header`, which opens the file, is called only where it is open nowhere else here. None
    where there is no file yet.
    """
    with _lock:
        file = identity(path)
        if file is None or not _open_here[file]:
            check_header(path)
        if file is not None:
            _open_here[file] += 1
    return file


def let_go(file: Identity | None) -> None:
    """Notes that one of those who `hold` the file has closed it."""
    with _lock:
        if file is not None:
            _open_here[file] -= 1
            if _open_here[file] <= 0:
                del _open_here[file]


def nothing_to_check(path: Path) -> None:
    """For a file that was made by whoever holds it."""
