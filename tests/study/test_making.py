from __future__ import annotations

from pathlib import Path

import pytest

from tui.study.folder import FOLDER_VARIABLE, FolderError
from tui.study.making import banks_to_write


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def test_an_empty_folder_that_was_asked_for_gets_its_banks(tmp_path: Path) -> None:
    assert banks_to_write(".") == tmp_path / "here" / "question_banks"


def test_so_does_the_one_of_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert banks_to_write(None) == tmp_path / "question_banks"


def test_the_study_folder_above_is_found(tmp_path: Path) -> None:
    (tmp_path / "question_banks").mkdir()
    assert banks_to_write(None) == tmp_path / "question_banks"


def test_the_users_own_banks_are_found(tmp_path: Path) -> None:
    own = tmp_path / "data" / "cssprep" / "question_banks"
    own.mkdir(parents=True)
    assert banks_to_write(None) == own


def test_the_shipped_banks_are_never_written_to() -> None:
    with pytest.raises(FolderError, match=r"--folder \."):
        banks_to_write(None)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="There is no folder"):
        banks_to_write(str(tmp_path / "nowhere"))


def test_a_file_in_place_of_the_banks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "question_banks").write_text("")
    with pytest.raises(FolderError, match="holds no question_banks"):
        banks_to_write(str(tmp_path))
