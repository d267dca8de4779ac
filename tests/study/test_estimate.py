from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.study.estimate import Z80, Share, wilson


def test_the_interval_of_a_textbook() -> None:
    # Newcombe, Two-sided confidence intervals for the single proportion (1998), table I.
    share = wilson(81, 263)
    assert (round(share.low, 4), round(share.high, 4)) == (0.2553, 0.3662)
    share = wilson(15, 148)
    assert (round(share.low, 4), round(share.high, 4)) == (0.0624, 0.1605)
    share = wilson(1, 29)
    assert (round(share.low, 4), round(share.high, 4)) == (0.0061, 0.1718)


def test_none_and_all() -> None:
    none = wilson(0, 20)
    assert (none.low, round(none.high, 4), none.rate) == (0.0, 0.1611, 0.0)
    everything = wilson(29, 29)
    assert (round(everything.low, 4), everything.high, everything.rate) == (0.8830, 1.0, 1.0)


@given(st.integers(1, 5000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_intervals_hold_the_share_and_lie_in_each_other(case: tuple[int, int]) -> None:
    right, of = case
    wide, narrow = wilson(right, of), wilson(right, of, Z80)
    assert 0 <= wide.low <= narrow.low <= right / of + 1e-12
    assert right / of - 1e-12 <= narrow.high <= wide.high <= 1
    mirrored = wilson(of - right, of)
    assert mirrored.low == pytest.approx(1 - wide.high)


def test_four_answers_tell_next_to_nothing() -> None:
    share = wilson(3, 4)
    assert share == Share(3, 4, share.low, share.high)
    assert share.high - share.low > 0.6


@pytest.mark.parametrize(("right", "of"), [(1, 0), (0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share(right: int, of: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(right, of)
