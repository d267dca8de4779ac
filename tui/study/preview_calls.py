"""Lets an editor tell a running preview at which line its cursor stands.

Each preview holds a file locked in the user's cache folder, under a name made of the bank's path.
Whoever has something to say writes the line into a second file beside it, which previews watch.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

FOLDER = "preview"


def line_file(cache: Path, bank: Path) -> Path:
    """Where the line for the previews of `bank` is written; `cache`: the user's cache folder."""
    name = sha256(os.fsencode(bank.resolve())).hexdigest()[:24]
    return cache / FOLDER / f"{name}.line"


def send_line(cache: Path, bank: Path, line: int) -> bool:
    """Tells all previews of `bank` to go to `line`; False if none is running."""
    file = line_file(cache, bank)
    if not _running(file):
        return False
    beside = file.with_suffix(f".{os.getpid()}.new")
    beside.write_text(f"{line}\n", encoding="ascii")
    beside.replace(file)
    return True


def read_line(file: Path) -> int | None:
    """The line that was written last into `file`; None if there is none."""
    try:
        return int(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


class Presence:
    """Says, while it is open, that a preview of `bank` is running.

    file: the one to watch; None where the cache folder can't be written: then no line comes in.
    """

    def __init__(self, cache: Path, bank: Path) -> None:
        self.file: Path | None = line_file(cache, bank)
        self._lock: int | None = None
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._path = self.file.with_suffix(f".{os.getpid()}.running")
            self._lock = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            _locked(self._lock)
        except OSError:
            self.file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._lock is not None:
            # Taken away first: an open file can't be, on some systems, but there it is locked.
            with suppress(OSError):
                self._path.unlink()
            os.close(self._lock)


def _running(file: Path) -> bool:
    """Whether one of the files that previews hold is locked; those that are not are taken away."""
    running = False
    for path in file.parent.glob(f"{file.stem}.*.running"):
        try:
            opened = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            continue
        except OSError:
            running = True
            continue
        try:
            if _locked(opened):
                path.unlink(missing_ok=True)
            else:
                running = True
        finally:
            os.close(opened)
    return running


def _locked(opened: int) -> bool:
    """Locks the open file; False if another process, or another opening, has it locked."""
    try:
        import fcntl
    except ImportError:
        return _locked_on_windows(opened)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _locked_on_windows(opened: int) -> bool:
    import importlib

    msvcrt = importlib.import_module("msvcrt")
    try:
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
    except OSError:
        return False
    return True
