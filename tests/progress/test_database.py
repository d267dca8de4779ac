from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

from tests.progress.entries import NOON, review
from tests.progress.files import counted, fill, open_at
from tui.clock import FixedClock
from tui.progress import log, settings
from tui.progress.database import Database, open_database
from tui.progress.errors import ProgressError
from tui.progress.schema import APPLICATION_ID, NEWEST


def test_is_made_where_there_is_none(path: Path) -> None:
    with open_at(path) as db:
        assert db.path == path
        assert db.clock.now() == NOON
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (NEWEST,)
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    with open_at(path) as db:
        assert list(log.entries(db)) == []


def test_the_device_keeps_the_id_that_it_was_given_first(path: Path) -> None:
    with open_database(path, FixedClock(NOON), counted("FIRST")) as db:
        device = db.device
        assert device.startswith("FIRST")
        assert db.new_id() != device
    with open_database(path, FixedClock(NOON), counted("SECOND")) as db:
        assert db.device == device


def test_answers_are_written_through_to_the_disk(db: Database) -> None:
    pragmas = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 5000,
    }
    assert {name: (db.row(f"PRAGMA {name}") or [None])[0] for name in pragmas} == pragmas


def test_every_table_checks_its_types(db: Database) -> None:
    tables = db.rows(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' "
        "AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_sqlite_migrations'"
    )
    assert len(tables) == 11
    assert all(strict for _, strict in tables)


def test_a_transaction_is_saved_as_a_whole(path: Path) -> None:
    with open_at(path) as db, db.transaction():
        settings.put(db, "a", "1")
        settings.put(db, "b", "2")
    with open_at(path) as db:
        assert (settings.get(db, "a"), settings.get(db, "b")) == ("1", "2")


def test_a_transaction_that_fails_leaves_nothing(db: Database) -> None:
    with pytest.raises(LookupError), db.transaction():
        settings.put(db, "a", "1")
        raise LookupError
    assert settings.get(db, "a") is None
    with db.transaction():
        settings.put(db, "a", "2")
    assert settings.get(db, "a") == "2"


def test_transactions_do_not_nest(db: Database) -> None:
    with db.transaction():
        settings.put(db, "a", "1")
        with pytest.raises(RuntimeError, match="open already"), db.transaction():
            pass
    assert settings.get(db, "a") == "1"


def test_nothing_is_written_outside_a_transaction(db: Database) -> None:
    with pytest.raises(RuntimeError, match="open transaction"):
        settings.put(db, "a", "1")
    with pytest.raises(RuntimeError, match="open transaction"):
        db.write_many("INSERT INTO settings VALUES (?, ?)", [("a", "1")])
    assert settings.get(db, "a") is None


def test_what_refers_to_no_entry_is_not_saved(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), db.transaction():
        db.write("INSERT INTO session_queues VALUES ('no-such-session', '[]')")


def test_a_full_disk_loses_only_what_was_being_written(db: Database) -> None:
    fill(db, [review("R1")])
    pages = db.row("PRAGMA page_count")
    assert pages is not None
    db.row(f"PRAGMA max_page_count = {pages[0]}")
    with pytest.raises(ProgressError, match="no room left"), db.transaction():
        settings.put(db, "long", "x" * 100_000)
    assert [entry.id for entry in log.entries(db)] == ["R1"]
    db.row(f"PRAGMA max_page_count = {pages[0] + 100}")
    fill(db, [review("R2")])
    assert [entry.id for entry in log.entries(db)] == ["R1", "R2"]


def test_a_program_that_keeps_the_file_locked_is_named_as_the_cause(
    db: Database, path: Path
) -> None:
    db.row("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProgressError, match="locked"), db.transaction():
            pass
        other.execute("ROLLBACK")
    with db.transaction():
        settings.put(db, "a", "1")


def test_is_read_while_another_writes(db: Database, path: Path) -> None:
    with open_at(path) as other, other.transaction():
        log.append(other, review("R1"))
        assert list(log.entries(db)) == []
    assert [entry.id for entry in log.entries(db)] == ["R1"]


def test_closing_twice_is_harmless(path: Path) -> None:
    db = open_at(path)
    db.close()
    db.close()


def test_who_leaves_a_stream_may_do_so_after_the_file_is_closed(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{number}") for number in range(3)])
        rows = db.stream("SELECT id FROM log")
        assert next(rows) == ("R0",)
    # As an interrupted command does: its readers end after the file that they read.
    assert isinstance(rows, Generator)
    rows.close()


def test_a_stream_that_was_left_holds_nothing_up(db: Database) -> None:
    fill(db, [review(f"R{number}") for number in range(3)])
    with closing(sqlite3.connect(db.path)) as other:
        for _ in db.stream("SELECT id FROM log"):
            break
        fill(db, [review("R9")])
        # Busy is 1 where somebody still reads what was there before.
        (busy, _, _) = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 0
