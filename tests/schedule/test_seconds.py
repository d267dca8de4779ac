from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.kinds import KIND_NAMES
from tui.schedule.seconds import ENOUGH, TIMES_AS_LONG, Pace

UNKNOWN = Pace.of({})
TIMES = st.lists(st.floats(0.1, 1000), min_size=ENOUGH, max_size=3 * ENOUGH)


def test_the_base_is_a_short_answer() -> None:
    assert UNKNOWN.seconds("short", 1.0) == 8
    assert UNKNOWN.seconds("short", 0.0) == 16
    assert UNKNOWN.seconds("short", 0.9) == pytest.approx(8.8)
    assert UNKNOWN.seconds("short", None) == 30


def test_every_kind_has_its_length_and_no_other_has() -> None:
    assert set(TIMES_AS_LONG) == set(KIND_NAMES)
    assert UNKNOWN.seconds("no-such-kind", 1.0) == 8


def test_longer_kinds_take_longer() -> None:
    assert UNKNOWN.seconds("outline", 1.0) == 300
    assert UNKNOWN.seconds("truefalse", 0.9) < UNKNOWN.seconds("list", 0.9)


def test_an_outline_that_was_never_seen_fits_into_a_session() -> None:
    assert UNKNOWN.seconds("outline", None) == 300 + 3 * 22


def test_a_few_answers_do_not_tell_the_pace() -> None:
    few = Pace.of({"short": [100.0] * (ENOUGH - 1)})
    assert few == UNKNOWN


@given(TIMES)
def test_the_learners_own_median_counts_once_known(times: list[float]) -> None:
    pace = Pace.of({"list": times})
    assert pace.seconds("list", 1.0) == pytest.approx(median(times))
    reading = 22 * min(median(times) / 8, 3)
    assert pace.seconds("list", None) == pytest.approx(median(times) + reading)
    assert pace.seconds("short", 1.0) == 8


@given(st.sampled_from(KIND_NAMES), st.floats(0, 1), st.floats(0, 1), TIMES)
def test_what_is_better_recalled_takes_no_longer(
    kind: str, one: float, other: float, times: list[float]
) -> None:
    low, high = sorted((one, other))
    for pace in (UNKNOWN, Pace.of({kind: times})):
        assert 0 < pace.seconds(kind, high) <= pace.seconds(kind, low) < pace.seconds(kind, None)
