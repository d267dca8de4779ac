"""A few dozen kills of the real app; `python -m tests.durability.kills` does a thousand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.durability.kills import Way, kill_many

WAYS = [Way.TIME, Way.STATEMENT, *([Way.WRITE] if shutil.which("strace") else [])]


@pytest.mark.parametrize("way", WAYS)
def test_killed_again_and_again(way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    tally = kill_many(tmp_path, 10, 20, [way])
    assert tally.wrong == []
    assert (tally.lost, tally.doubled, tally.damaged, tally.elsewhere) == (0, 0, 0, 0)
    assert tally.kills == tally.by_way[way] == 10
    assert tally.promised > 0
