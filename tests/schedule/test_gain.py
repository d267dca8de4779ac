from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.memory import Grade, Memory
from tui.schedule.forgetting import retrievability
from tui.schedule.fsrs6 import after
from tui.schedule.gain import gain, recall_on

DAY = date(2026, 11, 2)
EXAM = DAY + timedelta(days=60)


def memory(stability: float, days_ago: int, difficulty: float = 5) -> Memory:
    last = DAY - timedelta(days=days_ago)
    return Memory(stability, difficulty, last, last + timedelta(days=1), 3, 0, "k", recalled=True)


def test_recall_falls_to_nine_tenths_at_the_stability() -> None:
    assert recall_on(memory(10, 0), DAY + timedelta(days=10), 0.0) == pytest.approx(0.9)


def test_an_unseen_question_is_guessed() -> None:
    assert recall_on(None, EXAM, 0.25) == 0.25
    assert recall_on(None, EXAM, 0.0) == 0.0


def test_no_chance_is_less_than_that_of_a_guess() -> None:
    assert retrievability(0.01, 400) < 0.5
    assert recall_on(memory(0.01, 400), DAY, 0.5) == 0.5


def test_the_gain_is_what_the_two_outcomes_leave_against_not_asking() -> None:
    known = memory(10, 20)
    now = retrievability(10, 20)
    right = after(known, Grade.GOOD, DAY, "k")
    wrong = after(known, Grade.AGAIN, DAY, "k")
    expected = (
        now * recall_on(right, EXAM, 0.0)
        + (1 - now) * recall_on(wrong, EXAM, 0.0)
        - recall_on(known, EXAM, 0.0)
    )
    assert gain(known, DAY, EXAM, 0.0) == pytest.approx(expected, abs=1e-12)
    assert 0.05 < expected < 0.5


def test_the_gain_of_an_unseen_question() -> None:
    wrong = recall_on(after(None, Grade.AGAIN, DAY, "k"), EXAM, 0.0)
    assert gain(None, DAY, EXAM, 0.0) == pytest.approx(wrong)
    right = recall_on(after(None, Grade.GOOD, DAY, "k"), EXAM, 0.0)
    expected = 0.25 * right + 0.75 * wrong - 0.25
    assert gain(None, DAY, EXAM, 0.25) == pytest.approx(expected)


def test_what_was_answered_today_wins_nothing_more_today() -> None:
    assert gain(memory(0.2, 0), DAY, EXAM, 0.0) == 0.0
    assert gain(memory(0.2, -3), DAY, EXAM, 0.0) == 0.0


def test_what_is_firm_wins_less_than_what_slips() -> None:
    assert gain(memory(200, 5), DAY, EXAM, 0.0) < gain(memory(10, 5), DAY, EXAM, 0.0)


def test_on_the_exam_day_itself_asking_wins_what_is_missing() -> None:
    assert gain(memory(10, 20), DAY, DAY, 0.0) == pytest.approx(1 - retrievability(10, 20))


@given(
    st.none() | st.builds(memory, st.floats(0.001, 3000), st.integers(-5, 700), st.floats(1, 10)),
    st.integers(0, 400),
    st.sampled_from([0.0, 1 / 31, 0.25, 0.5]),
)
def test_a_gain_is_a_rise_in_a_chance(known: Memory | None, days: int, guess: float) -> None:
    exam = DAY + timedelta(days=days)
    won = gain(known, DAY, exam, guess)
    assert 0 <= won <= 1 - recall_on(known, exam, guess) + 1e-12
