"""Files that can't be opened: each is refused in a sentence, and left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import as_learner, contents, fill, open_at
from tests.progress.leftover import left_by_a_kill, log_of
from tui.progress import log, migrations
from tui.progress.copies.backups import back_up_now
from tui.progress.errors import DamagedError, ProgressError
from tui.progress.schema import APPLICATION_ID, NEWEST


def refusal(path: Path) -> str:
    """What is said of the file, in one line of one or two sentences with the path in it."""
    with pytest.raises(ProgressError) as caught:
        open_at(path)
    assert str(path) in caught.value.message or path.name in caught.value.message
    assert caught.value.advice.endswith(".")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def untouched_refusal(path: Path) -> str:
    before = contents(path.parent)
    said = refusal(path)
    assert contents(path.parent) == before
    return said


def raw(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize("content", [b"x", b"dear diary\n" * 1000, b"\0" * 4096])
def test_a_file_that_is_no_database(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "no progress database" in untouched_refusal(path)


def test_a_file_cut_off_in_its_header(path: Path) -> None:
    open_at(path).close()
    path.write_bytes(path.read_bytes()[:50])
    assert "no progress database" in untouched_refusal(path)


def test_a_file_from_a_newer_version(path: Path) -> None:
    open_at(path).close()
    raw(path, f"PRAGMA user_version = {NEWEST + 1}")
    said = untouched_refusal(path)
    assert f"its version is {NEWEST + 1}, this one knows {NEWEST}" in said


def test_a_newer_version_that_only_the_write_ahead_log_tells_of(path: Path) -> None:
    open_at(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA user_version = {NEWEST + 1}")
        assert "its version is" in refusal(path)


@pytest.mark.parametrize("pragma", [f"user_version = {NEWEST + 1}", "application_id = 252006674"])
def test_what_a_crash_of_the_other_program_has_left_is_not_touched(
    path: Path, tmp_path: Path, pragma: str
) -> None:
    open_at(path).close()
    raw(path, f"PRAGMA {pragma}")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("INSERT INTO settings VALUES ('theirs', '1')")
        for name in ("progress.db", "progress.db-wal"):
            shutil.copy(path.with_name(name), crashed / name)
    assert (crashed / "progress.db-wal").stat().st_size > 0
    untouched_refusal(crashed / "progress.db")


@pytest.mark.parametrize(
    "statements",
    [
        ("CREATE TABLE theirs (a)",),
        ("PRAGMA application_id = 252006674", "PRAGMA user_version = 1"),
        ("CREATE TABLE theirs (a)", "PRAGMA user_version = 1"),
        ("CREATE TABLE theirs (a)", "PRAGMA user_version = 99", "PRAGMA journal_mode = WAL"),
    ],
)
def test_a_database_of_another_program(path: Path, statements: tuple[str, ...]) -> None:
    raw(path, *statements)
    assert "another program" in untouched_refusal(path)


def test_a_database_that_bears_our_mark_and_lacks_our_tables(path: Path) -> None:
    raw(path, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {NEWEST}")
    assert "damaged" in refusal(path)


def test_a_device_that_is_missing(path: Path) -> None:
    open_at(path).close()
    raw(path, "DELETE FROM device")
    assert "damaged" in refusal(path)


def test_pages_that_are_overwritten(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(200)])
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    assert "damaged" in untouched_refusal(path)


def test_a_folder_in_its_place(path: Path) -> None:
    path.mkdir()
    assert "is a folder" in refusal(path)


def test_a_pipe_in_its_place(path: Path) -> None:
    os.mkfifo(path)
    assert "is not a file" in refusal(path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "no folder" in refusal(tmp_path / "missing" / "progress.db")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "no folder" in refusal(tmp_path / "file" / "progress.db")


def test_a_file_that_another_program_has_locked(path: Path) -> None:
    open_at(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert "locked for 5 seconds" in refusal(path)


# --- permissions


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        folder.chmod(0o777)
        shutil.rmtree(folder)


def opened_as_learner(path: Path) -> str:
    assert migrations.MIGRATIONS  # imported here: the learner may not be able to read our code

    def attempt() -> str:
        try:
            open_at(path).close()
        except ProgressError as error:
            return str(error)
        return "opened"

    return as_learner(attempt)


def test_a_folder_that_others_may_write_to_is_no_hindrance(shared: Path) -> None:
    assert opened_as_learner(shared / "progress.db") == "opened"


def test_a_read_only_folder(shared: Path) -> None:
    shared.chmod(0o555)
    said = opened_as_learner(shared / "progress.db")
    assert f"The folder {shared} can't be written to" in said
    assert contents(shared) == {}


def test_a_read_only_folder_with_a_database_in_it(shared: Path) -> None:
    path = shared / "progress.db"
    open_at(path).close()
    path.chmod(0o666)
    shared.chmod(0o555)
    before = contents(shared)
    assert "SQLite keeps a log beside progress.db" in opened_as_learner(path)
    assert contents(shared) == before


@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_a_file_that_may_not_be_written_to(shared: Path, mode: int) -> None:
    path = shared / "progress.db"
    open_at(path).close()
    path.chmod(mode)
    before = contents(shared) if os.geteuid() == 0 else {}
    assert "can't be read and written" in opened_as_learner(path)
    if before:
        assert contents(shared) == before


def test_a_write_ahead_log_that_belongs_to_someone_else(shared: Path) -> None:
    path = shared / "progress.db"
    db = open_at(path)
    fill(db, [review("R1")])
    path.chmod(0o666)
    (shared / "progress.db-wal").chmod(0o444)
    assert "progress.db-wal can't be read and written" in opened_as_learner(path)
    db.close()


def test_a_backup_that_is_copied_over_a_file_whose_log_is_still_there(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"OLD{n}") for n in range(9)])
    backup = back_up_now(path, "daily", HandClock(NOON))
    left = left_by_a_kill(path, [review("NEW")])
    shutil.copyfile(backup, left)
    before = contents(left.parent)
    with pytest.raises(DamagedError, match=r"progress\.db-wal is left from another file"):
        open_at(left)
    assert contents(left.parent) == before
    log_of(left).unlink()
    with open_at(left) as db:
        assert len(list(log.entries(db))) == 9
