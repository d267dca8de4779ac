from __future__ import annotations

import os
from pathlib import Path

from tui.study.preview_calls import Presence, line_file, read_line, send_line


def test_nobody_is_called_where_no_preview_runs(tmp_path: Path) -> None:
    assert not send_line(tmp_path / "cache", tmp_path / "bank.yaml", 3)
    assert not (tmp_path / "cache").exists()


def test_a_running_preview_is_told(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    with Presence(tmp_path / "cache", bank) as presence:
        assert presence.file is not None
        assert read_line(presence.file) is None
        assert send_line(tmp_path / "cache", bank, 12)
        assert read_line(presence.file) == 12
        assert not send_line(tmp_path / "cache", tmp_path / "other.yaml", 1)
    assert not send_line(tmp_path / "cache", bank, 13)
    assert read_line(presence.file) == 12


def test_one_file_by_whatever_path(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "bank.yaml")
    assert line_file(tmp_path, tmp_path / "link") == line_file(tmp_path, tmp_path / "bank.yaml")
    assert line_file(tmp_path, tmp_path / "x" / ".." / "bank.yaml") == line_file(
        tmp_path, tmp_path / "bank.yaml"
    )


def test_a_preview_that_was_killed_is_not_taken_for_one(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    left = line_file(tmp_path, bank).with_suffix(".999.running")
    left.parent.mkdir()
    left.touch()
    assert not send_line(tmp_path, bank, 1)
    assert not left.exists()


def test_a_cache_that_can_not_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    with Presence(tmp_path / "cache", tmp_path / "bank.yaml") as presence:
        assert presence.file is None


def test_what_is_no_line_is_none(tmp_path: Path) -> None:
    file = tmp_path / "x.line"
    file.write_bytes(os.urandom(8) + b"\xff")
    assert read_line(file) is None
