"""Files that are there whole or not at all, whatever stops the program."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PARTIAL = re.compile(r"\.[0-9a-f]{8}\.partial(-journal|-wal|-shm)?")
_LEFT_AFTER = 60 * 60.0
"""Seconds without a change after which a half-written file is one that nobody goes on with."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Gives a path beside `path` to write to; what is written there takes the place of `path`.

    Only once all of it is on the disk, and not at all if an exception leaves the block. OSError if
    it can't be written. Of two programs that do it at once, the one that ends last has its way.
    What a killed program left of it goes an hour later.
    """
    partial = path.with_name(f"{path.name}.{os.urandom(4).hex()}.partial")
    clear_partial(path.parent, re.compile(re.escape(path.name)))
    try:
        yield partial
        sync(partial)
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def clear_partial(folder: Path, names: re.Pattern[str]) -> None:
    """Removes what was left half written in `folder` an hour ago or longer.

    names: which files it was to become.
    """
    now = time.time()
    with suppress(OSError):
        for left in folder.iterdir():
            if (
                (named := names.match(left.name))
                and _PARTIAL.fullmatch(left.name, named.end())
                and now - left.stat().st_mtime > _LEFT_AFTER
            ):
                left.unlink()


def sync(path: Path) -> None:
    """Returns once the content of the file `path` is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Returns once the names in `folder` are on the disk, where the system can promise that."""
    with suppress(PermissionError):  # Windows does not open folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
