from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.study.items.facility import facility, quantile, wilson

SCORES = st.lists(st.sampled_from((0.0, 0.5, 1.0)) | st.floats(0, 1), min_size=1, max_size=60)


def test_the_quantile_of_95_percent() -> None:
    assert quantile(0.95) == pytest.approx(1.959964, abs=1e-6)


# Worked by hand from the formula; 81 of 263 is the example of Newcombe, 1998: 0.2553 to 0.3662.
@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0),
        (0, 0, 0.0, 1.0),
    ],
)
def test_wilson_intervals_as_published(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_narrows_with_more(trial: tuple[int, int]) -> None:
    hits, of = trial
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    twice_low, twice_high = wilson(2 * hits, 2 * of)
    assert twice_high - twice_low < high - low


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_scores_makes_no_difference(scores: list[float], chance: Random) -> None:
    assert facility(chance.sample(scores, len(scores))) == facility(scores)


def test_what_is_right_in_part_counts_in_the_mean_alone() -> None:
    found = facility([1.0, 1 / 3 + 1 / 3 + 1 / 3, 0.5, 0.0])
    assert found is not None
    assert (found.right, found.of, found.share, found.mean) == (2, 4, 0.5, 0.625)


def test_no_answers_have_no_facility() -> None:
    assert facility([]) is None
