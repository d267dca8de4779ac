"""A few kills of each command; `python -m tests.durability.killed_commands` does all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.durability.killed_commands import Killed, commands, kill_at

STRACE = shutil.which("strace") is not None


@pytest.mark.parametrize("killed", commands() if STRACE else [], ids=lambda killed: killed.name)
def test_killed_in_the_middle(killed: Killed, tmp_path: Path) -> None:
    found = [kill_at(killed, number, tmp_path / str(number)) for number in (4, 15)]
    assert found == ["", ""]
    assert kill_at(killed, 10_000, tmp_path / "whole") is None
