from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.log import How
from tui.memory import Grade
from tui.schedule.grades import grade_for, regrade


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        (1.0, Grade.GOOD),
        (0.9, Grade.HARD),
        (0.8, Grade.HARD),
        (0.79, Grade.AGAIN),
        (0.5, Grade.AGAIN),
        (0.0, Grade.AGAIN),
    ],
)
def test_grades_of_scores(score: float, grade: Grade) -> None:
    assert grade_for(score) is grade


@given(st.integers(1, 40), st.data())
def test_parts_right_of_all_parts(parts: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, parts))
    share = Fraction(right, parts)
    wanted = Grade.GOOD if share == 1 else Grade.HARD if share >= Fraction(4, 5) else Grade.AGAIN
    assert grade_for(right / parts) is wanted
    # The same share, added up part by part, as a kind may do it.
    assert grade_for(min(1.0, sum([1 / parts] * right))) is wanted


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_better_score_never_has_a_worse_grade(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert grade_for(low) <= grade_for(high) < Grade.EASY


@pytest.mark.parametrize("score", [-0.01, 1.01, float("nan"), float("inf")])
def test_refuses_what_is_no_score(score: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        grade_for(score)


@given(st.floats(0, 1))
def test_what_the_learner_says(score: float) -> None:
    assert regrade(How.RIGHT, score) == (1.0, Grade.GOOD)
    assert regrade(How.GUESSED, score) == (score, Grade.AGAIN)
    assert regrade(How.EASY, score) == (score, Grade.EASY)
