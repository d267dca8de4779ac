from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import contents, counted, fill, open_at
from tui.progress import log
from tui.progress.backups import back_up_now, folder_of
from tui.progress.errors import ProgressError
from tui.progress.restoring import Restored, restore
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
    assert done == Restored(1, done.before, False, 1)
    assert ids(path) == ["R1"]
    assert done.before.parent == folder_of(path)
    back = restored(path, done.before, clock)
    assert back.missing == 0
    assert ids(path) == ["R1", "R2"]
    assert {file.name for file in path.parent.iterdir()} == {path.name, folder_of(path).name}


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
    assert restored(path, backup, clock) == Restored(1, None, False, None)
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
