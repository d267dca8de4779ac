from __future__ import annotations

import shutil
from pathlib import Path

from tests.banks.sample import BANK, write
from tui.banks.watched import Watched


def test_what_is_there_at_first_has_come(tmp_path: Path) -> None:
    bank = write(tmp_path)
    watched = Watched([tmp_path])
    assert watched.take_changes() == (bank,)
    assert watched.banks == (bank,)
    assert watched.take_changes() == ()


def test_a_bank_is_saved_renamed_comes_and_goes(tmp_path: Path) -> None:
    bank = write(tmp_path)
    watched = Watched([tmp_path])
    watched.take_changes()
    bank.write_text(BANK + "# more\n")
    assert watched.take_changes() == (bank,)
    beside = tmp_path / "beside"
    beside.write_text(BANK + "# MORE\n")
    beside.replace(bank)
    assert watched.take_changes() == (bank,)
    other = tmp_path / "other.yaml"
    other.write_text(BANK)
    assert watched.take_changes() == (other,)
    bank.unlink()
    assert watched.take_changes() == (bank,)
    assert watched.banks == (other,)


def test_a_source_is_watched_as_well(tmp_path: Path) -> None:
    write(tmp_path)
    watched = Watched([tmp_path / "sample.yaml"])
    watched.take_changes()
    source = tmp_path / "sources" / "article.txt"
    source.write_text("Another text.")
    assert watched.take_changes() == (source,)
    source.unlink()
    assert watched.take_changes() == (source,)


def test_other_files_are_not(tmp_path: Path) -> None:
    write(tmp_path)
    watched = Watched([tmp_path])
    watched.take_changes()
    (tmp_path / "notes.txt").write_text("A note.")
    (tmp_path / ".hidden.yaml").write_text("a: b")
    assert watched.take_changes() == ()


def test_the_folders_are_those_of_banks_and_sources(tmp_path: Path) -> None:
    write(tmp_path / "question_banks")
    watched = Watched([tmp_path])
    watched.take_changes()
    banks = tmp_path / "question_banks"
    assert list(watched.folders().values()) == [banks, banks / "sources"]
    before = watched.folders()
    shutil.rmtree(banks / "sources")
    assert list(watched.folders().values()) == [banks]
    (banks / "sources").mkdir()
    (banks / "sources" / "x").mkdir()
    assert list(watched.folders().values()) == list(before.values())


def test_a_folder_that_goes_and_comes_back_is_watched(tmp_path: Path) -> None:
    bank = write(tmp_path / "banks")
    watched = Watched([tmp_path / "banks"])
    watched.take_changes()
    shutil.rmtree(tmp_path / "banks")
    assert bank in watched.take_changes()
    assert list(watched.folders().values()) == [tmp_path]
    write(tmp_path / "banks")
    assert bank in watched.take_changes()
