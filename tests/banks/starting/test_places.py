from __future__ import annotations

from pathlib import Path

import pytest

from tests.banks.sample import BANK, TODAY, write
from tui.banks.starting.places import Places
from tui.fault import Fault


def test_both_files_are_written(tmp_path: Path) -> None:
    places = Places(tmp_path / "question_banks", "x")
    places.check(TODAY, tmp_path / "a.txt")
    places.write(b"source", b"bank")
    assert (tmp_path / "question_banks" / "x.yaml").read_bytes() == b"bank"
    assert (tmp_path / "question_banks" / "sources" / "x.txt").read_bytes() == b"source"


@pytest.mark.parametrize("file", ["x.yaml", "x.yml", "sources/x.txt"])
def test_nothing_is_overwritten(tmp_path: Path, file: str) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / file).write_text("mine")
    with pytest.raises(Fault, match="is there already"):
        Places(tmp_path, "x").check(TODAY, tmp_path / "a.txt")


def test_not_even_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to(tmp_path / "gone")
    with pytest.raises(Fault, match="is there already"):
        Places(tmp_path, "x").check(TODAY, tmp_path / "a.txt")


def test_an_id_belongs_to_one_bank(tmp_path: Path) -> None:
    write(tmp_path, BANK, "other.yaml")
    with pytest.raises(Fault, match=r"other\.yaml has the id sample already"):
        Places(tmp_path, "sample").check(TODAY, tmp_path / "a.txt")


def test_where_one_file_fails_nothing_is_left(tmp_path: Path) -> None:
    banks = tmp_path / "question_banks"
    places = Places(banks, "x")
    places.bank = banks / ("y" * 300)  # a name that no file can have
    with pytest.raises(OSError):
        places.write(b"source", b"bank")
    assert list(tmp_path.iterdir()) == []


def test_an_article_that_lies_in_the_sources_is_used_there(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    source = tmp_path / "sources" / "x.txt"
    source.write_text("Some text.\n")
    before = source.stat()
    places = Places(tmp_path, "x")
    places.check(TODAY, source)
    places.write(b"Some text.\n", b"bank")
    assert source.stat().st_ino == before.st_ino
    assert (tmp_path / "x.yaml").read_bytes() == b"bank"


def test_not_if_the_source_would_be_another_text(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    source = tmp_path / "sources" / "x.txt"
    source.write_text("Some\x1b text.\n")
    with pytest.raises(Fault, match="is there already"):
        Places(tmp_path, "x").check(TODAY, source)
