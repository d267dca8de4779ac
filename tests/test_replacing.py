from __future__ import annotations

import os
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


def test_two_at_once_do_not_meet(tmp_path: Path) -> None:
    target = tmp_path / "log"
    with replacing(target) as first:
        first.write_text("first")
        with replacing(target) as second:
            second.write_text("second")
        assert contents(tmp_path) == {"log": b"second", first.name: b"first"}
    assert contents(tmp_path) == {"log": b"first"}


def test_what_a_killed_program_left_goes_an_hour_later(tmp_path: Path) -> None:
    names = ["log.01234567.partial", "log.89abcdef.partial-journal", "log.89abcdef.partial"]
    others = ["log.jsonl", "log.partial", "other.01234567.partial", "log.2025-partial"]
    for name in (*names, *others):
        (tmp_path / name).write_text("half")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / "log.76543210.partial").write_text("being written")
    with replacing(tmp_path / "log") as partial:
        partial.write_text("new")
    assert set(contents(tmp_path)) == {*others, "log", "log.76543210.partial"}
