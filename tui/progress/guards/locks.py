"""Whether another process has a database open, by the locks that SQLite keeps on its file."""

from __future__ import annotations

import sys
from pathlib import Path
from struct import pack, unpack

SHARED_BYTES = (510, 0x40000002)
"""What each open connection in write-ahead mode keeps a read lock on: length and start, by SQLite's
file format, 'The Lock-Byte Page'."""

_INDEX_BYTE = 128
"""What each connection keeps a read lock on in the index of the log, as long as it is open."""
_FLOCK = (
    ("linux", ("hhqqi4x", ("type", "whence", "start", "length", "pid"))),
    ("darwin", ("qqihh", ("start", "length", "pid", "type", "whence"))),
)
"""How `struct flock` lies in memory where a file's places have 64 bits."""


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


def log_in_use(path: Path) -> bool:
    """Whether another process works with the index of the log beside the database `path`.

    While nobody has `path` itself open, that is one which had the file open that was there before.
    False where that can't be told. Not for a process that has the index open itself.
    """
    try:
        import fcntl
    except ImportError:  # Windows does not let an open file be replaced
        return False
    try:
        with path.with_name(f"{path.name}-shm").open("r+b") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _INDEX_BYTE)
            except OSError:
                return True
    except OSError:
        return False
    return False


def shared_with_others(handle: int) -> bool:
    """Whether another process, too, has the database open that `handle` is on; True if unknown.

    Only asks: no lock of this process is changed, nothing is opened or closed.
    """
    layout = next((each for name, each in _FLOCK if sys.platform.startswith(name)), None)
    if layout is None:
        return True
    import fcntl

    length, start = SHARED_BYTES
    fields = {"type": fcntl.F_WRLCK, "whence": 0, "start": start, "length": length, "pid": 0}
    form, names = layout
    try:
        found = fcntl.fcntl(handle, fcntl.F_GETLK, pack(form, *(fields[name] for name in names)))
    except OSError:
        return True
    return bool(unpack(form, found)[names.index("type")] != fcntl.F_UNLCK)
