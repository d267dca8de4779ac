"""A folder beside progress.db to work in, for what is to take its place."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.progress.errors import ProgressError

PREFIX = ".cssprep-work-"
_LEFT_AFTER = 60 * 60.0
"""Seconds without a change after which a folder is one that nobody works in."""


@contextmanager
def workshop(path: Path) -> Iterator[Path]:
    """A folder beside `path`, so that what is made there can be moved; gone at the end.

    What killed programs left of theirs is cleared an hour later.
    """
    _clear(path.parent)
    try:
        with TemporaryDirectory(prefix=PREFIX, dir=path.parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise ProgressError(
            f"Nothing can be written beside {path}: {error.strerror}.",
            f"Make room, or let yourself write to {path.parent}; progress.db was not changed.",
        ) from error


def _clear(folder: Path) -> None:
    now = time.time()
    with suppress(OSError):
        for left in list(folder.glob(f"{PREFIX}*")):
            if now - max(each.lstat().st_mtime for each in (left, *left.iterdir())) > _LEFT_AFTER:
                shutil.rmtree(left, ignore_errors=True)
