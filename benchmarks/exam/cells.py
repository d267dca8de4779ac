"""One learner who studies by one policy up to the exam: a cell of the table, and one seed of it."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.exam.learners import CARDS_DIFFER, Learner, learner
from benchmarks.exam.policies import NEW, POLICIES, RIGHT, WRONG, Ours

AT_FIRST = 0.76
"""The chance that a question is answered rightly when it is met for the first time: the share of
first answers other than Again in open-spaced-repetition's own simulator."""

WORTH_GOING_ON = 30.0
"""Seconds that must be left for a policy to be asked for more, as in the app's session."""

WEIGHTS_DIFFER = 0.8
"""Standard deviation of the logarithm of the weights, where they differ."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is simulated. weighted: the marks that questions stand for differ, and are known.

    person: which of the 30 people a real learner is.
    again: what is missed is asked once more on the same day, once the day's questions are done.
    noise: how much longer a real learner keeps one question than another, σ of the logarithm.
    """

    questions: int
    days: int
    minutes: float
    learner: str
    weighted: bool
    policy: str
    seed: int
    person: int
    again: bool = True
    noise: float = CARDS_DIFFER


@dataclass(frozen=True, slots=True)
class Outcome:
    """What it came to.

    marks: expected on the exam day, 0 to 100. spent: share of the minutes. seen: share of the
    questions. over: seconds by which the day that overran most did. answers: how many were given.
    """

    cell: Cell
    marks: float
    spent: float
    seen: float
    over: float
    answers: int


def weights_of(cell: Cell) -> list[float]:
    """The marks of each question; the same for every policy."""
    if not cell.weighted:
        return [1.0] * cell.questions
    chance = Random(f"weights {cell.seed} {cell.questions}")
    return [chance.lognormvariate(0, WEIGHTS_DIFFER) for _ in range(cell.questions)]


class Life:
    """One learner who studies by one policy, day by day."""

    def __init__(self, cell: Cell, mind: Learner | None = None) -> None:
        self.cell = cell
        self.weights = weights_of(cell)
        self.mind = mind or learner(
            cell.learner, cell.person, cell.seed, cell.questions, cell.noise
        )
        self._chance = Random(f"answers {cell}")
        self.policy = POLICIES[cell.policy](self.weights, cell.days, Random(f"order {cell}"))
        self.met = [False] * cell.questions
        self.spent = self.over = 0.0
        self.answers = 0
        if cell.again and isinstance(self.policy, Ours):
            self.policy.again = True

    def live(self, day: int) -> None:
        """Studies until the day's minutes are spent, or nothing more is asked."""
        budget = self.cell.minutes * 60
        left = budget
        asked: set[int] = set()
        while left >= (WORTH_GOING_ON if asked else 0):
            before = len(asked)
            coming: list[int] = []
            for place in list(self.policy.queue(day, left)):
                if left <= 0:
                    break
                if place not in asked:
                    asked.add(place)
                    left -= self._ask(place, day, coming)
            while coming and left > 0:
                left -= self._ask(coming.pop(0), day, coming)
            if len(asked) == before:
                break
        self.spent += budget - left
        self.over = max(self.over, -left)

    def _ask(self, place: int, day: int, coming: list[int]) -> float:
        """Seconds that it takes; what comes again on the same day is added to `coming`."""
        if self.met[place]:
            right = self._chance.random() < self.mind.recall(place, day)
            took = RIGHT if right else WRONG
        else:
            right = self._chance.random() < AT_FIRST
            took = NEW
            self.met[place] = True
        self.answers += 1
        self.mind.answered(place, day, right)
        if self.policy.answered(place, day, right):
            coming.append(place)
        return took

    def marks(self, day: int) -> float:
        """Marks of 100 that are to be expected on a day; what was never met brings none."""
        won = sum(w * self.mind.recall(n, day) for n, w in enumerate(self.weights) if self.met[n])
        return 100 * won / sum(self.weights)


def simulate(cell: Cell) -> Outcome:
    """Lives through all days up to the exam, which is on the day after the last of them."""
    life = Life(cell)
    for day in range(cell.days):
        life.live(day)
    return Outcome(
        cell=cell,
        marks=life.marks(cell.days),
        spent=life.spent / (cell.minutes * 60 * cell.days),
        seen=sum(life.met) / cell.questions,
        over=life.over,
        answers=life.answers,
    )
