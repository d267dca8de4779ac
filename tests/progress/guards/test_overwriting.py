"""Another program writes into progress.db itself, while it is open."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import contents, counted, fill, open_at
from tests.progress.leftover import log_of
from tui.clock import FixedClock
from tui.progress import log
from tui.progress.copies.backup import is_sound
from tui.progress.copies.backups import back_up_now
from tui.progress.database import open_database
from tui.progress.errors import ProgressError
from tui.progress.guards.wal import read

BRINGS_THE_LOG_IN = """
import sys
from contextlib import closing
from pathlib import Path
from tui.progress.copies.backup import connected
with closing(connected(Path(sys.argv[1]))) as other:
    busy, _, _ = other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
assert not busy
"""


def entry_ids(path: Path) -> list[str]:
    with open_at(path) as db:
        return [entry.id for entry in log.entries(db)]


def write_into(path: Path, source: Path) -> None:
    """As `cp` does: from a process of its own, since closing the file here would drop its locks."""
    subprocess.run(["cp", str(source), str(path)], check=True)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def cut(path: Path) -> None:
    os.truncate(path, 8192)


def text(path: Path) -> None:
    diary = path.with_name("diary")
    diary.write_text("Dear diary\n" * 50_000)
    write_into(path, diary)


def another_learner(path: Path) -> None:
    other = path.with_name("other.db")
    with open_database(other, FixedClock(NOON), counted("OTHER")) as db:
        fill(db, [review(f"R{n:02}") for n in range(300)])
    write_into(path, other)


def a_backup(path: Path) -> None:
    write_into(path, back_up_now(path, "merge", HandClock(NOON)))


EVERY_WAY = [empty, cut, text, another_learner, a_backup]


@pytest.mark.parametrize("happens", EVERY_WAY)
def test_nothing_goes_into_it_and_all_recorded_before_is_kept(
    happens: Callable[[Path], None], path: Path
) -> None:
    copy = path.with_name("progress-kept-1.db")
    with open_at(path) as db:
        fill(db, [review(f"R{n:02}") for n in range(20)])
        happens(path)
        now = subprocess.run(["cat", str(path)], check=True, capture_output=True).stdout
        for number in (20, 21):
            with pytest.raises(ProgressError) as told:
                fill(db, [review(f"R{number}")])
            assert "wrote into" in told.value.message
            assert str(copy) in told.value.advice
            assert "not recorded" in told.value.advice
    if happens is not cut:
        # What the other program wrote is left as it is, without our log beside it. What is cut may
        # need that.
        assert path.read_bytes() == now
        assert not contents(path.parent).get("progress.db-wal")
    assert is_sound(copy)
    assert entry_ids(copy) == [f"R{n:02}" for n in range(20)]


@pytest.mark.parametrize("happens", EVERY_WAY)
def test_it_is_told_when_leaving_at_the_latest(happens: Callable[[Path], None], path: Path) -> None:
    db = open_at(path)
    fill(db, [review("R1")])
    happens(path)
    with pytest.raises(ProgressError, match="wrote into"):
        db.close()
    db.close()
    assert entry_ids(path.with_name("progress-kept-1.db")) == ["R1"]


def test_where_not_all_can_be_copied_the_files_are_kept_as_they_are(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review(f"R{n:02}") for n in range(400)])
    with open_at(path) as db:
        fill(db, [review("LAST")])
        cut(path)
        with pytest.raises(ProgressError, match=r"doctor --fix.*progress-kept-1\.db"):
            fill(db, [review("NEXT")])
        kept = contents(path.parent)
        assert len(kept["progress-kept-1.db"]) == 8192
        assert b"LAST" in kept["progress-kept-1.db-wal"]


def test_a_log_that_is_brought_in_is_no_overwriting(path: Path) -> None:
    """By SQLite in this process, on another connection here, and in another process."""
    with open_at(path) as db:
        for number in range(6):
            fill(db, [review(f"R{number}-{n:02}") for n in range(200)])
            if number == 2:
                db.row("PRAGMA wal_checkpoint(TRUNCATE)")
            elif number == 3:
                with open_at(path) as second:
                    fill(second, [review("SECOND")])
            elif number == 4:
                before = path.stat().st_mtime_ns
                subprocess.run([sys.executable, "-c", BRINGS_THE_LOG_IN, str(path)], check=True)
                assert path.stat().st_mtime_ns > before
    assert len(entry_ids(path)) == 1201


def begin_to_bring_in(path: Path) -> None:
    """Writes the first page from the log into the file, as another process killed after it does."""
    data = log_of(path).read_bytes()
    first = [frame.content for frame in read(data).frames[: read(data).accepted] if frame.page == 1]
    page = path.with_name("first-page")
    page.write_bytes(first[-1])
    assert int.from_bytes(first[-1][28:32], "big") * 4096 > path.stat().st_size
    subprocess.run(["dd", f"if={page}", f"of={path}", "conv=notrunc"], check=True)


def test_a_log_that_is_half_brought_in_is_no_overwriting(path: Path) -> None:
    with open_at(path) as db:
        for number in range(5):
            fill(db, [review(f"R{number}-{n:02}") for n in range(100)])
        size = path.stat().st_size
        begin_to_bring_in(path)
        assert path.stat().st_size == size
        fill(db, [review("NEXT")])
        assert path.stat().st_size == size
    assert len(entry_ids(path)) == 501
    assert is_sound(path)


def test_the_log_stays_where_the_file_is_not_whole_without_it(path: Path) -> None:
    """As of another device, half brought in: what is told is the same, and nothing is spoilt."""
    other = path.with_name("other.db")
    with open_database(other, FixedClock(NOON), counted("OTHER")) as theirs:
        fill(theirs, [review(f"T{n}") for n in range(300)])
    os.truncate(other, other.stat().st_size - 4096)
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(20)])
        write_into(path, other)
        with pytest.raises(ProgressError, match="wrote into"):
            fill(db, [review("NEXT")])
        logged = log_of(path).stat().st_size
        db._content.leave(db._connection)
        assert log_of(path).stat().st_size == logged > 0
    assert len(entry_ids(path.with_name("progress-kept-1.db"))) == 20


def test_what_was_recorded_last_is_asked_of_the_copy(path: Path) -> None:
    """The log of all that is newer than the file is gone, too: only the memory knows of it."""
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(20)])
        db.row("PRAGMA wal_checkpoint(TRUNCATE)")
        older = path.with_name("older.db")
        subprocess.run(["cp", str(path), str(older)], check=True)
        fill(db, [review("LAST")])
        db.row("PRAGMA wal_checkpoint(TRUNCATE)")
        write_into(path, older)
        assert db._content.kept_copy(db._connection) is None or "LAST" in entry_ids(
            path.with_name("progress-kept-1.db")
        )
        with pytest.raises(ProgressError, match="wrote into"):
            fill(db, [review("NEXT")])


def test_a_copy_of_earlier_pages_is_noticed_by_the_entries_that_it_lacks(path: Path) -> None:
    older = path.with_name("older.db")
    with open_at(path) as db:
        fill(db, [review(f"R{n:02}") for n in range(100)])
        db.row("PRAGMA wal_checkpoint(TRUNCATE)")
        subprocess.run(["cp", str(path), str(older)], check=True)
        fill(db, [review("R100")])
        db.row("PRAGMA wal_checkpoint(TRUNCATE)")
        assert older.stat().st_size == path.stat().st_size
        write_into(path, older)
        with pytest.raises(ProgressError, match="wrote into"):
            fill(db, [review("R101")])


def test_a_file_that_is_touched_is_ours_still(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review("R1")])
        os.utime(path)
        fill(db, [review("R2")])
        subprocess.run(["cp", str(path), str(path.with_name("same.db"))], check=True)
        write_into(path, path.with_name("same.db"))
        fill(db, [review("R3")])
    assert entry_ids(path) == ["R1", "R2", "R3"]


def test_what_went_wrong_first_is_what_is_told(path: Path) -> None:
    with pytest.raises(KeyError, match="first"), open_at(path) as db:
        fill(db, [review("R1")])
        empty(path)
        raise KeyError("first")
    assert entry_ids(path.with_name("progress-kept-1.db")) == ["R1"]


def test_where_nobody_did_anything_nothing_is_said_of_what_was_not_recorded(path: Path) -> None:
    """As when a start can't write."""
    db = open_at(path)
    empty(path)
    with pytest.raises(ProgressError) as told, db.transaction(failed=""):
        db.write("DELETE FROM settings")
    assert "wrote into" in told.value.message
    assert "not recorded" not in told.value.advice
    db.close()
