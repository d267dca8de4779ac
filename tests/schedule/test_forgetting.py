from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Scheduler, State
from hypothesis import given
from hypothesis import strategies as st

from tui.schedule.forgetting import DECAY, FACTOR, retrievability, stabilities_until

STABILITIES = st.floats(0.001, 36_500)
DAYS = st.integers(0, 36_500)
START = datetime(2025, 11, 22, tzinfo=UTC)


@given(STABILITIES, DAYS)
def test_equals_the_package_to_the_bit(stability: float, days: int) -> None:
    card = Card(card_id=0, state=State.Review, stability=stability, due=START, last_review=START)
    packaged = Scheduler().get_card_retrievability(card, START + timedelta(days=days))
    assert retrievability(stability, days) == packaged


def test_constants_are_those_of_the_default_weights() -> None:
    scheduler = Scheduler()
    assert scheduler.parameters[20] == -DECAY
    assert pytest.approx(0.9) == (1 + FACTOR) ** DECAY


@given(STABILITIES)
def test_is_certain_at_once_and_90_percent_at_the_stability(stability: float) -> None:
    assert retrievability(stability, 0) == 1
    assert retrievability(stability, stability) == pytest.approx(0.9)


@given(STABILITIES, DAYS)
def test_falls_with_time_and_stays_a_chance(stability: float, days: int) -> None:
    now, later = retrievability(stability, days), retrievability(stability, days + 1)
    assert 0 < later < now <= 1


def test_a_time_before_the_review_counts_as_the_review() -> None:
    assert retrievability(3.0, -5) == 1


@pytest.mark.parametrize("stability", [0.0, -1.0, float("nan")])
def test_refuses_a_stability_that_is_none(stability: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        retrievability(stability, 1)


@given(st.floats(0.05, 1), st.floats(0.1, 1000))
def test_how_long_until_a_chance_is_the_curve_the_other_way_round(
    recall: float, stability: float
) -> None:
    days = stabilities_until(recall) * stability
    assert retrievability(stability, days) == pytest.approx(recall)


def test_certainty_lasts_no_time_and_nothing_is_forgotten_for_good() -> None:
    assert stabilities_until(1) == 0
    assert stabilities_until(0.9) == 1
    assert stabilities_until(0) == math.inf
