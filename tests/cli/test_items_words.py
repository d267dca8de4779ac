from __future__ import annotations

import pytest

from tui.cli.items_words import percent, signed


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "0 %"),
        (0.004, "<1 %"),
        (0.005, "<1 %"),
        (0.5, "50 %"),
        (0.999, ">99 %"),
        (1.0, "100 %"),
    ],
)
def test_a_share_is_never_rounded_to_none_or_all(share: float, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.354, "+.35"), (-0.07, "−.07"), (0.0, "+.00"), (1.0, "+1  "), (-0.999, "−1  ")],
)
def test_correlations_line_up(value: float, shown: str) -> None:
    assert signed(value) == shown
