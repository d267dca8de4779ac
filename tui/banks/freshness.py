"""Whether what was compiled still is what the bank files say."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import tui
import tui.kinds
from tui.banks.folder import bank_files

_BANKS = Path(__file__).parent
CODE = (Path(tui.kinds.__file__).parent, _BANKS, _BANKS / "rules", _BANKS / "guess")
"""The folders whose code decides what becomes of a bank's text."""


class KnownFile(NamedTuple):
    """A bank file as it was when it was compiled.

    stamp: of the file and of the texts it names. sources: those texts' paths, from the folder.
    first_day, last_day: the study days between which its findings hold. bank: its id, or ''.
    hidden_by: the name of the file that has this id, too, and comes first; or ''.
    """

    stamp: str
    sources: tuple[str, ...]
    first_day: str
    last_day: str
    bank: str
    hidden_by: str

    def is_fresh(self, path: Path, today: date, claimed: dict[str, str]) -> bool:
        """Whether the file at `path` is still so; `claimed` are the ids of the files before it."""
        return (
            self.hidden_by == claimed.get(self.bank, "")
            and self.first_day <= today.isoformat() <= self.last_day
            and self.stamp == stamp_with_sources(path, self.sources)
        )


class Changes(NamedTuple):
    """What has changed since the banks were compiled: the number of files, and their bytes."""

    files: int
    size: int


def stamp_of(path: Path) -> str:
    """Size, time of the last change and inode of `path`; '-' if there is no such file."""
    try:
        status = os.stat(path)  # noqa: PTH116 - twice as fast as Path.stat, and asked on each start
    except (OSError, ValueError):
        return "-"
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ino}"


def stamp_with_sources(path: Path, sources: Iterable[str]) -> str:
    """The stamps of a bank file and of the texts it names."""
    return " ".join([stamp_of(path), *(stamp_of(path.parent / name) for name in sources)])


@cache
def code_stamp() -> str:
    """A hash of the version, and of the names, sizes and times of the code in `CODE`."""
    parts = [tui.__version__]
    for folder in CODE:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    parts.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()


def changes(connection: sqlite3.Connection, folder: Path, today: date) -> Changes:
    """What has changed in `folder` since it was compiled; BanksError if it can't be read."""
    known = known_files(connection)
    same_code = is_same_code(connection)
    count = size = 0
    claimed: dict[str, str] = {}
    for path in bank_files(folder):
        file = known.pop(path.name, None)
        if file is None or not same_code or not file.is_fresh(path, today, claimed):
            count += 1
            size += _size(path)
        if file is not None and file.bank:
            claimed.setdefault(file.bank, path.name)
    return Changes(count + len(known), size)


def is_same_code(connection: sqlite3.Connection) -> bool:
    """Whether the banks were compiled by the code that runs now."""
    return connection.execute("SELECT stamp FROM code").fetchall() == [(code_stamp(),)]


def known_files(connection: sqlite3.Connection) -> dict[str, KnownFile]:
    """The files that are compiled, by name."""
    rows = connection.execute(
        "SELECT name, stamp, sources, first_day, last_day, bank, hidden_by FROM file"
    )
    return {
        name: KnownFile(stamp, tuple(json.loads(sources)), *rest)
        for name, stamp, sources, *rest in rows
    }


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
