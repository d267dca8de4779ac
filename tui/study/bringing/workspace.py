"""A folder to work in, on the same disk as the study folder, that no one takes for banks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from tui.banks.characters import one_line
from tui.study.bringing.errors import BringingError

PREFIX = ".cssprep-work-"


@contextmanager
def workspace(root: Path, day: date) -> Iterator[Path]:
    """An empty folder in the study folder `root`, gone afterwards.

    What was left by a program that was killed on a day before `day` is cleared first. Raises
    BringingError if there can be no folder.
    """
    _clear(root, day)
    folder = _made(root)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _made(root: Path) -> Path:
    number = 1
    while True:
        folder = root / f"{PREFIX}{number}"
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
        except OSError as error:
            name, reason = one_line(str(root), 300), (error.strerror or "unknown error").lower()
            raise BringingError(
                f"The study folder {name} can't be written to: {reason}.",
                "Check who may write to it: ls -ld.",
            ) from None
        else:
            return folder


def _clear(root: Path, day: date) -> None:
    for folder in root.glob(f"{PREFIX}*"):
        with suppress(OSError):
            # Today's may belong to a command that still runs.
            if date.fromtimestamp(folder.lstat().st_mtime) < day:
                shutil.rmtree(folder, ignore_errors=True)
