from __future__ import annotations

from datetime import date

import pytest

from tui.banks.dates import last_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-11-30", date(2025, 11, 30)),
    ],
)
def test_a_period_ends_with_its_last_day(text: str, day: date) -> None:
    assert last_day(text) == day


@pytest.mark.parametrize(
    "text", ["", "25", "2025-13", "2025-02-30", "0000", "2025-1", "soon", "2025/01"]
)
def test_other_texts_are_no_dates(text: str) -> None:
    assert last_day(text) is None
