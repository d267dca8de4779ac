from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tui.study.items.discrimination import (
    LEAST_LEARNERS,
    correlation,
    fisher_interval,
    odds_above_zero,
    odds_below_zero,
    pearson,
)

PAIRS = st.lists(
    st.tuples(st.sampled_from((0.0, 0.5, 1.0)), st.integers(-9, 9).map(float)),
    min_size=LEAST_LEARNERS,
    max_size=50,
)


def test_pearson_by_hand() -> None:
    # Means 3 and 4; products 6, squares 10 and 6: 6 / √60.
    assert pearson([1, 2, 3, 4, 5], [2, 4, 5, 4, 5]) == pytest.approx(6 / math.sqrt(60))


def test_it_is_the_point_biserial_correlation() -> None:
    """r = (M₁ − M₀)/s · √(p·q), with the standard deviation s of all (Tate, 1954)."""
    right, wrong = [7.0, 9.0, 8.0, 6.0], [4.0, 5.0, 6.0]
    everyone = right + wrong
    mean = sum(everyone) / 7
    spread = math.sqrt(sum((x - mean) ** 2 for x in everyone) / 7)
    expected = (7.5 - 5.0) / spread * math.sqrt(4 / 7 * 3 / 7)
    assert pearson([1.0] * 4 + [0.0] * 3, everyone) == pytest.approx(expected)


def test_the_interval_by_hand() -> None:
    # artanh 0.5 = 0.549306, 1.959964/√25 = 0.391993: tanh 0.157313 and tanh 0.941299.
    assert fisher_interval(0.5, 28) == pytest.approx((0.156028, 0.735826), abs=1e-5)


def test_an_interval_of_three_pairs_says_nothing() -> None:
    assert fisher_interval(0.9, 3) == (-1.0, 1.0)


def test_too_few_learners_or_no_difference_give_none() -> None:
    scores = [0.0, 1.0] * (LEAST_LEARNERS // 2)
    assert correlation(scores, scores) is not None
    assert correlation(scores[:-1], scores[:-1]) is None
    assert correlation([1.0] * LEAST_LEARNERS, scores) is None
    assert correlation(scores, [0.1] * LEAST_LEARNERS) is None


@given(PAIRS, st.randoms(use_true_random=False))
def test_laws(pairs: list[tuple[float, float]], chance: Random) -> None:
    scores, rest = [s for s, _ in pairs], [r for _, r in pairs]
    found = correlation(scores, rest)
    assume(found is not None)
    assert found is not None
    assert -1 <= found.low <= found.value <= found.high <= 1
    mixed = chance.sample(pairs, len(pairs))
    assert correlation([s for s, _ in mixed], [r for _, r in mixed]) == found
    # Another scale of the rest score is the same order of learners.
    scaled = correlation(scores, [3 * r + 8 for r in rest])
    assert scaled is not None
    assert scaled.value == pytest.approx(found.value, abs=1e-9)
    twice = correlation(scores * 2, rest * 2)
    assert twice is not None
    assert twice.value == pytest.approx(found.value, abs=1e-9)
    if abs(found.value) < 0.999:
        assert twice.high - twice.low < found.high - found.low
    assert odds_below_zero(found) + odds_above_zero(found) == pytest.approx(1)
