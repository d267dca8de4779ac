from __future__ import annotations

from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from tui.study.statistics.times import KindTime, quantile, times


@given(st.lists(st.floats(0.1, 600), min_size=2))
def test_quartiles_are_those_of_the_standard_library(seconds: list[float]) -> None:
    ascending = sorted(seconds)
    mine = [quantile(ascending, part / 4) for part in (1, 2, 3)]
    theirs = quantiles(ascending, n=4, method="inclusive")
    assert all(abs(a - b) < 1e-9 for a, b in zip(mine, theirs, strict=True))


def test_few_answers_have_a_median_and_no_quartiles() -> None:
    found = times({"date": [4.0, 5.0, 9.0], "short": [1.0, 2.0, 3.0, 4.0, 5.0]}, {"short": [5.0]})
    assert found == (
        KindTime("short", 5, 2.0, 3.0, 4.0, 5.0),
        KindTime("date", 3, None, 5.0, None, 5.0),
    )
