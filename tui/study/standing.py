"""Where every question stands: how well it is remembered, and what asking it would win."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tui.clock import today
from tui.memory import Memory
from tui.progress import memories
from tui.schedule.gain import gain, recall_on
from tui.study.calibration import Calibration
from tui.study.desk import Desk
from tui.study.exam.study_plan import study_plan
from tui.study.exam_day import horizon
from tui.study.kept import kept
from tui.study.learner import learner
from tui.study.weighing import weigh

SLIPPING = 0.9
"""A question with a lower chance of recall is slipping: it is the chance at which it falls due."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one question.

    weight: its marks of 100. memory: None if it was never answered, or only to another answer key.
    guess: chance that a blind guess is right. recall, recall_exam: chance of a right answer today,
    and on the day looked ahead to, as the schedule counts it. seconds: what asking it once is
    expected to take. gain: marks won on that day by asking it once today. It is not corrected for
    the learner: a chance that is, with a stability that is not, sees harm in asking one who forgets
    much.
    """

    ref: str
    bank: str
    topic: str
    kind: str
    prompt: str
    weight: float
    memory: Memory | None
    guess: float
    recall: float
    recall_exam: float
    seconds: float
    gain: float

    @property
    def state(self) -> Literal["unseen", "slipping", "firm"]:
        """Never answered, likely to be missed one time in ten or more often, or neither."""
        if self.memory is None:
            return "unseen"
        return "slipping" if self.recall < SLIPPING else "firm"


@dataclass(frozen=True, slots=True, eq=False)
class Standings:
    """All questions, in the banks' order, as they stand on `day`.

    horizon: the day looked ahead to. exam: the exam day if that is it, None if none is set.
    calibration: how far the schedule's chances are off for this learner.
    """

    rows: tuple[Standing, ...]
    day: date
    horizon: date
    exam: date | None
    calibration: Calibration


def standings(desk: Desk) -> Standings:
    """Where every question of the banks stands today; quick if nothing has changed since."""
    return kept(desk, "standings", None, lambda: _standings(desk))


def _standings(desk: Desk) -> Standings:
    day = today(desk.clock)
    ahead, exam = horizon(desk)
    known = memories.every(desk.progress)
    known_of = learner(desk)
    rows = desk.index.rows(None)
    weights = weigh(rows, desk.index.topics(), study_plan(desk))
    found: list[Standing] = []
    for row, weight in zip(rows, weights, strict=True):
        memory = known.get(row.ref)
        if memory is not None and not memory.counts_for(row.key):
            memory = None
        recall = recall_on(memory, day, row.guess)
        found.append(
            Standing(
                ref=row.ref,
                bank=row.bank,
                topic=row.topic,
                kind=row.kind,
                prompt=row.prompt,
                weight=weight,
                memory=memory,
                guess=row.guess,
                recall=recall,
                recall_exam=recall_on(memory, ahead, row.guess),
                seconds=known_of.pace.seconds(row.kind, None if memory is None else recall),
                gain=weight
                * gain(
                    memory,
                    day,
                    ahead,
                    row.guess,
                    weights=known_of.weights,
                    first_right=known_of.first_right,
                ),
            )
        )
    return Standings(tuple(found), day, ahead, exam, known_of.correction)
