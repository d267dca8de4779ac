from __future__ import annotations

import os
from pathlib import Path

from tui.banks.freshness import code_stamp, stamp_of, stamp_with_sources


def test_a_stamp_changes_with_size_time_and_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one")
    stamps = [stamp_of(path)]
    path.write_text("three")
    stamps.append(stamp_of(path))
    os.utime(path, ns=(1, 1))
    stamps.append(stamp_of(path))
    (tmp_path / "b").write_text("three")
    os.utime(tmp_path / "b", ns=(1, 1))
    (tmp_path / "b").replace(path)
    stamps.append(stamp_of(path))
    assert len(set(stamps)) == 4


def test_what_is_not_there_has_a_stamp_too(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "lost") == "-"
    assert stamp_with_sources(tmp_path / "lost", ["a", "b\0c"]) == "- - -"


def test_the_code_has_a_stamp() -> None:
    assert len(code_stamp()) == 64
