from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import MORNING, SAMPLES, HandClock, counted_ids
from tests.progress.entries import amendment, review
from tests.progress.files import as_learner, counted, fill
from tests.progress.leftover import flip, left_by_a_kill, log_of
from tui.fault import Fault
from tui.kinds.verdict import Variant
from tui.progress import flags, log, memories, settings, variants
from tui.progress.copies.backups import (
    SECOND_FOLDER_VARIABLE,
    back_up_now,
    copy_elsewhere,
    folder_of,
    second_folder,
)
from tui.progress.copies.restoring import restore
from tui.progress.noting import silent
from tui.study.desk import open_desk
from tui.study.doctor.examining import examine
from tui.study.doctor.findings import Examination
from tui.study.doctor.repairing import Rebuilt, Repaired, repair
from tui.study.folder import StudyFolder
from tui.study.in_force import replaying

ENTRIES = 40
LATER = MORNING + timedelta(hours=3)


@pytest.fixture
def folder(tmp_path: Path) -> StudyFolder:
    """A study folder with answers, a flag, a setting, a wording, and no backup."""
    root = tmp_path / "study"
    shutil.copytree(SAMPLES, root)
    made = StudyFolder(root, root / "question_banks", root / "progress.db", tmp_path / "cache")
    with open_desk(made, HandClock(MORNING), counted_ids()) as desk:
        refs = [row.ref for row in desk.index.rows(None)]
        db = desk.progress
        at = MORNING - timedelta(days=1)
        said = [review(f"R{n:02}", refs[n % len(refs)], at) for n in range(ENTRIES - 1)]
        fill(db, [*said, amendment("A", "R00", at=at)])
        with db.transaction():
            settings.put(db, "minutes", "25")
            flags.flag(db, refs[0], "look again")
            variants.remember(db, refs[0], Variant("Ahmad Massoud", "Ahmed Masoud"), "A")
            memories.rebuild(db, replaying(db))
    return made


def change(folder: StudyFolder, *statements: str) -> None:
    """Changes what no connection of ours would, and leaves the schema as it was."""
    with closing(sqlite3.connect(folder.progress, isolation_level=None)) as database:
        sql = "SELECT sql FROM sqlite_master WHERE name = 'log_is_not_changed'"
        (trigger,) = database.execute(sql).fetchone()
        database.execute("DROP TRIGGER log_is_not_changed")
        for statement in statements:
            database.execute(statement)
        database.execute(trigger)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def looked_at(folder: StudyFolder) -> Examination:
    return examine(folder, HandClock(LATER), counted("X"), silent)


def repaired(folder: StudyFolder) -> Repaired:
    return repair(folder, HandClock(LATER), counted("X"), silent)


def rebuilt(folder: StudyFolder) -> Rebuilt:
    """What making it anew came to; all is well then."""
    assert not looked_at(folder).is_well
    done = repaired(folder).rebuilt
    assert done is not None
    assert looked_at(folder).is_well
    return done


def rows(folder: StudyFolder, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder.progress)) as database:
        return database.execute(sql).fetchall()


@pytest.mark.parametrize(
    "set_to",
    [
        "at = '2026-11-01T09:00:00.0000000'",
        "day = '9999-12-31'",
        "day = '6026-11-02'",
        "seconds = 9e999",
        "answer = '[1, 2]'",
    ],
)
def test_an_answer_with_a_bit_changed_in_a_field_is_kept(folder: StudyFolder, set_to: str) -> None:
    change(folder, f"UPDATE log SET {set_to} WHERE number = 7")
    done = rebuilt(folder)
    assert (done.entries, done.lost, done.mended, done.left_out) == (ENTRIES, (), 1, 0)


def test_of_two_copies_of_an_answer_the_one_that_makes_sense_stands(folder: StudyFolder) -> None:
    before = rows(folder, "SELECT * FROM log ORDER BY number")
    back_up_now(folder.progress, "daily", HandClock(MORNING))
    change(folder, "UPDATE log SET day = '9999-12-31', seconds = 9e999 WHERE number = 7")
    assert rebuilt(folder).mended == 0
    assert rows(folder, "SELECT * FROM log ORDER BY number") == before


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE device SET made_at = 'xxx'",),
        ("UPDATE device SET made_at = 'xxx'", "UPDATE log SET seconds = 9e999 WHERE number = 7"),
    ],
)
def test_a_device_keeps_its_name(folder: StudyFolder, statements: tuple[str, ...]) -> None:
    before = rows(folder, "SELECT id FROM device")
    change(folder, *statements)
    rebuilt(folder)
    assert rows(folder, "SELECT id FROM device") == before


@pytest.mark.parametrize("table", ["changed", "flags", "variants"])
def test_a_mark_that_lost_its_time_is_kept(folder: StudyFolder, table: str) -> None:
    count = f"SELECT count(*) FROM {table}"
    before = rows(folder, count)
    assert before != [(0,)]
    change(folder, f"UPDATE {table} SET at = 'xxx'")
    assert rebuilt(folder).left_out == 0
    assert rows(folder, count) == before


def test_a_setting_that_is_no_text_comes_from_the_backup(folder: StudyFolder) -> None:
    back_up_now(folder.progress, "daily", HandClock(MORNING))
    change(folder, "UPDATE settings SET value = CAST(x'ff' AS TEXT) WHERE key = 'minutes'")
    rebuilt(folder)
    assert rows(folder, "SELECT value FROM settings WHERE key = 'minutes'") == [("25",)]


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_log_without_its_file_is_damage_and_is_read(folder: StudyFolder, how: str) -> None:
    back_up_now(folder.progress, "daily", HandClock(MORNING))
    left = left_by_a_kill(folder.progress, [review(f"NEW{n}", at=LATER) for n in range(3)])
    folder.progress.unlink()
    if how == "empty":
        folder.progress.touch()
    shutil.copyfile(log_of(left), log_of(folder.progress))
    done = rebuilt(folder)
    assert done.kept.exists()
    with open_desk(folder, HandClock(LATER), counted_ids()) as desk:
        there = {entry.id for entry in log.entries(desk.progress)}
    assert {"R00", "A", "NEW0", "NEW1", "NEW2"} <= there
    assert len(there) == ENTRIES + 3


def test_a_damaged_log_is_told_and_what_it_holds_is_kept(folder: StudyFolder) -> None:
    left = left_by_a_kill(folder.progress, [review(f"NEW{n}", at=LATER) for n in range(6)])
    shutil.copyfile(left, folder.progress)
    shutil.copyfile(log_of(left), log_of(folder.progress))
    flip(log_of(folder.progress), 3000)
    (finding,) = looked_at(folder).findings
    assert "progress.db-wal, which belongs to it, is damaged" in finding.details[0]
    assert rebuilt(folder).entries == ENTRIES + 6


def test_a_view_that_never_ends_is_not_read(folder: StudyFolder) -> None:
    with closing(sqlite3.connect(folder.progress)) as database, database:
        database.execute("ALTER TABLE log RENAME TO kept")
        database.execute(
            "CREATE VIEW log AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
            "SELECT i AS number, i AS id, 'answer' AS event FROM n"
        )
    (finding,) = looked_at(folder).findings
    assert "was not made by cssprep as it is" in finding.details[0]
    assert rebuilt(folder).entries == ENTRIES


@pytest.mark.parametrize("name", [b"INDEX memories_by_due_day", b"INDEX log_by_question"])
def test_a_backup_whose_schema_is_no_text_is_passed_over(folder: StudyFolder, name: bytes) -> None:
    good = back_up_now(folder.progress, "daily", HandClock(MORNING))
    bad = back_up_now(folder.progress, "daily", HandClock(LATER))
    flip(bad, bad.read_bytes().index(name), 0x80)
    assert good.exists()
    folder.progress.write_bytes(b"\0" * 8192)
    assert rebuilt(folder).entries == ENTRIES


@pytest.mark.parametrize("content", [b"", b"\0" * 8192], ids=["empty", "zeros"])
def test_backups_in_the_second_folder_are_looked_at(
    folder: StudyFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setenv(SECOND_FOLDER_VARIABLE, str(tmp_path / "stick"))
    second = second_folder()
    assert second is not None
    second.mkdir()
    backup = back_up_now(folder.progress, "daily", HandClock(MORNING))
    copy = copy_elsewhere(backup, second, HandClock(MORNING))
    shutil.rmtree(folder_of(folder.progress))
    folder.progress.write_bytes(content)
    assert rebuilt(folder).entries == ENTRIES
    # Of two devices it can't be told whose the file was.
    shutil.copytree(copy.parent, second / "cssprep-another")
    folder.progress.write_bytes(b"\0" * 8192)
    with pytest.raises(Fault, match="there is no backup"):
        repaired(folder)


def test_backups_that_can_be_read_no_more_are_told(folder: StudyFolder) -> None:
    folder_of(folder.progress).mkdir()
    folder.progress.write_bytes(b"")
    assert looked_at(folder).is_well
    backup = folder_of(folder.progress) / "progress-20261102T090000Z-daily.db"
    backup.write_bytes(b"x" * 9000)
    assert "there are backups" in looked_at(folder).findings[0].details[0]
    with pytest.raises(Fault, match="nor of its backups, of which there is 1"):
        repaired(folder)


def test_no_sentence_names_a_copy(folder: StudyFolder) -> None:
    change(folder, "UPDATE settings SET value = CAST(x'ff' AS TEXT) WHERE key = 'minutes'")
    told = " ".join(looked_at(folder).findings[0].details)
    assert str(folder.progress) in told
    assert "copy.db" not in told


def test_a_folder_that_may_not_be_written_to_is_examined(folder: StudyFolder) -> None:
    for each in [folder.root, *folder.root.parents]:
        if each == Path("/tmp"):
            break
        each.chmod(0o755)
    folder.cache.mkdir(exist_ok=True)
    for each in (folder.cache, *folder.cache.rglob("*")):
        each.chmod(0o777)
    folder.progress.chmod(0o644)
    folder.root.chmod(0o555)

    def examined() -> str:
        return "well" if looked_at(folder).is_well else "not well"

    try:
        assert as_learner(examined) == "well"
    finally:
        folder.root.chmod(0o755)


def spoil(folder: StudyFolder, *tables: str) -> None:
    """Overwrites the first page of each of `tables`."""
    for table in tables:
        sql = f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'"
        ((page,),) = rows(folder, sql)
        with folder.progress.open("r+b") as file:
            file.seek((int(str(page)) - 1) * 4096)
            file.write(b"\xff" * 4096)


def test_what_is_lost_does_not_count_as_taken_back(folder: StudyFolder) -> None:
    theirs = "SELECT * FROM changed WHERE what = 'flag' OR name = 'minutes'"
    assert len(rows(folder, theirs)) == 2
    spoil(folder, "flags", "settings")
    done = rebuilt(folder)
    assert {"flags", "settings"} <= set(done.incomplete)
    assert rows(folder, theirs) == []


def test_a_name_that_a_backup_has_is_not_missing(folder: StudyFolder) -> None:
    named = rows(folder, "SELECT id FROM device")
    back_up_now(folder.progress, "daily", HandClock(MORNING))
    spoil(folder, "device")
    assert "device" not in rebuilt(folder).incomplete
    assert rows(folder, "SELECT id FROM device") == named


def test_what_a_restore_put_away_stays_away(folder: StudyFolder) -> None:
    wanted = back_up_now(folder.progress, "daily", HandClock(MORNING))
    with open_desk(folder, HandClock(MORNING), counted("Y")) as desk:
        fill(desk.progress, [review("made-up")])
    restore(folder.progress, wanted, HandClock(LATER), counted("Z"), silent)
    spoil(folder, "flags")
    rebuilt(folder)
    assert len(rows(folder, "SELECT id FROM log")) == ENTRIES
    assert rows(folder, "SELECT id FROM log WHERE id = 'made-up'") == []
