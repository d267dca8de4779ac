"""Whatever lies where progress.db should be: opening makes nothing unreadable that was readable."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import contents, fill, killed_when_ready, open_at
from tui.progress.copies.backup import is_sound
from tui.progress.copies.backups import back_up_now, folder_of
from tui.progress.copies.raw_copy import raw_copy
from tui.progress.errors import DamagedError, ProgressError
from tui.progress.guards.wal import FRAME_HEADER, HEADER, USUAL_SIZE
from tui.progress.rescue.salvage import salvage

FRAME = FRAME_HEADER + USUAL_SIZE

Change = Callable[[bytes], bytes | None]

KILLED_IN_MID_WRITE = """
import sys, time
from pathlib import Path
from tests.progress.entries import review
from tests.progress.files import fill, open_at

db = open_at(Path(sys.argv[1]))
for number in range(5):
    fill(db, [review(f"R{number}")])
print("ready", flush=True)
time.sleep(60)
"""


def flipped(place: int) -> Change:
    def change(content: bytes) -> bytes:
        return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]

    return change


def overwritten(start: int, end: int) -> Change:
    return lambda content: content[:start] + b"\xff" * (end - start) + content[end:]


FILES: dict[str, Change] = {
    "absent": lambda content: None,
    "empty": lambda content: b"",
    "sound": lambda content: content,
    "without its beginning": overwritten(0, 100),
    "of another format": lambda content: content[:18] + b"\7\7" + content[20:],
    "cut": lambda content: content[: len(content) // 2],
    "with a page overwritten": lambda content: overwritten(
        len(content) // 2 // 4096 * 4096, len(content) // 2 // 4096 * 4096 + 4096
    )(content),
}
LOGS: dict[str, Change] = {
    "absent": lambda content: None,
    "empty": lambda content: b"",
    "sound": lambda content: content,
    "of another sort": flipped(0),
    "with another salt": flipped(17),
    "with another checksum": flipped(25),
    "with a frame of another page": flipped(HEADER + 3 * FRAME + 3),
    "with a frame of another round": flipped(HEADER + 3 * FRAME + 8),
    "with a frame that fails": flipped(HEADER + 3 * FRAME + 17),
    "with a page overwritten": overwritten(HEADER + 3 * FRAME + 24, HEADER + 3 * FRAME + FRAME),
}


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a kill leaves it, with as much in the file as in its log, and a backup."""
    path = tmp_path_factory.mktemp("crashed") / "progress.db"
    with open_at(path) as db:
        fill(db, [review(f"OLD{n}") for n in range(60)])
        db.row("PRAGMA wal_checkpoint(TRUNCATE)")
        back_up_now(path, "merge", HandClock(NOON))
        for number in range(10):
            fill(db, [review(f"NEW{number}-{n}") for n in range(5)])
        left = contents(path.parent)
    for name in ("progress.db", "progress.db-wal"):
        path.with_name(name).write_bytes(left[name])
    return path.parent


def readable(path: Path) -> set[str]:
    """The ids of all entries that can still be read in `path` and its log, by any means."""
    with tempfile.TemporaryDirectory() as folder:
        copy = raw_copy(path, Path(folder))
        if not copy.exists():
            copy.touch()
        return {str(row[0]) for row in salvage(copy).log.values()}


@pytest.mark.parametrize(("file", "log"), product(FILES, LOGS))
def test_what_was_readable_stays_so(file: str, log: str, crashed: Path, tmp_path: Path) -> None:
    for has_backups in (False, True):
        path = tmp_path / f"{has_backups}" / "progress.db"
        path.parent.mkdir()
        if has_backups:
            shutil.copytree(folder_of(crashed / "progress.db"), folder_of(path))
        for name, change in (("progress.db", FILES[file]), ("progress.db-wal", LOGS[log])):
            content = change((crashed / name).read_bytes())
            if content is not None:
                path.with_name(name).write_bytes(content)
        before, lay = readable(path), contents(path.parent)
        try:
            with open_at(path) as db:
                db.rows("SELECT id FROM log")
        except ProgressError as error:
            assert "\n" not in str(error)
            assert error.advice
        assert readable(path) >= before
        is_log_there = log not in ("absent", "empty")
        if is_log_there and (file in ("absent", "empty") or log != "sound"):
            # It was refused, and nothing was touched.
            assert contents(path.parent) == lay
        if has_backups:
            assert all(is_sound(backup) for backup in folder_of(path).iterdir())


def test_what_a_damaged_log_holds_is_told_of(crashed: Path, tmp_path: Path) -> None:
    for name, change in LOGS.items():
        if name in ("absent", "empty", "sound"):
            continue
        path = tmp_path / "progress.db"
        path.write_bytes((crashed / "progress.db").read_bytes())
        content = change((crashed / "progress.db-wal").read_bytes())
        assert content is not None
        path.with_name("progress.db-wal").write_bytes(content)
        with pytest.raises(DamagedError, match=r"progress\.db-wal is damaged.*doctor --fix"):
            open_at(path)


def test_half_of_the_last_transaction_is_no_damage(path: Path) -> None:
    """A kill, or a power cut, leaves it half written: it was never promised."""
    killed_when_ready(KILLED_IN_MID_WRITE, path)
    log = path.with_name("progress.db-wal").read_bytes()
    for cut in (1, FRAME - 1, FRAME, FRAME + 17):
        for end in ("progress.db-shm", "progress.db-wal"):
            path.with_name(end).unlink(missing_ok=True)
        copy = path.with_name(f"{cut}.db")
        copy.write_bytes(path.read_bytes())
        copy.with_name(f"{cut}.db-wal").write_bytes(log[:-cut])
        with open_at(copy) as db:
            assert db.row("SELECT count(*) FROM log") == (4,)


def test_an_empty_folder_for_backups_is_no_backup(path: Path) -> None:
    folder_of(path).mkdir()
    path.touch()
    open_at(path).close()
    path.write_bytes(b"")
    (folder_of(path) / "progress-20261102T090000Z-daily.db").touch()
    open_at(path).close()
    path.write_bytes(b"")
    (folder_of(path) / "progress-20261103T090000Z-daily.db").write_bytes(b"a backup")
    with pytest.raises(ProgressError, match="there are backups of it"):
        open_at(path)
