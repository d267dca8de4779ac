from __future__ import annotations

from pathlib import Path

from tests.banks.generated import generated_bank, generated_source
from tests.banks.sample import TODAY
from tui.banks.check import check_file
from tui.banks.check_apart import LARGE, CheckApart


def bank(folder: Path, questions: int) -> Path:
    path = folder / "generated.yaml"
    path.write_text(generated_bank(questions).replace("topic: one", "topic: three", 2))
    (folder / "sources").mkdir()
    (folder / "sources" / "generated.txt").write_text(generated_source(questions))
    return path


def test_a_small_bank(tmp_path: Path) -> None:
    path = bank(tmp_path, 10)
    found = CheckApart(path, TODAY, "shown.yaml").findings()
    assert found == check_file(path, TODAY, "shown.yaml").findings
    assert found


def test_a_large_bank_comes_to_the_same(tmp_path: Path) -> None:
    path = bank(tmp_path, 500)
    assert path.stat().st_size > LARGE
    found = CheckApart(path, TODAY, "shown.yaml").findings()
    assert found == check_file(path, TODAY, "shown.yaml").findings
    assert found


def test_a_check_that_was_given_up_says_nothing(tmp_path: Path) -> None:
    check = CheckApart(bank(tmp_path, 500), TODAY, "shown.yaml")
    check.give_up()
    assert check.findings() is None


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    (found,) = CheckApart(tmp_path / "no.yaml", TODAY, "no.yaml").findings() or ()
    assert found.code == "unreadable-file"
