from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import amendment, review
from tests.progress.files import contents, fill, open_at
from tests.progress.leftover import left_by_a_kill, log_of
from tui.progress.copies.kept import answers_kept, answers_not_in, kept_beside, kept_copies
from tui.progress.errors import ProgressError


def with_answers(path: Path, *names: str) -> Path:
    with open_at(path) as db:
        fill(db, [review(name) for name in names])
    return path


def test_kept_files_are_listed_in_order(path: Path) -> None:
    names = ["progress-kept-1.db", "progress-kept-2.db", "progress-kept-10.db"]
    for name in [*names, "progress-kept-x.db", "progress-kept-1.db-wal", "other-kept-1.db"]:
        path.with_name(name).write_bytes(b"x")
    path.with_name("progress-kept-7.db").touch()
    path.with_name("progress-kept-3.db").mkdir()
    assert [file.name for file in kept_beside(path)] == names
    assert kept_beside(path.parent / "absent" / "progress.db") == []


def test_answers_that_are_nowhere_else_are_counted(path: Path) -> None:
    kept = with_answers(path.with_name("progress-kept-1.db"), *(f"R{n}" for n in range(1200)))
    with open_at(kept) as db:
        fill(db, [amendment("A1", "R1")])
    with_answers(path, *(f"R{n}" for n in range(600)), "OTHER")
    assert answers_not_in(path, kept) == 600
    assert answers_kept(path, path) == [(kept, 600)]
    with_answers(path, *(f"R{n}" for n in range(600, 1200)))
    assert answers_kept(path, path) == []


def test_a_kept_file_with_a_log_is_left_as_it_is(path: Path) -> None:
    kept = with_answers(path.with_name("progress-kept-1.db"), "R1")
    left = left_by_a_kill(kept, [review("R2")])
    kept.write_bytes(left.read_bytes())
    log_of(kept).write_bytes(log_of(left).read_bytes())
    with_answers(path, "R3")
    before = contents(path.parent)
    assert answers_kept(path, path) == [(kept, 2)]
    room = path.parent / "room"
    room.mkdir()
    (found,) = kept_copies(path, HandClock(), room)
    assert (found.file, found.copy.made.reason) == (kept, "kept")
    assert answers_not_in(path, found.copy.path) == 2
    assert contents(path.parent) == before


def test_what_can_t_be_read_is_said_to_be_there(path: Path) -> None:
    kept = path.with_name("progress-kept-1.db")
    kept.write_bytes(b"no database " * 400)
    with_answers(path, "R1")
    assert answers_kept(path, path) == [(kept, None)]


def test_an_answer_that_is_there_twice_counts_once(path: Path) -> None:
    """As where a file was written over in part; SQLite does not look at the index for it."""
    kept = with_answers(path.with_name("progress-kept-1.db"), "R1", "R2")
    with closing(sqlite3.connect(kept)) as database, database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute("DELETE FROM sqlite_master WHERE type = 'index' AND tbl_name = 'log'")
        database.execute("CREATE TABLE twice AS SELECT * FROM log")
        database.execute("UPDATE twice SET number = number + 100")
        database.execute("ALTER TABLE log RENAME TO once")
        database.execute("CREATE VIEW log AS SELECT * FROM once UNION ALL SELECT * FROM twice")
    with_answers(path, "R1")
    assert answers_not_in(path, kept) == 1


def test_a_fault_of_the_file_itself_is_its_own(path: Path) -> None:
    kept = with_answers(path.with_name("progress-kept-1.db"), "R1")
    path.write_bytes(b"no database " * 400)
    with pytest.raises(ProgressError, match=r"progress\.db is"):
        answers_kept(path, path)
    assert contents(path.parent)[kept.name]
