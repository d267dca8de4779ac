"""A database copied byte by byte with what lies beside it: to look at it and leave it as it is.

Opening an SQLite file that is in write-ahead mode writes beside it even where nothing is written
to it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tui.progress.errors import NoRoomError, ProgressError, is_no_room

BESIDE = ("-wal", "-journal")
"""Ends of the names of the files without which a database may not be whole."""

_TRIES = 5
"""How often a file is copied that is written to at that moment."""

State = list[tuple[int, int] | None]


def raw_copy(path: Path, folder: Path) -> Path:
    """A copy of the database and its write-ahead log, taken while neither of them changed.

    ProgressError if it can't be read, or goes on changing. Not for a process that has `path` open:
    POSIX gives up SQLite's locks when another handle on the file is closed.
    """
    copy = folder / "copy.db"
    for _ in range(_TRIES):
        before = state(path)
        try:
            for end in ("", *BESIDE):
                target = copy.with_name(copy.name + end)
                target.unlink(missing_ok=True)
                source = path.with_name(path.name + end)
                if source.exists():
                    shutil.copyfile(source, target)
        except OSError as error:
            raise unreadable(path, error) from error
        if before == state(path):
            return copy
    raise ProgressError(
        f"{path} changes while it is read.", "Close the app that writes to it, then try again."
    )


def state(path: Path) -> State:
    """Size and time of the file and of those that belong to it."""
    found: State = []
    for end in ("", *BESIDE):
        try:
            stat = path.with_name(path.name + end).stat()
        except OSError:
            found.append(None)
        else:
            found.append((stat.st_size, stat.st_mtime_ns))
    return found


def unreadable(path: Path, error: OSError) -> ProgressError:
    """The file `path` can't be read, or its copy not be written."""
    if is_no_room(error):
        return NoRoomError(
            f"There is no room left for a copy of {path}.",
            "Free some space on its disk; nothing was changed.",
        )
    return ProgressError(
        f"{path} can't be read: {error.strerror}.", "Check who may read it: ls -l."
    )
