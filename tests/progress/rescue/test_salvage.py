from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tests.progress.leftover import flip, frame, left_by_a_kill, log_of
from tui.log import Entry
from tui.progress import settings
from tui.progress.copies.backup import complaints
from tui.progress.guards.wal import USUAL_SIZE
from tui.progress.rescue.salvage import salvage

OLD: list[Entry] = [review(f"OLD{n}") for n in range(60)]
NEW: list[Entry] = [review(f"NEW{n}") for n in range(6)]
EVERY = {entry.id for entry in (*OLD, *NEW)}


@pytest.fixture
def left(path: Path) -> Path:
    """A file with old entries and a setting, and a log with new ones, as a kill leaves it."""
    with open_at(path) as db:
        fill(db, OLD)
        with db.transaction():
            settings.put(db, "minutes", "25")
    return left_by_a_kill(path, NEW)


def test_a_file_and_its_log_are_read_through(left: Path) -> None:
    found = salvage(left)
    assert (found.ids, found.lost, found.incomplete) == (EVERY, (), ())
    assert found.tables["settings"] == [{"key": "minutes", "value": "25"}]


@pytest.mark.parametrize("place", [0, 3, 9, 17, 31, frame(0, 9), frame(1, 50), frame(2, 2000)])
def test_a_log_that_is_damaged_gives_all_that_lies_behind(left: Path, place: int) -> None:
    flip(log_of(left), place)
    found = salvage(left)
    assert (found.ids, found.lost) == (EVERY, ())


def test_another_files_log_hides_nothing(left: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE x (a)")
        for _ in range(50):
            database.execute("INSERT INTO x VALUES (?)", ("z" * 900,))
        shutil.copyfile(log_of(tmp_path / "other.db"), log_of(left))
    found = salvage(left)
    assert found.ids == {entry.id for entry in OLD}
    assert (found.lost, found.incomplete) == ((), ())
    assert found.tables["settings"] == [{"key": "minutes", "value": "25"}]


@pytest.mark.parametrize("how", ["missing", "empty", "zeros"])
def test_a_log_without_its_file_gives_what_it_holds(left: Path, how: str) -> None:
    if how == "missing":
        left.unlink()
    else:
        left.write_bytes(b"" if how == "empty" else b"\0" * left.stat().st_size)
    assert salvage(left).ids >= {entry.id for entry in NEW}


@pytest.mark.parametrize("name", [b"INDEX memories_by_due_day", b"seconds REAL NOT NULL"])
def test_a_name_in_the_schema_that_is_no_text_hides_nothing(path: Path, name: bytes) -> None:
    with open_at(path) as db:
        fill(db, OLD)
    flip(path, path.read_bytes().index(name), 0x80)
    assert len(complaints(path, 1)) <= 1
    found = salvage(path)
    assert (found.ids, found.lost) == ({entry.id for entry in OLD}, ())


def test_a_view_in_the_place_of_the_log_is_not_read(path: Path) -> None:
    with open_at(path) as db:
        fill(db, OLD)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE log RENAME TO kept")
        database.execute(
            "CREATE VIEW log AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS number, 'answer' AS event FROM n"
        )
    assert salvage(path).ids == {entry.id for entry in OLD}


def test_a_table_whose_name_was_misread_may_not_be_complete(path: Path) -> None:
    with open_at(path) as db, db.transaction():
        settings.put(db, "minutes", "25")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE settings RENAME TO settingt")
    found = salvage(path)
    assert "settings" in found.incomplete
    assert {"key": "minutes", "value": "25"} in found.tables["settings"]


def test_pages_of_another_size_than_the_header_says(path: Path) -> None:
    with open_at(path) as db:
        fill(db, OLD)
    content = bytearray(path.read_bytes())
    content[16:18] = (USUAL_SIZE * 2).to_bytes(2, "big")
    path.write_bytes(content)
    assert salvage(path).ids == {entry.id for entry in OLD}


def rooted_at(path: Path, name: str) -> int:
    """The page on which the table or index `name` begins."""
    with closing(sqlite3.connect(path)) as database:
        sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = database.execute(sql, (name,)).fetchone()
    return int(page)


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * USUAL_SIZE)
        file.write(b"\xff" * USUAL_SIZE)


INDEX = "sqlite_autoindex_log_1"


@pytest.mark.parametrize(
    ("gone", "is_all_known"),
    [
        ((), True),
        (("settings",), True),
        (("log",), True),
        ((INDEX,), True),
        (("log", INDEX), False),
    ],
)
def test_what_is_missing_is_known_where_sqlite_reads_the_log_or_its_index(
    path: Path, gone: tuple[str, ...], is_all_known: bool
) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{n:03}") for n in range(300)])
    for page in [rooted_at(path, name) for name in gone]:
        overwrite(path, page)
    assert salvage(path).is_all_known is is_all_known


def test_the_index_names_what_came_last(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{n:03}", f"bank/q{n}") for n in range(300)])
    last = path.read_bytes().rindex(b"R299answer") // USUAL_SIZE + 1
    indexes = ("log_by_question", "log_by_target")
    for page in [last, *(rooted_at(path, name) for name in indexes)]:
        overwrite(path, page)
    found = salvage(path)
    assert found.is_all_known
    assert "R299" in {each.id for each in found.lost}
    assert {each.id for each in found.lost} == {f"R{n:03}" for n in range(300)} - found.ids


def test_a_table_that_sqlite_finds_elsewhere_is_not_the_log(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{n:03}") for n in range(300)])
    empty = rooted_at(path, "parked")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA writable_schema = ON")
        sql = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"
        database.execute(sql, (empty, "log"))
    overwrite(path, rooted_at(path, INDEX))
    assert not salvage(path).is_all_known


def test_a_frame_that_is_damaged_may_have_held_anything(left: Path) -> None:
    flip(log_of(left), frame(1, 50))
    assert not salvage(left).is_all_known
