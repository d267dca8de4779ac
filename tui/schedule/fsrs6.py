"""FSRS-6 by study days: from one memory and one answer to the next memory.

Importing this costs what importing `fsrs` costs: leave it until there is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State

from tui.log import Review
from tui.memory import Grade, Memory
from tui.schedule.weights import DEFAULT, Weights

DESIRED_RETENTION = 0.9
"""The chance of recall at which a question is due again."""

LONGEST_INTERVAL = 365
"""Days: the exam is held once a year, and no question should stay unseen from one to the next."""


@lru_cache(maxsize=8)
def _scheduler(weights: Weights) -> Scheduler:
    # Without fuzz the log alone decides; without learning steps every interval is a number of days.
    return Scheduler(
        parameters=weights,
        desired_retention=DESIRED_RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST_INTERVAL,
        enable_fuzzing=False,
    )


def after(
    memory: Memory | None, grade: Grade, day: date, key: str, weights: Weights = DEFAULT
) -> Memory:
    """The memory after one more answer, given on the study day `day` to the answer key `key`.

    A key other than the memory's starts anew; an empty one is not known, and changes nothing. A
    second answer on one day moves the memory by FSRS-6's rule for the short term. A `day` before
    the memory's last one (a clock was wrong) counts as that last day. ValueError for weights out of
    their bounds (`weights.checked`).
    """
    if memory is not None and not memory.counts_for(key):
        memory = None
    if memory is not None:
        day = max(day, memory.last_day)
    rating = Rating(int(grade))
    card, _ = _scheduler(weights).review_card(_card(memory, day), rating, _midnight(day))
    if card.stability is None or card.difficulty is None:  # not so after any review
        raise RuntimeError("fsrs gave a card without a memory")
    missed = grade is Grade.AGAIN
    before = memory.recalled if memory else False
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        last_day=day,
        due_day=card.due.date(),
        reviews=(memory.reviews if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + (missed and before),
        key=key or (memory.key if memory else ""),
        recalled=before or not missed,
    )


def replay(reviews: Iterable[Review], weights: Weights = DEFAULT) -> Memory | None:
    """The memory that `reviews` of one question leave, in their order; None if there are none.

    Practice answers are passed over. The same reviews always give the same memory, to the bit.
    Those before the newest change of the answer key do not count.
    """
    memory: Memory | None = None
    for review in reviews:
        if not review.practice:
            memory = after(memory, review.grade, review.day, review.key, weights)
    return memory


def _card(memory: Memory | None, day: date) -> Card:
    # An id and a due time of our own: without them the package reads the clock, and waits for it.
    if memory is None:
        return Card(card_id=0, due=_midnight(day))
    return Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_midnight(memory.due_day),
        last_review=_midnight(memory.last_day),
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
