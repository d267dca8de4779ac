"""A few questions that stand for all of them, where simulating each would take too long."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tui.schedule.planner import Questions

Columns = tuple[str, ...]

COLUMNS: Columns = (
    "stability",
    "difficulty",
    "last_day",
    "weight",
    "guess",
    "seconds_right",
    "seconds_wrong",
    "seconds_new",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Questions taken out of more.

    questions: those, in columns of their own, which a simulation may change. places: where each
    was among all. stands_for: for each of all, the place in the sample of the one that stands for
    it. share: how large a part of all they are, 0 to 1.
    """

    questions: Questions
    places: list[int]
    stands_for: list[int]
    share: float


def sample(questions: Questions, most: int, chance: Random) -> Sample:
    """At most so many of `questions`: all if there are no more, else one of each group.

    Questions are put in order of weight, time, and how well they are remembered; neighbours in that
    order are a group of like ones, and one of it, drawn by lot, stands for the others.
    """
    count = len(questions)
    if count <= most:
        every = list(range(count))
        return Sample(_picked(questions, every), every, every, 1.0)
    order = sorted(range(count), key=lambda n: _likeness(questions, n))
    places: list[int] = []
    stands_for = [0] * count
    for group in range(most):
        members = order[group * count // most : (group + 1) * count // most]
        places.append(chance.choice(members))
        for member in members:
            stands_for[member] = group
    return Sample(_picked(questions, places), places, stands_for, most / count)


def _likeness(questions: Questions, n: int) -> tuple[bool, float, float, float, float]:
    new = not questions.stability[n]
    return (
        new,
        questions.weight[n],
        questions.seconds_new[n] if new else questions.seconds_right[n],
        questions.stability[n],
        questions.guess[n],
    )


def _picked(questions: Questions, places: list[int]) -> Questions:
    found = Questions()
    for name in COLUMNS:
        column = getattr(questions, name)
        getattr(found, name).extend(column[place] for place in places)
    return found
