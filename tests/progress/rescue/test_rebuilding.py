from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.progress.entries import NOON, review
from tests.progress.files import counted, fill, open_at
from tui.clock import FixedClock
from tui.progress import log
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.progress.guards.wal import beside, is_there
from tui.progress.memories import Replay
from tui.progress.rescue.filling import older_in
from tui.progress.rescue.rebuilding import rebuild
from tui.progress.rescue.salvage import salvage
from tui.schedule.fsrs6 import replay


def made(path: Path) -> Path:
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(30)])
    return path


def replaying(db: Database) -> Replay:
    return replay


def test_the_new_file_is_whole_by_itself(path: Path) -> None:
    new = path.with_name("new.db")
    assert rebuild(salvage(made(path)), new, FixedClock(NOON), counted("X"), replaying) == 0
    assert not beside(new).exists()
    with open_at(path) as old, open_at(new) as db:
        assert list(log.entries(db)) == list(log.entries(old))
        assert db.device == old.device


def test_a_file_of_which_a_part_lies_beside_it_is_refused(path: Path) -> None:
    salvaged = salvage(made(path))
    new = path.with_name("new.db")
    with closing(sqlite3.connect(new, isolation_level=None)) as reader:

        def while_another_reads(db: Database) -> Replay:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM log").fetchone()
            db.row("PRAGMA busy_timeout = 10")
            return replay

        with pytest.raises(ProgressError, match="no room"):
            rebuild(salvaged, new, FixedClock(NOON), counted("X"), while_another_reads)
        assert is_there(new)


def test_a_backup_with_another_name_of_a_column_gives_nothing(path: Path) -> None:
    made(path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE log RENAME COLUMN number TO numbor")
    older = older_in(path)
    assert older is None or not older.log
