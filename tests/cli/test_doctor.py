from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.conftest import MORNING, SAMPLES, HandClock, counted_ids
from tests.progress.entries import review, undo
from tests.progress.files import fill
from tui.progress import log, memories
from tui.progress.copies.backups import back_up_now
from tui.study.desk import Desk, open_desk
from tui.study.folder import find_folder
from tui.study.in_force import replaying


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A study folder with answers to each question, and a backup."""
    import shutil

    shutil.copytree(SAMPLES, tmp_path / "study")
    with desk_of(tmp_path / "study") as desk:
        refs = [row.ref for row in desk.index.rows(None)]
        at = MORNING - timedelta(days=300)
        fill(desk.progress, [review(f"R{n}", refs[n % len(refs)], at) for n in range(60)])
        with desk.progress.transaction():
            memories.rebuild(desk.progress, replaying(desk.progress))
        back_up_now(desk.folder.progress, "daily", HandClock(at))
    return tmp_path / "study"


def desk_of(root: Path) -> Desk:
    return open_desk(find_folder(str(root)), HandClock(), counted_ids())


def change(root: Path, sql: str) -> None:
    with closing(sqlite3.connect(root / "progress.db")) as database, database:
        database.execute(sql)


def damage(root: Path) -> None:
    content = bytearray((root / "progress.db").read_bytes())
    content[16384] ^= 255
    (root / "progress.db").write_bytes(content)


def test_a_sound_file_is_well(root: Path) -> None:
    before = (root / "progress.db").read_bytes()
    done = cssprep("doctor", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "60 entries in the log" in done.stdout
    assert "✗" not in done.stdout
    assert "Nothing had to be repaired." in cssprep("doctor", "--fix", folder=root).stdout
    assert (root / "progress.db").read_bytes() == before
    assert json.loads(cssprep("doctor", "--json", folder=root).stdout)["well"] is True


def test_memories_that_the_log_does_not_give_are_derived_anew(root: Path) -> None:
    change(root, "UPDATE memories SET stability = stability + 1 WHERE lapses = 0")
    done = cssprep("doctor", folder=root)
    assert done.returncode == 1
    assert "not what the answers give" in done.stdout
    done = cssprep("doctor", "--fix", folder=root)
    assert done.returncode == 0
    assert "derived anew" in done.stdout
    assert cssprep("doctor", folder=root).returncode == 0


def test_broken_weights_are_given_up(root: Path) -> None:
    change(root, "INSERT INTO settings VALUES ('memory-weights', 'nonsense')")
    assert cssprep("doctor", folder=root).returncode == 1
    assert cssprep("doctor", "--fix", folder=root).returncode == 0
    assert cssprep("doctor", folder=root).returncode == 0


def test_a_damaged_file_is_made_anew_and_kept(root: Path) -> None:
    damage(root)
    done = cssprep("doctor", folder=root)
    assert (done.returncode, done.stderr) == (1, "")
    assert "The file is damaged" in done.stdout
    done = cssprep("doctor", "--fix", folder=root)
    assert done.stderr == ""
    assert "with 60 entries of the log" in done.stdout
    assert "No entry is known to be lost." in done.stdout
    assert list(root.glob("progress-damaged-*.db"))
    assert cssprep("doctor", folder=root).returncode == 0


def test_where_it_can_t_be_told_what_is_lost_that_is_said(root: Path) -> None:
    progress = root / "progress.db"
    progress.write_bytes(progress.read_bytes()[: 3 * 4096])
    done = cssprep("doctor", "--fix", "--json", folder=root)
    assert done.returncode == 1
    assert json.loads(done.stdout)["rebuilt"]["are_lost_known"] is False
    progress.write_bytes(progress.read_bytes()[: 3 * 4096])
    done = cssprep("doctor", "--fix", folder=root)
    assert (done.returncode, done.stderr) == (1, "")
    assert "with 60 entries of the log" in done.stdout
    assert "It can't be told whether entries are lost" in done.stdout
    assert "No entry is known to be lost" not in done.stdout


def test_one_of_a_thing_is_told_as_one(tmp_path: Path) -> None:
    import shutil

    root = tmp_path / "one\x1b[31m\nname"
    shutil.copytree(SAMPLES, root)
    with desk_of(root) as desk:
        ref = next(iter(desk.index.rows(None))).ref
        fill(desk.progress, [review("R1", ref)])
        with desk.progress.transaction():
            memories.rebuild(desk.progress, replaying(desk.progress))
        back_up_now(desk.folder.progress, "daily", HandClock())
    done = cssprep("doctor", folder=root)
    assert "0.1 MB, 1 entry in the log" in done.stdout
    shown = [done.stdout, cssprep("progress", "backups", folder=root).stdout]
    change(root, "UPDATE memories SET stability = stability + 1")
    done = cssprep("doctor", "--fix", folder=root)
    assert "1 memory was derived anew" in done.stdout
    shown.append(done.stdout)
    damage(root)
    done = cssprep("doctor", "--fix", folder=root)
    assert "with 1 entry of the log" in done.stdout
    shown.append(done.stdout)
    for text in shown:
        assert "one\\x1b[31m\\nname" in text
        assert "\x1b" not in text


def test_what_is_worth_knowing_is_told_and_nothing_is_to_be_repaired(root: Path) -> None:
    with desk_of(root) as desk:
        device = desk.progress.device
        later = review("L1", "gone-bank/a", MORNING - timedelta(days=3))
        fill(desk.progress, [later, undo("U1", "absent", MORNING - timedelta(days=30))])
        assert device
        with desk.progress.transaction():
            memories.rederive(desk.progress, ["gone-bank/a"], replaying(desk.progress))
        assert log.holds(desk.progress, "L1")
    done = cssprep("doctor", folder=root)
    assert done.returncode == 0
    assert "bank gone-bank: 1 answer to 1 question" in done.stdout
    assert "taken back" in done.stdout


def test_jumps_of_the_clock_are_told(root: Path) -> None:
    with desk_of(root) as desk:
        from dataclasses import replace

        moments = [MORNING - timedelta(days=n) for n in (5, 3, 40)]
        own = [
            replace(review(f"C{n}", at=at), device=desk.progress.device)
            for n, at in enumerate(moments)
        ]
        fill(desk.progress, list(own))
        with desk.progress.transaction():
            memories.rebuild(desk.progress, replaying(desk.progress))
    done = cssprep("doctor", folder=root)
    assert "clock went back 1 time." in done.stdout


def test_without_progress_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "question_banks").mkdir()
    done = cssprep("doctor", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no progress yet" in done.stderr
    assert not (tmp_path / "progress.db").exists()


def test_backups_are_listed_and_restored(root: Path) -> None:
    (backup,) = json.loads(cssprep("progress", "backups", "--json", folder=root).stdout)
    assert backup["reason"] == "daily"
    listed = cssprep("progress", "backups", folder=root).stdout
    assert backup["file"] in listed
    damage(root)
    done = cssprep("progress", "restore", backup["file"], folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "the log has 60 entries" in done.stdout
    assert "is damaged, and kept as it is" in done.stdout
    done = cssprep("progress", "restore", backup["file"], "--json", folder=root)
    assert json.loads(done.stdout)["missing"] == 0
    done = cssprep("progress", "restore", "absent.db", folder=root)
    assert done.returncode == 2


def test_a_folder_of_backups_that_is_none_is_told(root: Path) -> None:
    import shutil

    shutil.rmtree(root / "progress_backups")
    (root / "progress_backups").write_text("in the way")
    done = cssprep("progress", "backups", folder=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "A file lies in the place of the folder" in done.stderr


def test_a_backup_that_is_empty_is_none(root: Path) -> None:
    (backup,) = (root / "progress_backups").iterdir()
    backup.write_bytes(b"")
    done = cssprep("progress", "backups", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "There is no backup yet" in done.stdout


def test_a_plain_session_leaves_a_backup_of_the_day(root: Path) -> None:
    cssprep("study", "--plain", folder=root, given="x\n\n:quit\n")
    found = json.loads(cssprep("progress", "backups", "--json", folder=root).stdout)
    assert [each["reason"] for each in found] == ["daily", "daily"]
