from __future__ import annotations

from tui.study.items.seconds import LONGEST, seconds_taken


def test_quartiles_by_hand() -> None:
    found = seconds_taken([1, 2, 3, 4, 5, 0])
    assert found is not None
    assert (found.lower, found.median, found.upper, found.of) == (2, 3, 4, 5)


def test_an_absence_counts_as_the_longest_time() -> None:
    found = seconds_taken([86_400.0])
    assert found is not None
    assert found.median == LONGEST


def test_times_that_are_not_known() -> None:
    assert seconds_taken([0, 0]) is None
