"""Files as a killed program leaves them: what came last is in the write-ahead log alone."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.progress.files import fill, open_at
from tui.log import Entry
from tui.progress.database import Database
from tui.progress.guards.wal import FRAME_HEADER, HEADER, USUAL_SIZE

FRAME = FRAME_HEADER + USUAL_SIZE


def left_by_a_kill(path: Path, entries: list[Entry], *, with_index: bool = False) -> Path:
    """The database `path` as it is while another has it open and has logged `entries`, each alone.

    with_index: with what SQLite notes beside the log in shared memory.
    """

    def one_by_one(db: Database) -> None:
        for entry in entries:
            fill(db, [entry])

    return left_after(path, one_by_one, with_index=with_index)


def left_after(path: Path, work: Callable[[Database], None], *, with_index: bool = False) -> Path:
    """The same after `work` was done."""
    open_at(path).close()
    kept = path.with_name("as-left")
    kept.mkdir()
    with open_at(path) as db:
        work(db)
        for end in ("", "-wal", *(("-shm",) if with_index else ())):
            shutil.copyfile(path.with_name(path.name + end), kept / (path.name + end))
    return kept / path.name


def log_of(path: Path) -> Path:
    """Its write-ahead log."""
    return path.with_name(f"{path.name}-wal")


def flip(file: Path, place: int, bits: int = 1) -> None:
    """Flips bits of one byte, counted from the end where `place` is below 0."""
    content = bytearray(file.read_bytes())
    content[place] ^= bits
    file.write_bytes(content)


def frame(number: int, place: int = 0) -> int:
    """Where in a log the byte `place` of the frame `number` is, the first being 0."""
    return HEADER + number * FRAME + place


def taken_in(path: Path) -> int:
    """How many frames of the log SQLite takes in."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _, frames, _ = database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    return int(frames)
