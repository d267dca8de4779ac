"""A set number of databases with mutated values; `python -m tests.fuzz.values` tries more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import values
from tests.fuzz.running import run_cases, warm_up


@pytest.mark.parametrize("first", [0, 100])
def test_databases_with_other_values(tmp_path: Path, first: int) -> None:
    case = values.opened(tmp_path)
    warm_up(case)
    tally = run_cases(case, 7, range(first, first + 100))
    assert tally.count == 100
    assert tally.failures == []
