from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import contents, counted, fill, later_ones, open_at
from tui.progress import log
from tui.progress.copies.backups import back_up_now, folder_of
from tui.progress.copies.restoring import Restored, restore
from tui.progress.errors import ProgressError
from tui.progress.schema import NEWEST

HOLDS = """
import sys
from pathlib import Path
from tests.progress.files import open_at
with open_at(Path(sys.argv[1])) as db:
    db.rows("SELECT 1 FROM log")
    print("ready", flush=True)
    sys.stdin.readline()
"""

REPLACES = """
import sys, time
from pathlib import Path
from tui.progress.copies.alone import alone_with
path, new = Path(sys.argv[1]), Path(sys.argv[2])
with alone_with(path):
    print("ready", flush=True)
    sys.stdin.readline()
    # Whoever opens it now waits for the lock, and has the old file in hand.
    time.sleep(0.3)
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    new.replace(path)
"""


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOON)


def restored(path: Path, backup: Path, clock: HandClock) -> Restored:
    return restore(path, backup, clock, counted(), lambda doing, done: None)


def two_answers_one_backed_up(path: Path, clock: HandClock) -> Path:
    with open_at(path) as db:
        fill(db, [review("R1")])
        backup = back_up_now(path, "daily", clock)
        fill(db, [review("R2")])
    return backup


def ids(path: Path) -> list[str]:
    with open_at(path) as db:
        return [entry.id for entry in log.entries(db)]


def test_a_backup_takes_the_place_and_what_was_there_is_backed_up(
    path: Path, clock: HandClock
) -> None:
    backup = two_answers_one_backed_up(path, clock)
    done = restored(path, backup, clock)
    assert done.before is not None
    assert done == Restored(1, done.before, False, 1, of_another=False)
    assert ids(path) == ["R1"]
    assert done.before.parent == folder_of(path)
    back = restored(path, done.before, clock)
    assert back.missing == 0
    assert ids(path) == ["R1", "R2"]
    assert {file.name for file in path.parent.iterdir()} == {path.name, folder_of(path).name}


def test_another_devices_backup_is_told(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE device SET id = 'another'")
    assert restored(path, backup, clock).of_another


def test_a_damaged_file_is_kept_beside(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    content = path.read_bytes()[:8192]
    path.write_bytes(content)
    done = restored(path, backup, clock)
    assert done.was_damaged
    assert done.before is not None
    assert done.before.read_bytes() == content
    assert ids(path) == ["R1"]
    assert [file.name for file in folder_of(path).iterdir()] == [backup.name]


def test_a_file_that_is_gone_is_restored(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    path.unlink()
    assert restored(path, backup, clock) == Restored(1, None, False, None, of_another=False)
    assert ids(path) == ["R1"]


def refused(path: Path, backup: Path, clock: HandClock, words: str) -> None:
    before = contents(path.parent)
    with pytest.raises(ProgressError, match=words):
        restored(path, backup, clock)
    assert contents(path.parent) == before


def test_what_is_no_sound_backup_is_refused(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    refused(path, path.with_name("absent.db"), clock, "no file")
    refused(path, path, clock, "your progress itself")
    content = backup.read_bytes()
    backup.write_bytes(content[:12288])
    refused(path, backup, clock, "damaged")
    backup.write_bytes(b"no database " * 1000)
    refused(path, backup, clock, "no progress database")
    newer = bytearray(content)
    newer[60:64] = (NEWEST + 1).to_bytes(4, "big")
    backup.write_bytes(newer)
    refused(path, backup, clock, "newer")


def test_a_file_that_another_process_has_open_is_not_replaced(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "ready\n"
        refused(path, backup, clock, "Another cssprep")
        process.stdin.write("\n")
        process.stdin.flush()
        process.wait()
    assert restored(path, backup, clock).entries == 1


def test_what_was_there_stays_though_its_backup_is_the_oldest_by_the_clock(
    path: Path, clock: HandClock
) -> None:
    with open_at(path) as db:
        fill(db, [review("R1")])
        backup = back_up_now(path, "daily", clock)
        fill(db, [review("R2")])
    later_ones(backup)
    clock.moment = datetime(2020, 1, 1, tzinfo=NOON.tzinfo)
    done = restored(path, backup, clock)
    assert done.before is not None
    assert done.missing == 1
    assert ids(done.before) == ["R1", "R2"]


def test_a_log_without_its_file_is_kept(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    with open_at(path) as db:
        fill(db, [review("R3")])
        left = contents(path.parent)["progress.db-wal"]
    for content in (None, b""):
        path.unlink(missing_ok=True)
        if content is not None:
            path.write_bytes(content)
        path.with_name("progress.db-wal").write_bytes(left)
        done = restored(path, backup, clock)
        assert done.was_damaged
        assert done.before is not None
        assert done.before.exists()
        stem = done.before.name.removesuffix("-wal")
        assert done.before.with_name(f"{stem}-wal").read_bytes() == left
        assert ids(path) == ["R1"]


def test_a_file_that_sqlite_takes_for_read_only_is_kept_as_damaged(
    path: Path, clock: HandClock
) -> None:
    backup = two_answers_one_backed_up(path, clock)
    content = bytearray(path.read_bytes())
    content[18] = 7
    path.write_bytes(content)
    done = restored(path, backup, clock)
    assert done.was_damaged
    assert done.before is not None
    assert done.before.read_bytes() == content
    assert ids(path) == ["R1"]


def test_a_damaged_log_is_not_brought_in_before(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    with open_at(path) as db:
        for number in range(3, 9):
            fill(db, [review(f"R{number}")])
        left = contents(path.parent)
    log_of_it = bytearray(left["progress.db-wal"])
    log_of_it[32 + 24 + 100] ^= 1
    path.write_bytes(left["progress.db"])
    path.with_name("progress.db-wal").write_bytes(log_of_it)
    done = restored(path, backup, clock)
    assert done.was_damaged
    assert done.before is not None
    assert done.before.with_name(f"{done.before.name}-wal").read_bytes() == log_of_it


def test_what_is_no_backup_is_told_without_a_word_about_one_s_own_progress(
    path: Path, clock: HandClock
) -> None:
    two_answers_one_backed_up(path, clock)
    for name, content in (("passwd", b"root:x:0:0\n" * 40), ("none", b"")):
        other = path.with_name(name)
        other.write_bytes(content)
        with pytest.raises(ProgressError) as told:
            restored(path, other, clock)
        assert str(other) in told.value.message
        assert "Choose another one" in told.value.advice
    with open_at(path.with_name("view.db")) as db, db.transaction():
        db.write("CREATE VIEW theirs AS SELECT 1")
    with pytest.raises(ProgressError) as told:
        restored(path, path.with_name("view.db"), clock)
    assert "view.db" in told.value.message
    assert "cssprep-work" not in str(told.value)


def test_what_a_killed_restore_left_goes_an_hour_later(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    old, new = (path.with_name(f".cssprep-work-{name}") for name in ("old", "new"))
    for folder in (old, new):
        folder.mkdir()
        (folder / "copy.db").write_bytes(b"half")
    past = time.time() - timedelta(hours=2).total_seconds()
    os.utime(old / "copy.db", (past, past))
    os.utime(old, (past, past))
    restored(path, backup, clock)
    assert not old.exists()
    assert new.exists()


def test_who_opens_it_meanwhile_has_the_new_file(path: Path, clock: HandClock) -> None:
    backup = two_answers_one_backed_up(path, clock)
    new = path.with_name("new.db")
    shutil.copy(backup, new)
    with subprocess.Popen(
        [sys.executable, "-c", REPLACES, str(path), str(new)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("\n")
        process.stdin.flush()
        with open_at(path) as db:
            fill(db, [review("R9")])
    assert not new.exists()
    assert ids(path) == ["R1", "R9"]
