from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.study.items.discrimination import pearson
from tui.study.items.rest import ENOUGH_FOR_ENDS, LEAST_REST, UPPER, ends, rest_scores

FULL = st.integers(LEAST_REST + 1, 9).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from((0.0, 0.5, 1.0)), min_size=size, max_size=size),
        min_size=2,
        max_size=20,
    )
)


@given(FULL)
def test_where_all_answered_all_it_is_the_mean_of_the_rest(table: list[list[float]]) -> None:
    """So that the correlation with it is the textbook's corrected item-total correlation."""
    size = len(table[0])
    scores = {f"q{q}": {n: row[q] for n, row in enumerate(table)} for q in range(size)}
    found = rest_scores(scores)
    for q in range(size):
        of_rest = [(sum(row) - row[q]) / (size - 1) for row in table]
        rest = [found[f"q{q}"][n] for n in range(len(table))]
        apart = {round(a - b, 6) for a, b in zip(rest, of_rest, strict=True)}
        assert max(apart) - min(apart) <= 2e-6
        item = [row[q] for row in table]
        if (expected := pearson(item, of_rest)) is not None and pearson(item, rest) is not None:
            assert pearson(item, rest) == pytest.approx(expected, abs=1e-5)


def test_who_met_the_hard_questions_is_not_weak() -> None:
    """Two equal learners, one with the easy half, one with the hard half."""
    easy = {f"e{n}": {0: 1.0, 2: 1.0, 3: 1.0} for n in range(7)}
    hard = {f"h{n}": {1: 0.0, 2: 0.0, 3: 0.0} for n in range(7)}
    found = rest_scores(easy | hard)
    assert found["e0"][0] == found["h0"][1] == found["e0"][2] == 0


def test_learners_with_few_other_answers_are_left_out() -> None:
    scores = {f"q{n}": {0: 1.0, 1: 0.0} for n in range(LEAST_REST)}
    assert rest_scores(scores)["q0"] == {}
    scores["one more"] = {0: 1.0}
    assert set(rest_scores(scores)["q0"]) == {0}


def test_the_ends_by_hand() -> None:
    few = ends({n: float(n) for n in range(10)})
    assert few is not None
    assert (few.weak, few.strong, few.share) == (frozenset(range(5)), frozenset(range(5, 10)), 0.5)
    many = ends({n: float(n) for n in range(ENOUGH_FOR_ENDS)})
    assert many is not None
    assert (len(many.weak), len(many.strong), many.share) == (10, 10, UPPER)


def test_equal_learners_are_in_the_same_end() -> None:
    found = ends({0: 1.0, 1: 1.0, 2: 1.0, 3: 0.0, 4: 0.0, 5: 0.5})
    assert found is not None
    assert found.strong == frozenset({0, 1, 2})
    assert ends(dict.fromkeys(range(50), 0.3)) is None
    assert ends({0: 1.0}) is None


@given(st.dictionaries(st.integers(0, 99), st.integers(-5, 5).map(float), max_size=60))
def test_ends_do_not_meet(rest: dict[int, float]) -> None:
    found = ends(rest)
    if found is not None:
        assert not found.strong & found.weak
        assert min(rest[n] for n in found.strong) > max(rest[n] for n in found.weak)
