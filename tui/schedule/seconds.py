"""How long an answer is expected to take, by which the minutes of a session are filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

RIGHT = 8.0
"""Seconds for a question seen before and answered rightly, its verdict read."""
WRONG = 16.0
"""Seconds for one answered wrongly: the proof is read as well."""
UNSEEN = 30.0
"""Seconds for a question that is met for the first time."""

TIMES_AS_LONG = {
    "choice": 1.0,
    "multiple": 1.5,
    "truefalse": 0.8,
    "short": 1.0,
    "cloze": 1.5,
    "number": 1.0,
    "date": 1.0,
    # Several lines to type, or several parts to put in place.
    "list": 3.0,
    "order": 2.5,
    "match": 2.5,
    # Five minutes of writing when it is known well.
    "outline": 37.5,
}
"""How many times as long as a short answer a question of each kind takes; others count as 1.

Rough, by the number of things to read and to enter; they hold only until the learner's own times
are known."""

LONGEST_READING = 3.0
"""How many times as long the verdict and its proof take to be read, at most: they do not grow with
the five minutes that an outline takes to be written."""

ENOUGH = 30
"""From this many answers of a kind on, the learner's own times count instead."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a learner answers. own: median seconds of an answer, of the kinds that have one."""

    own: Mapping[str, float]

    @classmethod
    def of(cls, answers: Mapping[str, Sequence[float]]) -> Self:
        """The pace that `answers` show: the seconds of earlier answers, by kind of question."""
        return cls({k: _median(times) for k, times in answers.items() if len(times) >= ENOUGH})

    def seconds(self, kind: str, recall: float | None) -> float:
        """Expected seconds for a question of `kind` recalled with the chance `recall`, 0 to 1.

        None stands for a question that was never seen. The learner's own median takes the place of
        the time for a right answer, as most answers are; wrong and unseen ones take as much longer.
        """
        scale = TIMES_AS_LONG.get(kind, 1.0)
        if own := self.own.get(kind):
            scale = own / RIGHT
        reading = min(scale, LONGEST_READING)
        if recall is None:
            return RIGHT * scale + (UNSEEN - RIGHT) * reading
        return RIGHT * scale + (WRONG - RIGHT) * (1 - recall) * reading


def _median(times: Sequence[float]) -> float:
    """As `statistics.median`, whose import takes as long as painting a question."""
    in_order = sorted(times)
    half = len(in_order) // 2
    return in_order[half] if len(in_order) % 2 else (in_order[half - 1] + in_order[half]) / 2
