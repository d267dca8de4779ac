"""What one answer contributes to the statistics, derived by going through the log once more."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date, datetime

import msgspec

from tui.memory import Grade, Memory
from tui.progress.history import Answer
from tui.schedule.forgetting import retrievability

SCALE = 10**12
"""Chances are kept as whole numbers of this fraction: sums of them are the same in any order."""


class Fact(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One answer.

    at: seconds since 1970, in UTC. day: of the study day, as `date.toordinal` counts. kind and
    seconds: of the question as it was asked, 0 if not known. practice: it counts as time alone.
    graded: it counts in what is right, `recalled` says whether it was. elapsed: study days since
    the answer before, 0 if there is none or it was the same day; then it tests no forecast.
    predicted: the chance of recall that the memory gave, in `SCALE`. bin: the cell of RMSE(bins).
    """

    at: int
    day: int
    kind: str
    seconds: float
    practice: bool
    graded: bool
    recalled: bool
    elapsed: int
    predicted: int
    bin: tuple[int, int, int]


After = Callable[[Memory | None, Grade, date, str], Memory]
"""The memory after one more answer: `schedule.fsrs6.after`, by the weights in force."""

_NO_BIN = (0, 0, 0)


def facts(answers: Iterable[Answer], after: After) -> list[Fact]:
    """What each of `answers` contributes, which are all of one question in order of time.

    Where the answer key changes, what was answered before counts no longer in what is right, as it
    no longer counts in the memory.
    """
    found: list[Fact] = []
    memory: Memory | None = None
    for answer in answers:
        day = date.fromisoformat(answer.day)
        grade = Grade(answer.grade)
        elapsed, predicted, cell = 0, 0, _NO_BIN
        if not answer.practice:
            if memory is not None and not memory.counts_for(answer.key):
                memory = None
                found = [_no_longer_graded(fact) for fact in found]
            if memory is not None and (elapsed := max(0, (day - memory.last_day).days)):
                predicted = round(retrievability(memory.stability, elapsed) * SCALE)
                cell = _bin(elapsed, memory.reviews, memory.lapses)
            memory = after(memory, grade, day, answer.key)
        found.append(
            Fact(
                at=int(datetime.fromisoformat(answer.at).timestamp()),
                day=day.toordinal(),
                kind=answer.kind,
                seconds=answer.seconds,
                practice=bool(answer.practice),
                graded=not answer.practice,
                recalled=grade is not Grade.AGAIN,
                elapsed=elapsed,
                predicted=predicted,
                bin=cell,
            )
        )
    return found


def _no_longer_graded(fact: Fact) -> Fact:
    return msgspec.structs.replace(fact, graded=False, elapsed=0, predicted=0, bin=_NO_BIN)


def _bin(elapsed: int, reviews: int, lapses: int) -> tuple[int, int, int]:
    """The cell of RMSE(bins): days elapsed, reviews and lapses so far, each in steps that grow.

    The steps are those of srs-benchmark (open-spaced-repetition): powers of 3.62, 1.89 and 1.73;
    there the review itself is counted among the reviews.
    """
    return (
        math.floor(math.log(elapsed, 3.62)),
        math.floor(math.log(reviews + 1, 1.89)),
        math.floor(math.log(lapses, 1.73)) + 1 if lapses else 0,
    )
