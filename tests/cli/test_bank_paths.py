from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, write
from tui.banks.folder import BanksError
from tui.cli.bank_paths import bank_paths


@pytest.fixture
def study(tmp_path: Path) -> Path:
    banks = tmp_path / "study" / "question_banks"
    write(banks)
    write(banks, BANK.replace("bank: sample", "bank: other"), "second.yaml")
    return tmp_path / "study"


def test_without_a_name_all_banks_are_meant(study: Path) -> None:
    names = [path.name for path in bank_paths(None, str(study), TODAY)]
    assert names == ["sample.yaml", "second.yaml"]


def test_a_bank_is_named_by_its_id_and_not_by_its_file(study: Path) -> None:
    (path,) = bank_paths("other", str(study), TODAY)
    assert path.name == "second.yaml"
    with pytest.raises(BanksError, match=r"no bank “second”. The banks are other, sample\."):
        bank_paths("second", str(study), TODAY)


def test_a_path_is_a_file_a_folder_or_a_study_folder(study: Path, tmp_path: Path) -> None:
    banks = study / "question_banks"
    file = banks / "sample.yaml"
    assert bank_paths(str(file), None, TODAY) == [file]
    assert bank_paths(str(banks), None, TODAY) == bank_paths(str(study), None, TODAY)
    (tmp_path / "empty").mkdir()
    for given in (tmp_path / "empty", tmp_path / "lost"):
        with pytest.raises(BanksError, match="There is no"):
            bank_paths(str(given), None, TODAY)
