from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.schedule.test_weights import WEIGHTS
from tui.memory import Grade, Memory
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import after
from tui.schedule.stability import first, following, if_right, if_wrong
from tui.schedule.weights import DEFAULT, Weights

DAY = date(2026, 11, 2)


@given(
    st.just(DEFAULT) | WEIGHTS,
    st.sampled_from(Grade),
    st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 400)), max_size=12),
)
def test_every_history_leaves_what_the_package_leaves(
    weights: Weights, grade: Grade, then: list[tuple[Grade, int]]
) -> None:
    day = DAY
    memory = after(None, grade, day, "k", weights)
    stability, difficulty = first(grade, weights)
    for next_grade, days in then:
        day += timedelta(days=days)
        memory = after(memory, next_grade, day, "k", weights)
        stability, difficulty = following(stability, difficulty, next_grade, days, weights)
    assert stability == pytest.approx(memory.stability, rel=1e-9)
    assert difficulty == pytest.approx(memory.difficulty, rel=1e-9)


@given(st.just(DEFAULT) | WEIGHTS, st.floats(0.001, 2000), st.floats(1, 10), st.integers(1, 500))
def test_what_an_answer_would_do_is_what_it_does(
    weights: Weights, stability: float, difficulty: float, days: int
) -> None:
    memory = Memory(stability, difficulty, DAY, DAY + timedelta(days=1), 1, 0, "k", recalled=True)
    recall = retrievability(stability, days)
    later = DAY + timedelta(days=days)
    right = after(memory, Grade.GOOD, later, "k", weights).stability
    wrong = after(memory, Grade.AGAIN, later, "k", weights).stability
    assert if_right(stability, difficulty, recall, weights) == pytest.approx(right, rel=1e-9)
    assert if_wrong(stability, difficulty, recall, weights) == pytest.approx(wrong, rel=1e-9)
