"""Logs of learners whose true chance of recall is known, without a database."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.learners import Learner
from tui.memory import Grade
from tui.schedule.judging import Dated
from tui.schedule.likelihood import SUREST, Given, surprises
from tui.schedule.stability import first, following
from tui.schedule.weights import Weights

START = date(2026, 1, 5)


@dataclass
class _Question:
    """on: the study day of each answer. due: when it comes back by the default weights."""

    on: list[int] = field(default_factory=list)
    grades: list[int] = field(default_factory=list)
    chances: list[float] = field(default_factory=list)
    memory: tuple[float, float] = (0.0, 0.0)
    due: int = 0


@dataclass(frozen=True)
class StudiedLog:
    """The answers by question, the true chance that each would be right, and the last study day."""

    histories: list[Dated]
    chances: list[tuple[float, ...]]
    last: int

    def until(self, day: int) -> list[Dated]:
        """The log as it stood before the study day `day`."""
        found = []
        for (grades, days), on in self.histories:
            count = sum(each < day for each in on)
            if count:
                found.append(Dated(Given(grades[:count], days[:count]), on[:count]))
        return found

    def loss(self, weights: Weights | None, since: int) -> float:
        """Expected log loss of forecasts by `weights` from the study day `since` on.

        By the true chances, so that no luck is in it. None for forecasts that know these.
        """
        total, count = 0.0, 0
        for (given, on), chances in zip(self.histories, self.chances, strict=True):
            for each in _compared(given, on, chances, weights, since):
                total, count = total + each, count + 1
        return total / count


def _compared(
    given: Given, on: Sequence[int], chances: Sequence[float], weights: Weights | None, since: int
) -> list[float]:
    told = surprises(given, weights) if weights is not None else [None] * len(on)
    found = []
    for place, (day, days, true) in enumerate(zip(on, given.days, chances, strict=True)):
        if day < since or not days:
            continue
        surprise = told[place]
        if surprise is None:
            chance = true
        else:
            likely = math.exp(-surprise)
            chance = likely if given.grades[place] > 1 else 1 - likely
        bounded = min(1 - SUREST, max(SUREST, chance))
        found.append(-true * math.log(bounded) - (1 - true) * math.log(1 - bounded))
    return found


def studied_log(
    weights: Weights, seed: int, *, days: int = 60, new: int = 20, most: int = 80
) -> StudiedLog:
    """The log of a learner who really remembers by `weights`, after so many days.

    Each day, up to `most` questions: what is due by the default weights, and up to `new` ones more.
    What is missed comes once more on the same day.
    """
    learner = Learner(weights, random.Random(seed))
    questions: list[_Question] = []
    for number in range(days):
        day = START.toordinal() + number
        asked = [place for place, each in enumerate(questions) if each.due <= day][:most]
        fresh = range(len(questions), len(questions) + min(new, most - len(asked)))
        questions += [_Question() for _ in fresh]
        again = [p for p in (*asked, *fresh) if _answer(questions[p], learner, p, day) == 1]
        for place in again:
            _answer(questions[place], learner, place, day)
    histories, chances = [], []
    for each in questions:
        gaps = (0, *(b - a for a, b in zip(each.on, each.on[1:], strict=False)))
        histories.append(Dated(Given(tuple(each.grades), gaps), tuple(each.on)))
        chances.append(tuple(each.chances))
    return StudiedLog(histories, chances, START.toordinal() + days - 1)


def _answer(question: _Question, learner: Learner, place: int, day: int) -> Grade:
    grade = learner.answer(str(place), "topic", START + timedelta(days=day - START.toordinal()))
    if question.on:
        question.memory = following(*question.memory, grade, day - question.on[-1])
    else:
        question.memory = first(grade)
    question.due = day + max(1, round(question.memory[0]))
    question.on.append(day)
    question.grades.append(int(grade))
    question.chances.append(learner.chances[-1][2])
    return grade
