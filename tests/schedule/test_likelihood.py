from __future__ import annotations

import math
import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.learners import PEOPLE
from tests.schedule.test_weights import WEIGHTS
from tui.memory import Grade, Memory
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import after
from tui.schedule.likelihood import SUREST, Given, loss_and_slope, surprises
from tui.schedule.weights import DEFAULT, Weights

GIVEN = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 400)), min_size=1, max_size=10).map(
    lambda steps: Given(tuple(grade for grade, _ in steps), (0, *(days for _, days in steps[1:])))
)


@given(GIVEN, WEIGHTS)
def test_forecasts_are_those_of_the_memories_that_the_app_has(
    given: Given, weights: Weights
) -> None:
    day = date(2026, 1, 5)
    memory: Memory | None = None
    expected: list[float | None] = []
    for number, days in zip(given.grades, given.days, strict=True):
        grade, day = Grade(number), day + timedelta(days=days)
        if memory is None or not days:
            expected.append(None)
        else:
            recall = retrievability(memory.stability, days)
            bounded = min(1 - SUREST, max(SUREST, recall))
            expected.append(-math.log(1 - bounded if grade is Grade.AGAIN else bounded))
        memory = after(memory, grade, day, "k", weights)
    found = surprises(given, weights)
    assert [each is None for each in found] == [each is None for each in expected]
    assert [each or 0.0 for each in found] == pytest.approx(
        [each or 0.0 for each in expected], rel=1e-6, abs=1e-9
    )


@given(GIVEN, WEIGHTS)
def test_the_sum_is_that_of_the_surprises(given: Given, weights: Weights) -> None:
    total, slope = loss_and_slope([given], weights)
    expected = sum(each for each in surprises(given, weights) if each is not None)
    assert total == pytest.approx(expected, rel=1e-6, abs=1e-9)
    assert all(map(math.isfinite, slope))
    assert slope[20] == 0


@pytest.mark.parametrize("person", range(-1, 10))
def test_the_slope_is_what_small_steps_find(person: int) -> None:
    weights = DEFAULT if person < 0 else (*PEOPLE[person][:20], DEFAULT[20])
    made = random.Random(person)
    histories = []
    for _ in range(200):
        size = made.randint(1, 14)
        grades = tuple(made.choice((1, 1, 2, 3, 3, 3, 3, 4)) for _ in range(size))
        gaps = (0, *(made.choice((0, 1, 1, 2, 5, 12, 30, 80)) for _ in range(size - 1)))
        histories.append(Given(grades, gaps))
    _, slope = loss_and_slope(histories, weights)
    for number in range(20):
        step = 1e-6 * max(1.0, weights[number])
        more = (*weights[:number], weights[number] + step, *weights[number + 1 :])
        less = (*weights[:number], weights[number] - step, *weights[number + 1 :])
        rise = loss_and_slope(histories, more)[0] - loss_and_slope(histories, less)[0]
        assert slope[number] == pytest.approx(rise / (2 * step), rel=1e-3, abs=1e-3)
