"""The files of an open progress.db: whether this process has them open, and whether they are there.

All that is about what SQLite can't know. POSIX gives up all locks of a process on a file when any
handle on it is closed: so while SQLite has progress.db open here, nothing else here may open it, or
another process takes itself for the last one and removes the write-ahead log that is written to.
A file that was removed goes on taking what is written to it, until it is closed. And what another
program writes into the file by itself, SQLite takes for its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from tui.progress.errors import ProgressError

Identity = tuple[int, int]
"""Device and inode: what a file is, whatever its name."""

BESIDE = ("", "-wal", "-shm")
"""Ends of the names of the files that one open database consists of."""


@dataclass(slots=True)
class _Held:
    """A file that is open here: how often, and a handle of our own on it, kept as long as it is."""

    path: Path
    times: int
    handle: int | None


_lock = Lock()
_open_here: dict[Identity, _Held] = {}


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
        held = None if file is None else _open_here.get(file)
        if held is not None:
            held.times += 1
            return file
        check_not_replaced(path)
        check_header(path)
        if file is not None:
            _open_here[file] = _Held(path, 1, _opened(path))
    return file


def check_not_replaced(path: Path) -> None:
    """Raises ProgressError if this process has another file open that was at `path` before."""
    # Others may come and go meanwhile.
    for file, held in list(_open_here.items()):
        if held.path == path and file != identity(path):
            raise ProgressError(
                f"{path} was removed or replaced while cssprep had it open.",
                "Leave cssprep: it tells where it keeps what was recorded.",
            )


def _opened(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        return None


def nothing_to_check(path: Path) -> None:
    """For a file that was made by whoever opens it."""


def let_go(file: Identity | None) -> None:
    """Notes that one of those who `hold` the file has closed it."""
    with _lock:
        held = None if file is None else _open_here.get(file)
        if file is None or held is None:
            return
        held.times -= 1
        if not held.times:
            del _open_here[file]
            if held.handle is not None:
                os.close(held.handle)


def handle_of(file: Identity | None) -> int | None:
    """A handle to read a file that is held, which must not be closed; None if there is none."""
    held = None if file is None else _open_here.get(file)
    return None if held is None else held.handle


def is_held_once(file: Identity | None) -> bool:
    """Whether only one of this process has the file open."""
    held = None if file is None else _open_here.get(file)
    return held is not None and held.times == 1


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
        self.told = False

    def gone(self) -> Path | None:
        """The first of them that is not in its place any more, or is another; None if all are."""
        for file, was in self._were.items():
            if identity(file) != was:
                return file
        return None

    def moved(self, gone: Path, keep: Callable[[], Path | None]) -> ProgressError:
        """What to tell where `gone` is not in its place; `keep` copies all recorded before."""
        self.told = True
        if self._kept is None:
            self._kept = keep()
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

    @property
    def is_log_left_alone(self) -> bool:
        """Whether our log lies beside another file, and all that is in it is kept elsewhere."""
        log = self._path.with_name(f"{self._path.name}-wal")
        return (
            self._kept is not None
            and identity(self._path) != self._were.get(self._path)
            and identity(log) == self._were.get(log)
        )


def kept_name(path: Path) -> Path:
    """A name for a copy beside `path`; there is none of it yet."""
    number = 1
    while (copy := path.with_name(f"{path.stem}-kept-{number}{path.suffix}")).exists():
        number += 1
    return copy
