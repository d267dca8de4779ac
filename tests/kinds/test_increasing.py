from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tui.kinds.increasing import longest_increasing


@given(st.integers(0, 6).flatmap(lambda n: st.permutations(range(n))))
def test_no_increasing_subsequence_is_longer(numbers: list[int]) -> None:
    found = longest_increasing(numbers)
    lengths = [
        len(some)
        for size in range(len(numbers) + 1)
        for some in itertools.combinations(numbers, size)
        if list(some) == sorted(some)
    ]
    assert len(found) == max(lengths)
    assert list(found) == sorted(found)
    at = iter(numbers)
    assert all(number in at for number in found)


def test_of_several_as_long_those_at_their_own_place_are_kept() -> None:
    assert longest_increasing([]) == ()
    assert longest_increasing([1, 0, 2]) == (0, 2)
    assert longest_increasing([2, 1, 0]) == (1,)
    assert longest_increasing([1, 2, 3, 0]) == (1, 2, 3)
