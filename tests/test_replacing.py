from __future__ import annotations

from pathlib import Path

import pytest

from tests.progress.files import contents
from tui.replacing import replacing


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "log"
    target.write_text("old")
    with replacing(target) as partial:
        partial.write_text("new")
        assert target.read_text() == "old"
    assert contents(tmp_path) == {"log": b"new"}


def test_a_file_that_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "log"
    target.write_text("old")
    with pytest.raises(LookupError), replacing(target) as partial:
        partial.write_text("half")
        raise LookupError
    assert contents(tmp_path) == {"log": b"old"}


def test_a_place_that_can_not_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "missing" / "log") as partial:
        partial.write_text("new")
