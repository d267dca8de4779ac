from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import amendment, logs, review, undo
from tests.progress.files import contents, fill, new_database, open_at
from tests.progress.test_migrations import VERSIONS
from tui.kinds.verdict import Variant
from tui.log import Entry
from tui.progress import log, variants
from tui.progress.errors import ProgressError
from tui.progress.exchange import export_lines
from tui.progress.joining.elsewhere import HalfCopiedError, files_at, read_elsewhere
from tui.progress.joining.mark_lines import Head, head_line
from tui.progress.lines import to_line
from tui.progress.schema import NEWEST
from tui.schedule.grades import grade_for

ENTRIES: list[Entry] = [review("R1"), amendment("A1", "R1"), review("R2"), undo("U1", "R2")]


def export(path: Path, entries: list[Entry] = ENTRIES) -> Path:
    path.write_text("".join(f"{to_line(entry)}\n" for entry in entries), encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    before = contents(path.parent)
    with pytest.raises(ProgressError) as caught:
        read_elsewhere(path, grade_for)
    assert contents(path.parent) == before
    assert str(path) in caught.value.message
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_database_and_its_export_hold_the_same(path: Path) -> None:
    with open_at(path) as db:
        fill(db, ENTRIES)
        lines = "\n".join(export_lines(db))
    exported = path.with_name("log.jsonl")
    exported.write_text(lines, encoding="utf-8")
    found = read_elsewhere(path, grade_for)
    assert set(found.entries) == set(ENTRIES)
    assert set(read_elsewhere(exported, grade_for).entries) == set(ENTRIES)
    assert found.refused == ()


@given(logs())
def test_every_log_comes_back(entries: list[Entry]) -> None:
    with new_database() as db:
        fill(db, entries)
        found = read_elsewhere(db.path, grade_for)
    assert {entry.id for entry in found.entries} == {entry.id for entry in entries}
    assert set(found.entries) == set(entries)


def test_a_database_is_left_as_it_was(path: Path) -> None:
    with open_at(path) as db:
        fill(db, ENTRIES)
    before = contents(path.parent)
    read_elsewhere(path, grade_for)
    assert contents(path.parent) == before


def test_what_lies_in_the_write_ahead_log_is_read_and_left_there(path: Path) -> None:
    with open_at(path) as db:
        fill(db, ENTRIES)
        before = contents(path.parent)
        assert before[f"{path.name}-wal"]
        assert len(read_elsewhere(path, grade_for).entries) == len(ENTRIES)
        assert contents(path.parent) == before


def test_remembered_wordings_are_read(path: Path) -> None:
    variant = Variant("Ahmad Massoud", "the lion's son")
    with open_at(path) as db, db.transaction():
        variants.remember(db, "bank/a", variant)
    assert read_elsewhere(path, grade_for).remembered == (("bank/a", variant),)


def test_a_bad_line_is_refused_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = export(tmp_path / "log.jsonl")
    path.write_text("\n{}\n" + path.read_text() + "nonsense\n\xff\n", encoding="latin-1")
    found = read_elsewhere(path, grade_for)
    assert len(found.entries) == len(ENTRIES)
    assert [number for number, _ in found.refused] == [2, 7, 8]
    assert "UTF-8" in found.refused[2][1]


@pytest.mark.parametrize("content", [b"dear diary\n", b"\0" * 4096, b"{}\n[]\n"])
def test_a_file_that_is_neither(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    assert "neither a progress database nor an export" in refusal(path)


def test_a_file_cut_off(path: Path) -> None:
    with open_at(path) as db:
        fill(db, ENTRIES)
    path.write_bytes(path.read_bytes()[:5000])
    assert "damaged" in refusal(path)


@pytest.mark.parametrize(
    ("pragma", "said"),
    [
        (f"user_version = {NEWEST + 1}", "from a newer cssprep"),
        ("user_version = 0", "damaged"),
        ("application_id = 252006674", "another program"),
    ],
)
def test_a_database_of_another_version_or_program(path: Path, pragma: str, said: str) -> None:
    open_at(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA journal_mode = DELETE")
    assert said in refusal(path)


@pytest.mark.parametrize("version", range(1, NEWEST))
def test_a_database_of_an_older_version_is_read_and_left_as_it_was(
    tmp_path: Path, version: int
) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    for path in (old, new):
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript((VERSIONS / f"version-{version}.sql").read_text())
    before = contents(tmp_path)
    found = read_elsewhere(old, grade_for)
    assert contents(tmp_path) == before
    with open_at(new) as db:
        assert set(found.entries) == set(log.entries(db))
    assert len(found.remembered) == 1


def test_a_database_whose_table_is_gone(path: Path) -> None:
    open_at(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE variants")
        connection.execute("PRAGMA journal_mode = DELETE")
    assert "damaged" in refusal(path)


def test_a_list_that_is_no_json(path: Path) -> None:
    with open_at(path) as db:
        fill(db, [review("R1")])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TRIGGER log_is_not_changed")
        connection.execute("UPDATE log SET answer = '['")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    assert "damaged" in refusal(path)


def test_a_database_in_which_nothing_is_made_yet(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
    assert path.stat().st_size
    assert read_elsewhere(path, grade_for).entries == ()


@pytest.mark.parametrize("name", ["progress.db", "log.jsonl"])
@pytest.mark.parametrize("content", [b"", b"\0" * 4096])
def test_a_file_that_is_not_copied_yet(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == f"{path} is empty. Copy it anew."
    with pytest.raises(HalfCopiedError):
        read_elsewhere(path, grade_for)


HEAD = head_line(Head("D", 1, "R1", "")).encode()


@pytest.mark.parametrize("cut", [1, 5, len(HEAD) // 2, len(HEAD)])
def test_a_synced_file_that_is_cut_within_its_first_line(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "D.jsonl"
    path.write_bytes(HEAD[:cut])
    assert refusal(path) == f"{path} is cut off within its first line. Copy it anew."


@given(st.data())
def test_a_line_of_which_a_part_is_there_is_missing_not_refused(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = export(Path(folder, "D.jsonl")).read_bytes()
        lines = whole.count(b"\n")
        cut = data.draw(st.integers(0, len(whole) - 1))
        path = Path(folder, "cut.jsonl")
        path.write_bytes(head_line(Head("D", lines, "U1", "")).encode() + b"\n" + whole[:cut])
        found = read_elsewhere(path, grade_for)
    assert found.refused == ()
    assert found.missing == lines - whole[:cut].count(b"\n")


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    for name in ("b.jsonl", "a.db", "letter.txt", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "inner.db").mkdir()
    found = files_at([tmp_path, tmp_path / "b.jsonl", tmp_path / "letter.txt"])
    assert [path.name for path in found] == ["a.db", "b.jsonl", "letter.txt"]


def test_hidden_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("._progress.db", "~log.jsonl", ".hidden.jsonl", "progress.db"):
        (tmp_path / name).touch()
    assert files_at([tmp_path]) == [tmp_path / "progress.db"]
    assert files_at([tmp_path / "._progress.db"]) == [tmp_path / "._progress.db"]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """It could be read once only, and the first bytes of a file say what it is."""
    os.mkfifo(tmp_path / "pipe.jsonl")
    for path in (tmp_path / "pipe.jsonl", Path(os.devnull)):
        with pytest.raises(ProgressError, match=f"{path} is no file. Save what comes from it"):
            files_at([path])
    with pytest.raises(ProgressError, match="holds no"):
        files_at([tmp_path])


def test_a_path_that_is_not_there_or_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ProgressError, match="There is no file or folder"):
        files_at([tmp_path / "lost"])
    with pytest.raises(ProgressError, match="holds no"):
        files_at([tmp_path])
