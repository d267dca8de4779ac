from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import MORNING, HandClock
from tests.progress.entries import review
from tests.progress.files import contents, counted, fill
from tests.progress.leftover import flip, frame, left_by_a_kill, log_of
from tui.clock import Clock
from tui.progress.copies.backups import back_up_now, folder_of
from tui.progress.copies.restoring import restore
from tui.progress.database import open_database
from tui.progress.errors import ProgressError
from tui.progress.guards.wal import USUAL_SIZE
from tui.progress.noting import silent
from tui.progress.rescue.filling import ids_in
from tui.progress.rescue.salvage import salvage
from tui.study.doctor.from_backups import Completed, completed


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.db"


def answer(path: Path, *names: str) -> None:
    with open_database(path, HandClock(), counted()) as db:
        fill(db, [review(name) for name in names])


def answers(first: int, last: int) -> list[str]:
    return [f"R{n:04}" for n in range(first, last)]


def cut(path: Path) -> None:
    """Leaves the first pages, none of which holds an entry or an index."""
    path.write_bytes(path.read_bytes()[: 3 * USUAL_SIZE])


def found_in(path: Path) -> Completed:
    room = path.parent / "room"
    room.mkdir()
    return completed(salvage(path), path, HandClock(), silent, room)


def later(days: float) -> Clock:
    return HandClock(MORNING + timedelta(days=days))


def test_a_backup_by_a_clock_that_was_ahead_does_not_hide_the_others(path: Path) -> None:
    answer(path, *answers(0, 10))
    back_up_now(path, "daily", later(60))
    answer(path, *answers(10, 400))
    back_up_now(path, "daily", later(1))
    cut(path)
    whole = found_in(path)
    assert whole.salvaged.ids == set(answers(0, 400))
    assert (whole.entries, whole.put_away) == (400, 0)
    assert not whole.salvaged.is_all_known


def test_a_backup_without_answers_does_not_hide_the_others(path: Path) -> None:
    answer(path, *answers(0, 300))
    back_up_now(path, "daily", later(1))
    path.unlink()
    answer(path)
    back_up_now(path, "merge", later(2))
    answer(path, "LAST")
    cut(path)
    assert found_in(path).salvaged.ids == set(answers(0, 300))


def test_where_the_log_is_read_to_its_end_nothing_is_taken_that_is_not_lost(path: Path) -> None:
    answer(path, *answers(0, 300), "UNWANTED")
    back_up_now(path, "daily", later(1))
    path.unlink()
    answer(path, *answers(0, 300))
    flip(path, path.read_bytes().index(b"R0050answer") + 6)
    whole = found_in(path)
    assert whole.salvaged.ids == set(answers(0, 300))
    assert (whole.entries, whole.salvaged.lost) == (1, ())


@pytest.fixture
def restored(path: Path) -> Path:
    """Answers of which the last were put away by restoring a backup, and were in a daily one."""
    answer(path, *answers(0, 100))
    wanted = back_up_now(path, "import", later(1))
    answer(path, *answers(100, 200))
    back_up_now(path, "daily", later(2))
    answer(path, "NOT-IN-DAILY")
    restore(path, wanted, later(3), counted("Y"), silent)
    answer(path, *answers(200, 400))
    return path


def test_what_a_restore_put_away_stays_away_where_a_backup_was_made_since(restored: Path) -> None:
    back_up_now(restored, "daily", later(4))
    answer(restored, *answers(400, 500))
    cut(restored)
    whole = found_in(restored)
    assert whole.salvaged.ids == {*answers(0, 100), *answers(200, 400)}
    assert whole.put_away == 101


def test_a_kept_file_tells_nothing_of_what_was_since(restored: Path) -> None:
    """Its time is that of its file, which any copying changes."""
    older = next(folder_of(restored).glob("*-restore.db"))
    kept = restored.with_name("progress-kept-1.db")
    kept.write_bytes(older.read_bytes())
    os.utime(kept, (later(9).now().timestamp(),) * 2)
    answer(restored, "NEW")
    back_up_now(restored, "daily", later(4))
    cut(restored)
    assert found_in(restored).salvaged.ids == {*answers(0, 100), *answers(200, 400), "NEW"}


def test_where_none_was_made_since_what_an_older_one_has_is_taken(restored: Path) -> None:
    cut(restored)
    whole = found_in(restored)
    assert whole.salvaged.ids == set(answers(0, 200))
    assert whole.put_away == 1


def test_a_name_alone_does_not_make_a_backup_newer_than_a_restore(path: Path) -> None:
    answer(path, *answers(0, 50))
    back_up_now(path, "daily", later(90))
    answer(path, *answers(50, 300))
    wanted = back_up_now(path, "daily", later(1))
    restore(path, wanted, later(2), counted("Y"), silent)
    cut(path)
    assert found_in(path).salvaged.ids == set(answers(0, 300))


def test_what_the_running_app_kept_is_a_source(path: Path) -> None:
    answer(path, *answers(0, 300))
    kept = path.with_name("progress-kept-1.db")
    kept.write_bytes(path.read_bytes())
    damaged = path.with_name("progress-kept-2.db")
    answer(path, *answers(300, 500))
    damaged.write_bytes(path.read_bytes())
    flip(damaged, damaged.read_bytes().index(b"R0450answer") + 6)
    cut(path)
    before = contents(path.parent)
    whole = found_in(path)
    assert whole.salvaged.ids == set(answers(0, 500)) - {"R0450"}
    assert contents(path.parent) == before


def test_a_kept_file_is_read_with_its_log(path: Path) -> None:
    answer(path, *answers(0, 100))
    back_up_now(path, "daily", later(1))
    answer(path, *answers(100, 300))
    left = left_by_a_kill(path, [review(f"NEW{n}") for n in range(6)])
    kept = path.with_name("progress-kept-1.db")
    kept.write_bytes(left.read_bytes())
    log_of(kept).write_bytes(log_of(left).read_bytes())
    flip(log_of(kept), frame(1, 50))
    flip(kept, kept.read_bytes().index(b"R0250answer") + 6)
    cut(path)
    ids = found_in(path).salvaged.ids
    assert {f"NEW{n}" for n in range(6)} <= ids
    assert ids >= set(answers(0, 300)) - {"R0250"}


def test_what_another_device_s_app_kept_is_none(path: Path) -> None:
    kept = path.with_name("progress-kept-1.db")
    with open_database(kept, HandClock(), lambda: "ANOTHERS") as db:
        fill(db, [review("THEIRS")])
    answer(path, *answers(0, 300))
    assert ids_in(kept) == {"THEIRS"}
    with closing(sqlite3.connect(path)) as database:
        sql = "SELECT rootpage FROM sqlite_master WHERE name IN ('log', 'sqlite_autoindex_log_1')"
        pages = [page for (page,) in database.execute(sql)]
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * USUAL_SIZE : page * USUAL_SIZE] = b"\xff" * USUAL_SIZE
    path.write_bytes(content)
    whole = found_in(path)
    assert not whole.salvaged.is_all_known
    assert "THEIRS" not in whole.salvaged.ids


def test_without_a_look_at_the_backups_nothing_is_made(path: Path) -> None:
    answer(path, *answers(0, 300))
    folder_of(path).write_text("in the way")
    cut(path)
    with pytest.raises(ProgressError, match="A file lies in the place"):
        found_in(path)
