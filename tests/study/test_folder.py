from __future__ import annotations

from pathlib import Path

import pytest

from tui.study.folder import FolderError, find_folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CSSPREP_FOLDER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def study(at: Path) -> Path:
    (at / "question_banks").mkdir(parents=True)
    return at


def test_the_folder_given_wins(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, other = study(home / "given"), study(home / "other")
    monkeypatch.setenv("CSSPREP_FOLDER", str(other))
    monkeypatch.chdir(other)
    assert find_folder(str(given)).root == given


def test_then_the_variable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study(home)
    other = study(home / "other")
    monkeypatch.setenv("CSSPREP_FOLDER", str(other))
    assert find_folder(None).root == other


def test_then_the_current_folder_or_one_above(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study(home / "course")
    below = home / "course" / "notes" / "week-1"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    found = find_folder(None)
    assert found.root == home / "course"
    assert found.progress == home / "course" / "progress.db"


def test_at_last_the_users_own_with_the_shipped_banks(home: Path) -> None:
    found = find_folder(None)
    assert found.root.is_relative_to(home)
    assert found.root.is_dir()
    assert list(found.banks.glob("*.yaml"))


def test_a_folder_that_is_not_there(home: Path) -> None:
    with pytest.raises(FolderError, match=r"There is no folder .*nowhere") as raised:
        find_folder("nowhere")
    assert "--folder" in raised.value.advice


def test_a_file_is_no_folder(home: Path) -> None:
    (home / "file").write_text("")
    with pytest.raises(FolderError, match="is not a folder"):
        find_folder(str(home / "file"))


def test_a_folder_without_banks(home: Path) -> None:
    (home / "empty").mkdir()
    with pytest.raises(FolderError, match="holds no question_banks folder"):
        find_folder(str(home / "empty"))


def test_the_variable_is_named_where_it_is_wrong(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSSPREP_FOLDER", str(home / "nowhere"))
    with pytest.raises(FolderError) as raised:
        find_folder(None)
    assert "$CSSPREP_FOLDER" in raised.value.advice


def test_a_progress_db_that_is_a_link_is_the_file_it_leads_to(home: Path) -> None:
    """SQLite keeps its log beside that file."""
    disk = home / "disk"
    disk.mkdir()
    link = study(home / "course") / "progress.db"
    link.symlink_to(disk / "mine.db")
    assert find_folder(str(home / "course")).progress == disk / "mine.db"
    (disk / "mine.db").symlink_to(link)
    with pytest.raises(FolderError, match="leads nowhere"):
        find_folder(str(home / "course"))
