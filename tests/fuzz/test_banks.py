"""A set number of mutated banks, the same in every run; `python -m tests.fuzz.banks` tries more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import banks
from tests.fuzz.fence import fenced
from tests.fuzz.running import Limited, TooLong, run_cases, warm_up


@pytest.mark.parametrize("first", range(0, 800, 100))
def test_mutated_banks(tmp_path: Path, first: int) -> None:
    case = banks.opened(tmp_path)
    warm_up(case)
    tally = run_cases(case, 7, range(first, first + 100))
    assert tally.count == 100
    assert tally.failures == []


def test_a_case_is_the_same_each_time() -> None:
    found = {banks.made(7, number) for number in range(60)}
    assert found == {banks.made(7, number) for number in range(60)}
    assert len(found) > 50


def test_mutations_reach_far() -> None:
    """Some banks stay sound, and some have something in them that a bank may not have."""
    made = [banks.made(7, number) for number in range(300)]
    assert any(b"\x00" in each for each in made)
    assert any(b"../" in each for each in made)
    assert any(b"[[[[[[[[" in each for each in made)
    assert max(map(len, made)) <= banks.LARGEST


def test_the_fence_notes_what_leaves_it(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside.txt"
    inside.mkdir()
    outside.write_text("x", encoding="utf-8")
    (inside / "link").symlink_to(outside)
    with fenced(inside) as escapes:
        (inside / "own.txt").write_text("x", encoding="utf-8")
        assert escapes == []
        (inside / "link").read_text(encoding="utf-8")
        (inside / ".." / "outside.txt").read_text(encoding="utf-8")
    assert escapes == [f"open: {outside}"] * 2
    outside.read_text(encoding="utf-8")
    assert len(escapes) == 2


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TooLong), Limited(0.05)():
        while True:
            pass
