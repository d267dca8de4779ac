"""What is remembered of a question: the values that the schedule computes and progress keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Grade(IntEnum):
    """How well a question was recalled, in FSRS's four grades."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Memory:
    """The state of one question in the learner's memory, derived from the log alone.

    stability: days after which the chance of recall has fallen to 90 %.
    difficulty: 1 (easy) to 10 (hard).
    last_day, due_day: study days.
    reviews, lapses: counts since the answer key last changed; a lapse is an `AGAIN` on a question
        that had been recalled before.
    key: short hash of the answer key of the last review; empty if no review says it.
    recalled: whether it was recalled at least once since the answer key last changed.
    """

    stability: float
    difficulty: float
    last_day: date
    due_day: date
    reviews: int
    lapses: int
    key: str
    recalled: bool = False

    def counts_for(self, key: str) -> bool:
        """Whether the reviews behind this memory were of the answer key with the hash `key`.

        An empty hash is a key that is not known (of an imported review), and fits any other.
        """
        return not self.key or not key or self.key == key
