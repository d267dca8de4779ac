"""A set number of mutated log lines; `python -m tests.fuzz.lines` tries more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import lines
from tests.fuzz.made_lines import made
from tests.fuzz.running import TOGETHER, run_cases, warm_up


@pytest.mark.parametrize("first", range(0, 4 * TOGETHER, TOGETHER))
def test_mutated_lines(tmp_path: Path, first: int) -> None:
    case = lines.opened(tmp_path)
    warm_up(case)
    tally = run_cases(case, 7, range(first, first + TOGETHER))
    assert tally.count == TOGETHER
    assert tally.failures == []


def test_a_case_is_the_same_each_time() -> None:
    found = {made(7, number) for number in range(60)}
    assert found == {made(7, number) for number in range(60)}
    assert len(found) > 50
