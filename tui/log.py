"""The entries of the log of answers, which is the truth that all else is derived from.

The log only grows. A review says what was asked and answered; an amendment says what the learner
said of it afterwards; an undo takes back one earlier entry, of either sort. A practice answer is a
review that says nothing of what is remembered: it was given with help, or only to try once more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from tui.memory import Grade


class How(StrEnum):
    """What the learner said of an answer after seeing its verdict."""

    RIGHT = "right"
    """I was right: the grader did not know this wording."""
    GUESSED = "guessed"
    """Right, but by luck: ask again as if it had been wrong."""
    EASY = "easy"
    """Too easy: wait longer."""
    COUNT = "count"
    """A practice answer counts after all; it says nothing of how the answer came out."""


@dataclass(frozen=True, slots=True)
class Review:
    """One answer to one question.

    answer: what was given, raw, as the question's kind encodes it.
    score: 0 to 1. parts: (expected, given, outcome) of each graded part.
    seconds: time spent on it. day: the study day it counts for.
    device: which device recorded it. key: short hash of the answer key that it was graded by.
    practice: it leaves the schedule as it is, and is no part of accuracy; its seconds were spent.
        What was asked may then be a form of the question of another kind, with a key of its own.
    """

    id: str
    question: str
    at: datetime
    day: date
    kind: str
    answer: tuple[str, ...]
    score: float
    parts: tuple[tuple[str, str, str], ...]
    grade: Grade
    seconds: float
    device: str
    key: str
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the learner said of the review `target`, which has this score and grade from then on.

    `How.COUNT` stands beside what else was said: the score and the grade with it change nothing.
    """

    id: str
    target: str
    at: datetime
    how: How
    score: float
    grade: Grade
    device: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes back the review or the amendment `target`."""

    id: str
    target: str
    at: datetime
    device: str


Entry = Review | Amendment | Undo


def effective(entries: list[Entry]) -> list[Review]:
    """The reviews that stand, in order of time: undone ones left out, amendments applied.

    Practice answers are among them, marked as such.

    The result does not depend on the order of `entries`: entries are ordered by time, then by id.
    """
    in_order = sorted(entries, key=lambda entry: (entry.at, entry.id))
    undone = {entry.target for entry in in_order if isinstance(entry, Undo)}
    reviews = {e.id: e for e in in_order if isinstance(e, Review) and e.id not in undone}
    for entry in in_order:
        if isinstance(entry, Amendment) and entry.id not in undone and entry.target in reviews:
            review = reviews[entry.target]
            if entry.how is How.COUNT:
                reviews[entry.target] = replace(review, practice=False)
            else:
                reviews[entry.target] = replace(review, score=entry.score, grade=entry.grade)
    return list(reviews.values())
