"""What is asked on a day, and in which order: the app's own plan and those it is compared with.

All of them ask a question once a day at most, and stop when the day's time is spent. The first is
the app's code; the others are as they are published, or as people do it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from random import Random
from typing import Protocol

from tui.memory import Grade
from tui.schedule.forgetting import retrievability
from tui.schedule.planner import Questions, chance_at_first, day_queue
from tui.schedule.stability import first, following
from tui.study.calibration import LAST, Forecast

RIGHT, WRONG, NEW = 8.0, 16.0, 30.0
"""Seconds that an answer takes: right, wrong, or to a question that is met for the first time."""

FIRST_DAY = 1000
"""The ordinal of day 0: the planner takes a day 0 for a question that was never answered."""


class Policy(Protocol):
    """Decides what is asked."""

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """Questions in the order in which to ask them, more than fit or as many as do."""

    def answered(self, place: int, day: int, right: bool) -> bool:
        """Is told of each answer; whether the question comes again on the same day."""


class _Remembering:
    """What the scheduler takes to be remembered: FSRS-6 with the default weights."""

    def __init__(self, weights: Sequence[float]) -> None:
        count = len(weights)
        self.questions = Questions()
        for column, value in (
            (self.questions.stability, 0.0),
            (self.questions.difficulty, 0.0),
            (self.questions.guess, 0.0),
            (self.questions.seconds_right, RIGHT),
            (self.questions.seconds_wrong, WRONG),
            (self.questions.seconds_new, NEW),
        ):
            column.extend([value] * count)
        self.questions.last_day.extend([0] * count)
        self.questions.weight.extend(weights)

    def recall(self, place: int, day: int) -> float:
        known = self.questions
        return retrievability(known.stability[place], day + FIRST_DAY - known.last_day[place])

    def answered(self, place: int, day: int, right: bool) -> bool:
        known = self.questions
        grade = Grade.GOOD if right else Grade.AGAIN
        if known.stability[place]:
            days = day + FIRST_DAY - known.last_day[place]
            memory = following(known.stability[place], known.difficulty[place], grade, days)
        else:
            memory = first(grade)
        known.stability[place], known.difficulty[place] = memory
        known.last_day[place] = day + FIRST_DAY
        return False


class Ours(_Remembering):
    """The app's plan: what adds most marks a second by the exam day.

    again: what is missed comes once more on the same day.
    """

    def __init__(self, weights: Sequence[float], exam: int, chance: Random) -> None:
        super().__init__(weights)
        self._exam = exam + FIRST_DAY
        self.forecasts: deque[Forecast] = deque(maxlen=LAST)
        self.again = False
        self._firsts = self._firsts_right = 0

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """As `tui.schedule.planner` plans it."""
        return day_queue(
            self.questions,
            day + FIRST_DAY,
            self._exam,
            seconds,
            first_right=self.first_right(),
        )

    def first_right(self) -> float:
        """The chance that a first answer is right, by those until now."""
        return chance_at_first(self._firsts_right, self._firsts)

    def answered(self, place: int, day: int, right: bool) -> bool:
        """Also notes what was expected of the answer."""
        known = self.questions
        if not known.stability[place]:
            self._firsts += 1
            self._firsts_right += right
        else:
            days = day + FIRST_DAY - known.last_day[place]
            if days:
                self.forecasts.append(Forecast(self.recall(place, day), days, right))
        first_today = known.last_day[place] < day + FIRST_DAY
        super().answered(place, day, right)
        return self.again and not right and first_today


class Fsrs(_Remembering):
    """FSRS-6 at a retention of 0.9: what is due, the longest due first, then new ones in order.

    A question is due after its stability in whole days, which is when its recall is 0.9, and at
    least one day later: the rule of the package `fsrs` without learning steps and fuzz.
    """

    def __init__(self, weights: Sequence[float], exam: int, chance: Random) -> None:
        super().__init__(weights)
        self.due: list[int | None] = [None] * len(weights)

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """Nothing else: once these are done, the rest of the day's time is not spent."""
        due = [(at, n) for n, at in enumerate(self.due) if at is not None and at <= day]
        return [n for _, n in sorted(due)] + [n for n, at in enumerate(self.due) if at is None]

    def answered(self, place: int, day: int, right: bool) -> bool:
        """Sets when it is due again."""
        super().answered(place, day, right)
        self.due[place] = day + min(365, max(1, round(self.questions.stability[place])))
        return False


class FsrsInSteps(Fsrs):
    """The same with the learning steps that the package has unless told otherwise.

    A new question is asked twice on its day until it was right at the second step, and again from
    the first one if it is missed; a lapse until it was right once. The steps' minutes are taken to
    pass with the other questions.
    """

    def __init__(self, weights: Sequence[float], exam: int, chance: Random) -> None:
        super().__init__(weights, exam, chance)
        self._steps = [2] * len(weights)
        self._lapsed = [False] * len(weights)

    def answered(self, place: int, day: int, right: bool) -> bool:
        """Counts the steps that are left."""
        super().answered(place, day, right)
        if right:
            self._steps[place] = max(0, self._steps[place] - 1)
            self._lapsed[place] |= not self._steps[place]
        else:
            self._steps[place] = 1 if self._lapsed[place] else 2
        if self._steps[place]:
            self.due[place] = day
        return self._steps[place] > 0


class Sm2:
    """SM-2 as P. Woźniak published it: right is quality 4, wrong is quality 2."""

    def __init__(self, weights: Sequence[float], exam: int, chance: Random) -> None:
        self._due: list[int | None] = [None] * len(weights)
        self._ease = [2.5] * len(weights)
        self._in_a_row = [0] * len(weights)
        self._interval = [0] * len(weights)

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """What is due, the longest due first, then new ones in order."""
        due = [(at, n) for n, at in enumerate(self._due) if at is not None and at <= day]
        return [n for _, n in sorted(due)] + [n for n, at in enumerate(self._due) if at is None]

    def answered(self, place: int, day: int, right: bool) -> bool:
        """One day, six days, then so many times as long as the ease says; a miss starts anew."""
        if right:
            before = self._in_a_row[place]
            longer = round(self._interval[place] * self._ease[place])
            self._interval[place] = 1 if before == 0 else 6 if before == 1 else longer
            self._in_a_row[place] = before + 1
        else:
            self._in_a_row[place], self._interval[place] = 0, 1
        quality = 4 if right else 2
        change = 0.1 - (5 - quality) * (0.08 + (5 - quality) * 0.02)
        self._ease[place] = max(1.3, self._ease[place] + change)
        self._due[place] = day + self._interval[place]
        return False


class AtRandom:
    """All questions in an order drawn anew each day."""

    def __init__(self, weights: Sequence[float], exam: int, chance: Random) -> None:
        self._chance = chance
        self._count = len(weights)

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """As many of them as fit."""
        return self._chance.sample(range(self._count), self._count)

    def answered(self, place: int, day: int, right: bool) -> bool:
        """Nothing is remembered."""
        return False


class Cramming:
    """Nothing until a week before the exam; then all in turn, over and over."""

    LAST_DAYS = 7

    def __init__(self, weights: Sequence[float], exam: int, chance: Random) -> None:
        self._from = exam - self.LAST_DAYS
        self._asked: list[tuple[int, int]] = [(0, n) for n in range(len(weights))]

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """Those that were asked least often."""
        return [n for _, n in sorted(self._asked)] if day >= self._from else ()

    def answered(self, place: int, day: int, right: bool) -> bool:
        """Counts the turn."""
        self._asked[place] = (self._asked[place][0] + 1, place)
        return False


class NewFirstAndFill(Fsrs):
    """New questions, then due ones, then the least remembered, until the minutes are spent.

    Where weights differ, new and due ones go by their weight, the most first, and the others by
    the marks that would be missing.
    """

    def queue(self, day: int, seconds: float) -> Sequence[int]:
        """All questions, in this order."""
        weight, due, last = self.questions.weight, self.due, self.questions.last_day
        today = day + FIRST_DAY
        new = [n for n, at in enumerate(due) if at is None]
        new.sort(key=lambda n: -weight[n])
        if len(new) * NEW >= seconds:
            return new
        waiting = [n for n, at in enumerate(due) if at is not None and at <= day]
        waiting.sort(key=lambda n: (-weight[n], due[n]))
        rest = [n for n, at in enumerate(due) if at is not None and at > day and last[n] < today]
        rest.sort(key=lambda n: -weight[n] * (1 - self.recall(n, day)))
        return new + waiting + rest


POLICIES: dict[str, type[Ours | Fsrs | Sm2 | AtRandom | Cramming]] = {
    "ours": Ours,
    "fsrs": Fsrs,
    "steps": FsrsInSteps,
    "sm2": Sm2,
    "random": AtRandom,
    "cramming": Cramming,
    "fill": NewFirstAndFill,
}
"""By the name by which the command line knows them."""
