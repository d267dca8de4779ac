from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.banks.guess.chance import Odds, adjusted, tail

fractions = st.sampled_from([(1, 2), (1, 3), (1, 4), (2, 5), (3, 4)])


def direct(count: int, chance: Fraction, hits: int) -> Fraction:
    return sum(
        (comb(count, n) * chance**n * (1 - chance) ** (count - n) for n in range(hits, count + 1)),
        Fraction(0),
    )


@given(fractions, st.integers(0, 300), st.data())
def test_equal_odds_give_the_binomial_sum(odds: Odds, count: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, count))
    exact = direct(count, Fraction(*odds), hits)
    assert tail([odds] * count, hits) == pytest.approx(float(exact), rel=1e-9, abs=1e-28)


@given(st.lists(fractions, max_size=9), st.data())
def test_differing_odds_give_the_sum_over_all_outcomes(
    odds: list[Odds], data: st.DataObject
) -> None:
    hits = data.draw(st.integers(0, len(odds)))
    exact = Fraction(0)
    for outcome in product((False, True), repeat=len(odds)):
        if sum(outcome) >= hits:
            term = Fraction(1)
            for hit, one in zip(outcome, odds, strict=True):
                term *= Fraction(*one) if hit else 1 - Fraction(*one)
            exact += term
    assert tail(odds, hits) == pytest.approx(float(exact), rel=1e-9)


def test_known_values() -> None:
    assert tail([(1, 4)] * 4, 4) == pytest.approx(1 / 256)
    assert tail([(1, 2)] * 10, 8) == pytest.approx(56 / 1024)
    assert tail([], 0) == 1
    assert tail([(1, 1)] * 3, 3) == 1
    assert tail([(1, 2), (1, 1)], 2) == pytest.approx(1 / 2)


def test_many_questions_are_summed_without_an_overflow() -> None:
    assert tail([(1, 4)] * 20000, 5000) == pytest.approx(0.5, abs=0.01)
    assert tail([(1, 4)] * 20000, 20000) == 0


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holms_correction_keeps_the_order_and_never_lowers(values: list[float]) -> None:
    found = adjusted(values)
    for one, corrected in zip(values, found, strict=True):
        assert one <= corrected <= 1
        for other, beside in zip(values, found, strict=True):
            if one < other:
                assert corrected <= beside
    if values:
        least = min(range(len(values)), key=values.__getitem__)
        assert found[least] == min(1, values[least] * len(values))


def test_holms_correction_by_hand() -> None:
    assert adjusted([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])
