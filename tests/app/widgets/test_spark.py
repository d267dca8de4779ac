from __future__ import annotations

from tui.app.widgets.spark import share_bar, spark


def test_bars_are_scaled_to_the_largest() -> None:
    assert spark([0, 1, 4, 8], group=7) == "·▁▄█"


def test_weeks_stand_apart() -> None:
    assert spark([1] * 9) == "███████ ██"


def test_nothing_at_all() -> None:
    assert spark([0, 0]) == "··"
    assert spark([]) == ""


def test_the_smallest_number_has_a_bar() -> None:
    assert spark([1, 1000])[0] == "▁"


def test_a_share() -> None:
    assert share_bar(0.25, 8) == ("━━", "──────")
    assert share_bar(7, 3) == ("━━━", "")
