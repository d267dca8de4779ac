from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.cli.test_progress_merge import device, known
from tests.progress.entries import review, undo
from tests.progress.files import contents, fill, open_at
from tui.progress import flags, marks, memories, settings
from tui.progress.marks import FLAG, LATEST, Mark
from tui.schedule.fsrs6 import replay


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return named(device(tmp_path / "one", review("R1", score=0.0)), "ONE")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return named(device(tmp_path / "two", review("R2", "bank/b")), "TWO")


def named(folder: Path, name: str) -> Path:
    """A device as its own file is called."""
    with closing(sqlite3.connect(folder / "progress.db")) as connection, connection:
        connection.execute("UPDATE device SET id = ?", (name,))
    return folder


def test_each_writes_its_own_file_and_reads_the_others(one: Path, two: Path, shared: Path) -> None:
    done = cssprep("sync", str(shared), folder=one)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No other device has written here yet." in done.stdout
    of_one = contents(shared)
    assert set(of_one) == {"ONE.jsonl"}
    assert cssprep("sync", str(shared), folder=two).returncode == 0
    assert contents(shared)["ONE.jsonl"] == of_one["ONE.jsonl"]
    assert set(contents(shared)) == {"ONE.jsonl", "TWO.jsonl"}
    cssprep("sync", str(shared), folder=one)
    assert known(one) == known(two)
    assert [entry.id for entry in known(one)[0]] == ["R1", "R2"]
    before = contents(shared)
    done = cssprep("sync", str(shared), folder=one)
    assert "up to date" in done.stdout
    assert contents(shared) == before


def test_an_undo_reaches_the_device_that_still_had_the_answer(
    one: Path, two: Path, shared: Path
) -> None:
    for folder in (one, two, one):
        cssprep("sync", str(shared), folder=folder)
    with open_at(two / "progress.db") as db:
        fill(db, [undo("U1", "R1")])
        with db.transaction():
            memories.rebuild(db, replay)
    for folder in (two, one):
        cssprep("sync", str(shared), folder=folder)
    assert known(one) == known(two)
    assert known(one)[1] == {"bank/b": replay([review("R2", "bank/b")])}


@pytest.mark.parametrize(
    "name",
    [
        "TWO.sync-conflict-20261102-090000-ABCDEFG.jsonl",
        "TWO (Ali's conflicted copy 2026-11-02).jsonl",
        "TWO (1).jsonl",
    ],
)
def test_conflict_copies_are_read_and_named(one: Path, two: Path, shared: Path, name: str) -> None:
    cssprep("sync", str(shared), folder=two)
    (shared / "TWO.jsonl").rename(shared / name)
    done = cssprep("sync", str(shared), folder=one)
    assert f"{shared / name} is a conflict copy" in done.stdout
    assert [entry.id for entry in known(one)[0]] == ["R1", "R2"]


@pytest.mark.parametrize("cut", [1, 30])
def test_a_file_that_is_half_there_is_told_and_read_the_next_time(
    one: Path, two: Path, shared: Path, cut: int
) -> None:
    cssprep("sync", str(shared), folder=two)
    whole = (shared / "TWO.jsonl").read_bytes()
    (shared / "TWO.jsonl").write_bytes(whole[:-cut])
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    said = "is not there to its end: 1 line is missing. It is read the next time, once it is copied"
    assert done.stderr == f"{shared / 'TWO.jsonl'} {said}.\n"
    assert [entry.id for entry in known(one)[0]] == ["R1"]
    (shared / "TWO.jsonl").write_bytes(whole)
    assert cssprep("sync", str(shared), folder=one).returncode == 0
    assert [entry.id for entry in known(one)[0]] == ["R1", "R2"]


@pytest.mark.parametrize(
    ("cut", "said"), [(0, "is empty"), (9, "is cut off within its"), (60, "is cut off within its")]
)
def test_a_file_that_is_hardly_begun_is_told_and_read_the_next_time(
    one: Path, two: Path, shared: Path, cut: int, said: str
) -> None:
    cssprep("sync", str(shared), folder=two)
    file = shared / "TWO.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole[:cut])
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{file} {said}")
    assert done.stderr.endswith("It is read the next time, once it is copied.\n")
    assert file.read_bytes() == whole[:cut]
    file.write_bytes(whole)
    assert cssprep("sync", str(shared), folder=one).returncode == 0
    assert [entry.id for entry in known(one)[0]] == ["R1", "R2"]


@pytest.mark.parametrize("cut", [0, 60, -40, -1])
def test_an_own_file_of_which_all_is_here_is_written_anew_without_a_word(
    one: Path, shared: Path, cut: int
) -> None:
    with open_at(one / "progress.db") as db, db.transaction():
        flags.flag(db, "bank/a", "why")
    cssprep("sync", str(shared), folder=one)
    own = shared / "ONE.jsonl"
    whole = own.read_bytes()
    own.write_bytes(whole[:cut])
    done = cssprep("sync", str(shared), folder=one)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"{own}: written.\n")
    assert contents(shared) == {own.name: whole}


def test_an_own_file_that_is_empty_waits_where_nothing_is_known(
    one: Path, tmp_path: Path, shared: Path
) -> None:
    new = named(device(tmp_path / "new"), "ONE")
    (shared / "ONE.jsonl").touch()
    done = cssprep("sync", str(shared), folder=new)
    assert done.returncode == 1
    assert "delete it" in done.stderr
    assert contents(shared) == {"ONE.jsonl": b""}
    (shared / "ONE.jsonl").unlink()
    cssprep("sync", str(shared), folder=one)
    cssprep("sync", str(shared), folder=new)
    assert [entry.id for entry in known(new)[0]] == ["R1"]


def test_a_setting_that_can_not_be_used_is_told(one: Path, two: Path, shared: Path) -> None:
    with open_at(two / "progress.db") as db, db.transaction():
        settings.put(db, "minutes", "20")
        settings.put(db, "theme", "nord")
    cssprep("sync", str(shared), folder=two)
    file = shared / "TWO.jsonl"
    file.write_bytes(file.read_bytes().replace(b'"value":"20"', b'"value":"2000"'))
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    assert done.stderr == f'{file}:3: "2000" can\'t be used as minutes of a session.\n'


def test_files_that_tools_are_still_writing_are_left_alone(one: Path, shared: Path) -> None:
    for name in (".syncthing.TWO.jsonl.tmp", "~TWO.jsonl", ".TWO.jsonl", "TWO.jsonl.partial"):
        (shared / name).write_text("half", encoding="utf-8")
    before = contents(shared)
    assert cssprep("sync", str(shared), folder=one).returncode == 0
    assert before.items() <= contents(shared).items()


def test_one_unreadable_file_keeps_no_other_from_being_read(
    one: Path, two: Path, shared: Path
) -> None:
    cssprep("sync", str(shared), folder=two)
    (shared / "AAA.jsonl").write_text("nonsense\n", encoding="utf-8")
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    assert done.stderr.count(str(shared / "AAA.jsonl")) == 1
    assert [entry.id for entry in known(one)[0]] == ["R1", "R2"]


def test_a_lost_progress_comes_back_and_a_damaged_own_file_is_mended(
    one: Path, two: Path, shared: Path
) -> None:
    for folder in (one, two):
        cssprep("sync", str(shared), folder=folder)
    whole = (shared / "TWO.jsonl").read_bytes()
    (shared / "TWO.jsonl").write_bytes(whole[:-9])
    cssprep("sync", str(shared), folder=two)
    assert (shared / "TWO.jsonl").read_bytes() == whole
    (two / "progress.db").unlink()
    cssprep("sync", str(shared), folder=two)
    assert [entry.id for entry in known(two)[0]] == ["R1", "R2"]


def test_an_own_file_that_changed_within_is_written_anew(one: Path, shared: Path) -> None:
    cssprep("sync", str(shared), folder=one)
    own = shared / "ONE.jsonl"
    whole = own.read_bytes()
    own.write_bytes(whole.replace(b'"score":0.0', b'"score":7.0'))
    assert cssprep("sync", str(shared), folder=one).returncode == 0
    assert own.read_bytes() == whole


def test_what_an_own_file_held_that_can_not_be_read_is_kept(one: Path, shared: Path) -> None:
    cssprep("sync", str(shared), folder=one)
    own = shared / "ONE.jsonl"
    whole = own.read_bytes()
    strange = whole + b'{"id":"R7","question":"bank/q","at":"noon","score":1}\n'
    own.write_bytes(strange)
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    assert f"{own}:3: " in done.stderr
    aside = own.with_name("ONE.jsonl.damaged-1")
    assert str(aside) in done.stdout
    assert contents(shared) == {own.name: whole, aside.name: strange}
    assert cssprep("sync", str(shared), folder=one).returncode == 0


def test_an_own_file_is_not_written_while_what_is_lost_here_may_still_come(
    one: Path, shared: Path
) -> None:
    older = (one / "progress.db").read_bytes()
    with open_at(one / "progress.db") as db:
        fill(db, [review("R8"), review("R9")])
    cssprep("sync", str(shared), folder=one)
    own = shared / "ONE.jsonl"
    whole = own.read_bytes()
    half = b"".join(whole.splitlines(keepends=True)[:2])
    own.write_bytes(half)
    (one / "progress.db").write_bytes(older)
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    assert f"{own} is not there to its end: 2 lines are missing." in done.stderr
    assert "delete it" in done.stderr
    assert done.stdout.endswith(f"{own}: not written.\n")
    assert own.read_bytes() == half
    own.write_bytes(whole)
    assert cssprep("sync", str(shared), folder=one).returncode == 0
    assert [entry.id for entry in known(one)[0]] == ["R1", "R8", "R9"]


@pytest.mark.parametrize("spoil", [lambda whole: whole[:-9], lambda whole: whole + b"{}\n"])
def test_a_conflict_copy_that_is_read_in_part_is_to_be_kept(
    one: Path, two: Path, shared: Path, spoil: Callable[[bytes], bytes]
) -> None:
    cssprep("sync", str(shared), folder=two)
    copy = shared / "TWO (1).jsonl"
    (shared / "TWO.jsonl").rename(copy)
    copy.write_bytes(spoil(copy.read_bytes()))
    done = cssprep("sync", str(shared), folder=one)
    assert done.returncode == 1
    assert f"{copy} is a conflict copy; keep it" in done.stdout
    assert "delete" not in done.stdout


def test_a_copied_progress_loses_nothing_and_is_told(
    one: Path, tmp_path: Path, shared: Path
) -> None:
    twin = tmp_path / "twin"
    shutil.copytree(one, twin)
    with open_at(twin / "progress.db") as db:
        fill(db, [review("R9", "bank/z")])
    cssprep("sync", str(shared), folder=twin)
    third = tmp_path / "third"
    shutil.copytree(one, third)
    done = cssprep("sync", str(shared), folder=third)
    assert "held 1 entry that was not here; it is taken in. Was progress.db copied" in done.stdout
    done = cssprep("sync", str(shared), "--json", folder=one)
    assert json.loads(done.stdout)["twins"] == 1
    assert [entry.id for entry in known(one)[0]] == ["R1", "R9"]


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_can_not_be_used(one: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = cssprep("sync", str(tmp_path / name), folder=one)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "the change of the flag of bank/0. Make it again."),
        (2, "the changes of the flag of bank/0, the flag of bank/1. Make them again."),
        (7, "the flag of bank/4, 2 more. Make them again."),
    ],
)
def test_changes_that_no_other_device_takes_in_are_told(
    one: Path, shared: Path, count: int, said: str
) -> None:
    with open_at(one / "progress.db") as db, db.transaction():
        for number in range(count):
            marks.put(db, Mark(FLAG, f"bank/{number}", LATEST, ""))
    done = cssprep("sync", str(shared), folder=one)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Made while the clock of this device was years ahead, and so not handed" in done.stdout
    assert said in done.stdout
    done = cssprep("sync", str(shared), "--json", folder=one)
    assert len(json.loads(done.stdout)["held_back"]) == count
