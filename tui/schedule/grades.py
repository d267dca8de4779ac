"""From how an answer came out to the grade that FSRS is told."""

from __future__ import annotations

from tui.log import How
from tui.memory import Grade

MOSTLY = 0.8
"""The share of the parts from which an incomplete answer counts as recalled with effort."""

_SLACK = 1e-9
"""What a score may fall short by where it was added up from fractions."""


def grade_for(score: float) -> Grade:
    """The grade of an answer with `score`, 0 to 1; ValueError for any other number.

    All right is Good; four fifths or more Hard; less is Again. Never Easy: only the learner can say
    so. A right answer is never Hard, however long it took.
    """
    if not 0 <= score <= 1:
        raise ValueError(f"a score lies between 0 and 1, {score} does not")
    if score >= 1 - _SLACK:
        return Grade.GOOD
    return Grade.HARD if score >= MOSTLY - _SLACK else Grade.AGAIN


def regrade(how: How, score: float) -> tuple[float, Grade]:
    """The score and the grade of an answer of which the learner has said `how`."""
    match how:
        case How.RIGHT:
            return 1.0, Grade.GOOD
        case How.GUESSED:
            return score, Grade.AGAIN
        case How.EASY:
            return score, Grade.EASY
        case How.COUNT:
            return score, grade_for(score)
