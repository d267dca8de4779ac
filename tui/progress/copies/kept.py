"""What the running app saved beside progress.db when that was replaced or written into."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.clock import Clock, study_day
from tui.progress.copies.backup import connected
from tui.progress.copies.backups import Backup
from tui.progress.copies.raw_copy import BESIDE, raw_copy
from tui.progress.copies.thinning import Made
from tui.progress.errors import ProgressError, explaining

KEPT = "kept"
"""What such a file was made for, as a backup is named."""


def kept_beside(path: Path) -> list[Path]:
    """The kept files of the progress.db `path`, the first first; none if they can't be listed.

    An empty one is none.
    """
    name = re.compile(rf"{re.escape(path.stem)}-kept-(\d+){re.escape(path.suffix)}")
    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        for file in path.parent.iterdir():
            named = name.fullmatch(file.name)
            if named is not None and file.is_file() and file.stat().st_size:
                found.append((int(named[1]), file))
    return [file for _, file in sorted(found)]


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file, and a copy of it to read: its write-ahead log, if any, is taken into that."""

    file: Path
    copy: Backup


def kept_copies(path: Path, clock: Clock, room: Path) -> list[Kept]:
    """The kept files of `path`, with copies in `room`; without those that can't be read."""
    found = []
    for number, file in enumerate(kept_beside(path)):
        folder = room / f"kept-{number}"
        with suppress(OSError, ProgressError):
            folder.mkdir()
            stat = file.stat()
            at = datetime.fromtimestamp(int(stat.st_mtime), UTC)
            made = Made(at, study_day(at, clock.zone()), KEPT)
            found.append(Kept(file, Backup(raw_copy(file, folder), made, stat.st_size)))
    return found


def answers_kept(path: Path, content: Path) -> list[tuple[Path, int | None]]:
    """The kept files of `path` and how many of the answers of each `content` has not.

    content: `path` or a copy of it. None where a file can't be read through. Those that hold
    nothing more are left out. ProgressError if `content` can't be read.
    """
    found = [(file, _answers(content, file)) for file in kept_beside(path)]
    return [(file, answers) for file, answers in found if answers != 0]


def _answers(content: Path, file: Path) -> int | None:
    if not any(file.with_name(file.name + end).exists() for end in BESIDE):
        return answers_not_in(content, file)
    try:
        with TemporaryDirectory(prefix="cssprep-") as folder:
            return answers_not_in(content, raw_copy(file, Path(folder)))
    except OSError:
        return None


def answers_not_in(path: Path, file: Path) -> int | None:
    """How many answers of the database `file` the database `path` has not; None if it can't tell.

    `file` must be one that nobody writes to. ProgressError if `path` can't be read.
    """
    try:
        with closing(connected(file)) as other:
            rows = other.execute("SELECT id FROM log WHERE event = 'answer'")
            # One that was written over in part may hold an answer twice.
            missing = {found for (found,) in rows}
    except (ProgressError, sqlite3.Error, UnicodeDecodeError):
        return None
    with explaining(path), closing(connected(path)) as own:
        for (known,) in own.execute("SELECT id FROM log"):
            missing.discard(known)
    return len(missing)
