"""What asking a question today adds to the chance of recalling it on a later day.

After P. I. Pavlik and J. R. Anderson, Using a model to compute the optimal schedule of practice,
Journal of Experimental Psychology: Applied 14 (2008), with FSRS-6 as the model.
"""

from __future__ import annotations

from datetime import date

from tui.memory import Memory
from tui.schedule.forgetting import retrievability
from tui.schedule.stability import if_right, if_wrong
from tui.schedule.weights import DEFAULT, Weights


def recall_on(memory: Memory | None, day: date, guess: float) -> float:
    """The chance, 0 to 1, of answering rightly on `day` if it is not asked until then.

    guess: the chance that a blind guess is right. It is the chance of a question that was never
    seen (memory None), and no chance is less.
    """
    if memory is None:
        return guess
    return max(guess, retrievability(memory.stability, (day - memory.last_day).days))


def gain(
    memory: Memory | None,
    today: date,
    exam: date,
    guess: float,
    *,
    weights: Weights = DEFAULT,
    first_right: float = 0.0,
) -> float:
    """The rise in the chance, 0 to 1, of a right answer on `exam` by asking it once today.

    p·R(T−t; S_good) + (1−p)·R(T−t; S_again) − R(T−l; S), p being the chance today; that of an
    unseen question is `first_right`, but not less than the guess. 0 where the model sees no rise,
    and where it was answered today already: another answer on the same day teaches next to nothing.
    """
    days = (exam - today).days
    if memory is None:
        # Good is the third grade, Again the first.
        right, wrong, before, now = weights[2], weights[0], guess, max(guess, first_right)
    else:
        elapsed = (today - memory.last_day).days
        if elapsed <= 0:
            return 0.0
        stability, difficulty = memory.stability, memory.difficulty
        recall = retrievability(stability, elapsed)
        right = if_right(stability, difficulty, recall, weights)
        wrong = if_wrong(stability, difficulty, recall, weights)
        before = max(guess, retrievability(stability, elapsed + days))
        now = max(guess, recall)
    after_right = max(guess, retrievability(right, days))
    after_wrong = max(guess, retrievability(wrong, days))
    return max(0.0, now * after_right + (1 - now) * after_wrong - before)
