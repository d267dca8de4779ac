from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.learners import PEOPLE
from tests.schedule.studied_logs import studied_log
from tests.schedule.test_likelihood import GIVEN
from tui.schedule.fitting import LEARNERS_DIFFER, fit
from tui.schedule.likelihood import Given
from tui.schedule.weights import DEFAULT, checked


def test_without_answers_that_test_a_forecast_the_weights_stay() -> None:
    assert fit([]).weights == DEFAULT
    assert fit([Given((3,), (0,)), Given((1, 3, 3), (0, 0, 0))]).weights == DEFAULT


def test_a_few_answers_move_the_weights_little() -> None:
    found = fit([Given((3, 3), (0, 2)), Given((3, 1), (0, 3))]).weights
    assert found[2] != DEFAULT[2]
    # The first stability by less than one learner differs from another, the rest not at all.
    assert abs(math.log(found[2] / DEFAULT[2])) < LEARNERS_DIFFER[2] * 2 / 3
    assert found[:2] == DEFAULT[:2]
    assert found[3:] == DEFAULT[3:]


def test_weights_of_which_nothing_is_known_stay_as_they_are() -> None:
    found = fit([Given((3, 3, 1, 3, 3), (0, 2, 9, 1, 5))] * 20).weights
    # Hard and Easy were never given, and nothing was asked twice on one day.
    for number in (1, 3, 15, 16, 19, 20):
        assert found[number] == DEFAULT[number]


@settings(max_examples=30, deadline=None)
@given(st.lists(GIVEN, max_size=5), st.integers(1, 40))
def test_any_answers_give_weights_that_can_be_used(histories: list[Given], times: int) -> None:
    found = fit(histories * times).weights
    assert checked(found) == found


@pytest.mark.parametrize("person", [0, 7, 14, 25])
def test_a_learner_of_another_sort_is_recognised(person: int) -> None:
    log = studied_log(PEOPLE[person], seed=3, days=60)
    since = log.last - 20
    found = fit([each.given for each in log.until(since)]).weights
    default, truth = log.loss(DEFAULT, since), log.loss(None, since)
    # At least two thirds of all that can be won by knowing the learner are won.
    assert default - log.loss(found, since) > (default - truth) * 2 / 3 > 0.01


def test_the_same_answers_give_the_same_weights_and_it_is_told_how_far_it_is() -> None:
    histories = [each.given for each in studied_log(PEOPLE[0], seed=1, days=15).histories]
    told: list[float] = []
    found = fit(histories, told.append)
    assert found == fit(histories)
    assert told == sorted(told)
    assert len(told) == found.rounds
    assert 0 < told[-1] <= 1
