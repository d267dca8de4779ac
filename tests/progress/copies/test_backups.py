from __future__ import annotations

import os
import re
import sqlite3
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import as_learner, contents, fill, later_ones, open_at
from tui.progress import log
from tui.progress.copies.backup import is_sound
from tui.progress.copies.backups import (
    DAILY,
    all_backups,
    are_of_another,
    back_up_daily,
    back_up_now,
    backups_in,
    check_folder,
    copy_elsewhere,
    folder_of,
    second_folder,
)
from tui.progress.database import open_database
from tui.progress.errors import ProgressError
from tui.progress.guards.opening import has_backups


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOON)


def names(path: Path) -> list[str]:
    folder = folder_of(path)
    return sorted(file.name for file in folder.iterdir()) if folder.exists() else []


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * len(content[8192:])
    path.write_bytes(content)


def made(path: Path, answers: int = 1) -> Path:
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(answers)])
    return path


def test_a_backup_is_named_by_its_moment_and_its_reason(path: Path, clock: HandClock) -> None:
    backup = back_up_now(made(path), "merge", clock)
    assert backup == path.parent / "progress_backups" / "progress-20251122T120000Z-merge.db"
    assert is_sound(backup)
    again = back_up_now(path, "merge", clock)
    assert names(path) == sorted([backup.name, again.name])
    (found,) = {each.made for each in backups_in(folder_of(path), clock)}
    assert (found.at, found.reason) == (NOON.replace(microsecond=0), "merge")


def test_a_backup_holds_what_is_committed_while_the_file_is_in_use(
    path: Path, clock: HandClock
) -> None:
    with open_at(path) as db:
        fill(db, [review("R1")])
        with db.transaction():
            log.append(db, review("R2"))
            backup = back_up_now(path, "merge", clock)
    with open_at(backup) as db:
        assert [entry.id for entry in log.entries(db)] == ["R1"]


def test_a_study_day_has_one_daily_backup(path: Path, clock: HandClock) -> None:
    made(path)
    assert back_up_daily(path, clock) is not None
    clock.pass_(hours=15)  # 03:00: still the same study day
    assert back_up_daily(path, clock) is None
    clock.pass_(hours=2)
    assert back_up_daily(path, clock) is not None
    assert len(names(path)) == 2


def test_nothing_is_backed_up_where_nothing_was_answered(path: Path, clock: HandClock) -> None:
    assert back_up_daily(path, clock) is None
    assert not path.exists()
    open_at(path).close()
    assert back_up_daily(path, clock) is None
    assert names(path) == []


def test_a_damaged_file_takes_no_backup_s_place(path: Path, clock: HandClock) -> None:
    made(path, 300)
    for _ in range(4):
        back_up_daily(path, clock)
        clock.pass_(days=1)
    before = contents(folder_of(path))
    damage(path)
    for _ in range(40):
        with pytest.raises(ProgressError, match="damaged"):
            back_up_daily(path, clock)
        clock.pass_(days=1)
    assert contents(folder_of(path)) == before


def test_a_year_of_days_is_thinned(path: Path, clock: HandClock) -> None:
    made(path)
    for _ in range(120):
        back_up_daily(path, clock)
        clock.pass_(days=1)
    days = sorted((each.made.day for each in backups_in(folder_of(path), clock)), reverse=True)
    last = (clock.moment - timedelta(days=1)).date()
    assert days[:7] == [last - timedelta(days=n) for n in range(7)]
    assert 10 <= len(days) <= 15


def test_what_is_no_backup_is_left_alone(path: Path, clock: HandClock) -> None:
    folder = folder_of(made(path))
    folder.mkdir()
    for name in ("progress-mine.db", "progress-20259999T120000Z-daily.db", "notes.txt"):
        (folder / name).write_text("mine")
    for _ in range(40):
        back_up_daily(path, clock)
        clock.pass_(days=1)
    assert {"progress-mine.db", "progress-20259999T120000Z-daily.db", "notes.txt"} < set(
        names(path)
    )
    assert all(each.made.reason == DAILY for each in backups_in(folder, clock))


def test_a_second_folder_gets_each_device_s_backups_apart(path: Path, clock: HandClock) -> None:
    second = path.parent / "stick"
    second.mkdir()
    backup = back_up_daily(made(path), clock, second)
    assert backup is not None
    (folder,) = second.iterdir()
    assert re.fullmatch("cssprep-[0-9A-Za-z]{8}", folder.name)
    assert list(contents(folder)) == [backup.name]
    with open_at(folder / backup.name) as db:
        assert [entry.id for entry in log.entries(db)] == ["R0"]
    listed = all_backups(path, clock, second)
    assert [each.path for each in listed] == [
        backup,
        folder / backup.name,
    ]


def test_backups_of_another_device_are_told_apart(path: Path, clock: HandClock) -> None:
    second = path.parent / "stick"
    second.mkdir()
    beside = back_up_daily(made(path), clock, second)
    assert beside is not None
    there = path.parent / "there" / "progress.db"
    there.parent.mkdir()
    with open_database(there, clock, lambda: "ANOTHERS") as db:
        fill(db, [review("T1")])
    back_up_daily(there, clock, second)

    def told() -> dict[str, bool | None]:
        found = all_backups(path, clock, second)
        others = are_of_another(found, path, second)
        return {each.path.parent.name: other for each, other in zip(found, others, strict=True)}

    (own,) = {each.name for each in second.iterdir()} - {"cssprep-ANOTHERS"}
    assert told() == {"progress_backups": False, own: False, "cssprep-ANOTHERS": True}
    beside.write_bytes(b"no database")
    assert told() == {"progress_backups": False, own: None, "cssprep-ANOTHERS": None}


def test_a_second_folder_that_is_not_there_is_told_and_the_first_has_its_backup(
    path: Path, clock: HandClock
) -> None:
    with pytest.raises(ProgressError, match="second backup was not made"):
        back_up_daily(made(path), clock, path.parent / "unplugged")
    assert len(names(path)) == 1
    backup = folder_of(path) / names(path)[0]
    full = path.parent / "file"
    full.write_text("")
    with pytest.raises(ProgressError, match="no folder"):
        copy_elsewhere(backup, full, clock)


def test_a_place_that_is_no_folder_is_told(path: Path, clock: HandClock) -> None:
    folder_of(made(path)).write_text("in the way")
    with pytest.raises(ProgressError, match="A file lies in the place"):
        back_up_now(path, "merge", clock)


def as_learner_may(path: Path) -> None:
    """Lets another user than root into the folder of `path`, and use what is in it."""
    for folder in [path.parent, *path.parent.parents]:
        if folder == Path("/tmp"):
            break
        folder.chmod(0o777)
    for file in path.parent.iterdir():
        file.chmod(0o777)


@pytest.mark.parametrize("mode", [0o000, 0o555], ids=["closed", "read-only"])
def test_a_folder_of_backups_that_can_t_be_used_is_told(
    path: Path, clock: HandClock, mode: int
) -> None:
    back_up_now(made(path), "merge", clock)
    as_learner_may(path)
    folder_of(path).chmod(mode)

    def told() -> str:
        try:
            back_up_now(path, "merge", clock)
        except ProgressError as error:
            return str(error)
        return "nothing"

    try:
        said = as_learner(told)
    finally:
        folder_of(path).chmod(0o755)
    assert said.startswith(f"The folder {folder_of(path)} of the backups can't be")
    assert "chmod u+rwx" in said


def test_a_closed_folder_is_not_taken_for_an_empty_one(path: Path, clock: HandClock) -> None:
    back_up_now(made(path), "merge", clock)
    check_folder(folder_of(path))
    check_folder(path.parent / "absent")
    as_learner_may(path)
    folder_of(path).chmod(0)

    def told() -> str:
        try:
            check_folder(folder_of(path))
        except ProgressError as error:
            return str(error)
        return "nothing"

    try:
        assert "can't be read" in as_learner(told)
    finally:
        folder_of(path).chmod(0o755)
    with pytest.raises(ProgressError, match="A file lies in the place"):
        check_folder(path)


def test_an_empty_file_is_no_backup(path: Path, clock: HandClock) -> None:
    first = back_up_daily(made(path), clock)
    assert first is not None
    first.write_bytes(b"")
    path.with_name("progress-before-3.db").touch()
    assert all_backups(path, clock) == []
    assert not has_backups(path)
    second = back_up_daily(path, clock)
    assert second is not None
    assert [each.path for each in all_backups(path, clock)] == [second]
    assert has_backups(path)


@pytest.mark.parametrize("content", [b"no database " * 400, None], ids=["text", "no table"])
def test_what_is_no_progress_is_not_the_backup_of_the_day(
    path: Path, clock: HandClock, content: bytes | None
) -> None:
    second = path.parent / "stick"
    second.mkdir()
    first = back_up_daily(made(path), clock, second)
    assert first is not None
    if content is None:
        first.unlink()
        with closing(sqlite3.connect(first)) as database:
            database.execute("CREATE TABLE other (x)")
    else:
        first.write_bytes(content)
    listed = all_backups(path, clock, second)
    assert are_of_another(listed, path, second) == [False, None]
    again = back_up_daily(path, clock, second)
    assert again is not None
    assert is_sound(again)
    assert again.name in {each.name for each in second.rglob("*.db")}


def test_backups_of_one_second_are_listed_in_the_order_of_their_making(
    path: Path, clock: HandClock
) -> None:
    made(path)
    paths = [back_up_now(path, "import", clock) for _ in range(3)]
    assert [each.path for each in all_backups(path, clock)] == paths[::-1]


def test_copies_from_before_an_upgrade_are_listed(path: Path, clock: HandClock) -> None:
    made(path)
    path.with_name("progress-before-3.db").write_bytes(path.read_bytes())
    (found,) = all_backups(path, clock)
    assert found.made.reason == "upgrade"


def test_the_second_folder_is_named_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("CSSPREP_BACKUPS", raising=False)
    assert second_folder() is None
    monkeypatch.setenv("CSSPREP_BACKUPS", str(tmp_path))
    assert second_folder() == tmp_path


@pytest.mark.parametrize("named", ["~nosuchuser/x", "/x" * 2500, "/" + "x" * 300])
def test_a_second_folder_that_can_t_be_is_told_in_a_sentence(
    named: str, path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSSPREP_BACKUPS", named)
    second = second_folder()
    assert len(all_backups(made(path), clock, second)) == 0
    with pytest.raises(ProgressError, match="second backup was not made") as told:
        back_up_daily(path, clock, second)
    assert len(str(told.value)) < 1000
    assert len(names(path)) == 1


def test_a_stick_that_is_plugged_in_later_gets_the_backup_of_the_day(
    path: Path, clock: HandClock
) -> None:
    second = path.parent / "stick"
    with pytest.raises(ProgressError, match="second backup was not made"):
        back_up_daily(made(path), clock, second)
    # Told once a day.
    assert back_up_daily(path, clock, second) is None
    second.mkdir()
    assert back_up_daily(path, clock, second) is None
    (folder,) = second.iterdir()
    assert list(contents(folder)) == names(path)
    before = (folder / names(path)[0]).stat().st_mtime_ns
    assert back_up_daily(path, clock, second) is None
    assert (folder / names(path)[0]).stat().st_mtime_ns == before


def test_a_backup_by_a_clock_that_is_behind_stays(path: Path, clock: HandClock) -> None:
    second = path.parent / "stick"
    second.mkdir()
    first = back_up_daily(made(path), clock, second)
    assert first is not None
    (folder,) = second.iterdir()
    for backup in (first, folder / first.name):
        later_ones(backup)
    clock.pass_(days=-4000)
    new = back_up_daily(path, clock, second)
    assert new is not None
    assert new.exists()
    assert (folder / new.name).exists()


def test_what_a_killed_backup_left_goes_an_hour_later(path: Path, clock: HandClock) -> None:
    folder = folder_of(made(path))
    folder.mkdir()
    stem = "progress-20251101T090000Z-daily.db"
    for name in (f"{stem}.0123abcd.partial", f"{stem}.0123abce.partial-journal", "my.partial"):
        left = folder / name
        left.write_bytes(b"half")
        past = time.time() - 2 * 3600
        os.utime(left, (past, past))
    (folder / f"{stem}.0123abcf.partial").write_bytes(b"half")
    new = back_up_now(path, "merge", clock)
    assert names(path) == sorted(["my.partial", f"{stem}.0123abcf.partial", new.name])
