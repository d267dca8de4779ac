from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tui.kinds.pairing import pair

edges = st.dictionaries(
    st.integers(0, 4), st.lists(st.integers(0, 4), max_size=3, unique=True), max_size=5
)


def most(lines: dict[int, list[int]]) -> int:
    """The largest number of lines that can have an item each, found by trying all ways."""
    best = 0
    for some in itertools.product(*[[None, *items] for items in lines.values()]):
        used = [item for item in some if item is not None]
        if len(used) == len(set(used)):
            best = max(best, len(used))
    return best


@given(edges)
def test_as_many_as_possible_are_paired(lines: dict[int, list[int]]) -> None:
    pairs = pair((lines,))
    assert len(pairs) == most(lines)
    assert len(set(pairs.values())) == len(pairs)
    assert all(item in lines[line] for line, item in pairs.items())


@given(edges, edges)
def test_what_the_first_stage_pairs_stays_paired(
    first: dict[int, list[int]], second: dict[int, list[int]]
) -> None:
    alone, both = pair((first,)), pair((first, second))
    assert set(alone) <= set(both)
    merged = {n: [*first.get(n, []), *second.get(n, [])] for n in {*first, *second}}
    assert len(both) == most(merged)
