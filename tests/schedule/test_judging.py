from __future__ import annotations

import pytest

from tests.learners import PEOPLE
from tests.schedule.studied_logs import START, studied_log
from tui.schedule.judging import ENOUGH, Dated, before, forecasts_in, judge
from tui.schedule.likelihood import Given
from tui.schedule.weights import DEFAULT

DAY = START.toordinal()


def test_a_learner_with_the_default_weights_keeps_them() -> None:
    for seed in range(8):
        log = studied_log(DEFAULT, seed, days=40)
        assert forecasts_in(log.histories) > ENOUGH
        assert not judge(log.histories).beyond_doubt


@pytest.mark.parametrize("person", [0, 7, 14, 25])
def test_for_a_learner_of_another_sort_fitted_ones_are_better(person: int) -> None:
    log = studied_log(PEOPLE[person], seed=3, days=60)
    found = judge(log.histories)
    assert found.beyond_doubt
    assert found.better == found.default - found.fitted > 2 * found.doubt > 0
    # What was forecast on the mean comes nearer to what happened.
    assert abs(found.expected_fitted - found.recalled) < abs(
        found.expected_default - found.recalled
    )


def test_only_answers_after_those_fitted_to_are_forecast() -> None:
    log = studied_log(PEOPLE[1], seed=3, days=30)
    days = sorted(
        day
        for each in log.histories
        for day, gap in zip(each.on, each.given.days, strict=True)
        if gap
    )
    first = days[int(len(days) * 0.4)]
    assert judge(log.histories).answers == sum(day >= first for day in days)


def test_before_a_day_is_what_was_answered_earlier() -> None:
    histories = [
        Dated(Given((3, 1, 3), (0, 2, 0)), (DAY, DAY + 2, DAY + 2)),
        Dated(Given((1,), (0,)), (DAY + 2,)),
    ]
    assert before(histories, DAY) == []
    assert before(histories, DAY + 2) == [Given((3,), (0,))]
    assert before(histories, DAY + 3) == [each.given for each in histories]
    assert forecasts_in(histories) == 1


def test_what_came_on_one_day_tells_nothing() -> None:
    found = judge([Dated(Given((3, 3), (0, 4)), (DAY, DAY + 4))] * 50)
    assert found.answers == 50
    assert found.better == found.doubt == 0
    assert not found.beyond_doubt


def test_it_is_told_how_far_it_is() -> None:
    told: list[float] = []
    judge(studied_log(PEOPLE[1], seed=3, days=15).histories, told.append)
    assert told == sorted(told)
    assert told[-1] == 1
