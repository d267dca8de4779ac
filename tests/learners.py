"""Learners whose true chance of recall is known, studying day by day by the app's own plan."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path

from fsrs import Card, Rating, Scheduler

from tests.conftest import HandClock
from tui.clock import today
from tui.log import Review
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.progress import memories
from tui.schedule.fsrs6 import after
from tui.study.desk import Desk
from tui.study.planning import planned

PEOPLE = tuple(
    tuple(map(float, line.split()))
    for line in (Path(__file__).parent / "data" / "fsrs6_of_30_people.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
)
"""Weights of FSRS-6 as fitted to 30 people; the app assumes the default ones for everybody."""


@dataclass
class Learner:
    """What somebody really remembers: FSRS-6 with weights of their own.

    speed: by topic, how many times as fast as that it is forgotten. at_first: the chance that a
    question is answered rightly when it is met for the first time. chances: of each answer given,
    with its question and its day, the true chance that it would be right.
    """

    weights: tuple[float, ...]
    chance: random.Random
    speed: Mapping[str, float] = field(default_factory=dict)
    at_first: float = 0.5
    chances: list[tuple[str, date, float]] = field(default_factory=list)
    cards: dict[str, Card] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mind = Scheduler(
            parameters=self.weights, learning_steps=(), relearning_steps=(), enable_fuzzing=False
        )

    def recall(self, ref: str, day: date) -> float:
        """The true chance that `ref`, seen before, is recalled on `day`."""
        return self.mind.get_card_retrievability(self._aged(ref, day), _at(day))

    def answer(self, ref: str, topic: str, day: date) -> Grade:
        """How `ref` comes out on `day`, which it leaves its trace of."""
        self.topics[ref] = topic
        chance = self.recall(ref, day) if ref in self.cards else self.at_first
        grade = Grade.GOOD if self.chance.random() < chance else Grade.AGAIN
        self.chances.append((ref, day, chance))
        self.cards[ref] = self.after(ref, grade, day)
        return grade

    def after(self, ref: str, grade: Grade, day: date) -> Card:
        """What an answer graded so on `day` leaves."""
        card = self._aged(ref, day) if ref in self.cards else Card(card_id=0, due=_at(day))
        return self.mind.review_card(card, Rating(int(grade)), _at(day))[0]

    def _aged(self, ref: str, day: date) -> Card:
        """The card as it is on `day`: what fades twice as fast was seen twice as long ago."""
        card = copy(self.cards[ref])
        assert card.last_review is not None
        days = (_at(day) - card.last_review) * self.speed.get(self.topics[ref], 1.0)
        card.last_review = _at(day) - days
        return card


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def live(
    desk: Desk,
    clock: HandClock,
    learner: Learner,
    *,
    days: int,
    minutes: int,
    never: Iterable[str] = (),
    in_turn: int | None = None,
) -> None:
    """Has `learner` study for so many days, so many minutes a day, what the app plans.

    With `in_turn`, it is so many questions a day in turn instead, whatever the plan. What is missed
    comes once more at the end of the day, as in a session. The questions `never` are not met.
    Afterwards it is the next day.
    """
    rows = {row.ref: row for row in desk.index.rows(None)}
    numbers = iter(range(1_000_000))
    turns = cycle([ref for ref in rows if ref not in set(never)])
    for _ in range(days):
        day = today(clock)
        if in_turn is None:
            refs = list(planned(desk, minutes * 60, without=frozenset(never)))
        else:
            refs = list(islice(turns, in_turn))
        with desk.progress.transaction():
            for at_first in (True, False):
                missed: list[str] = []
                for ref in refs:
                    clock.pass_(seconds=9)
                    grade = learner.answer(ref, rows[ref].topic, day)
                    if grade is Grade.AGAIN:
                        missed.append(ref)
                    review = Review(
                        id=f"{learner.weights[0]}-{next(numbers):06}",
                        question=ref,
                        at=clock.now(),
                        day=day,
                        kind=rows[ref].kind,
                        answer=("as typed",),
                        score=float(grade is not Grade.AGAIN),
                        parts=(("expected", "as typed", "right"),),
                        grade=grade,
                        seconds=9.0,
                        device=desk.progress.device,
                        key=rows[ref].key,
                    )
                    progress_log.append(desk.progress, review)
                    before = memories.get(desk.progress, ref)
                    memories.put(desk.progress, ref, after(before, grade, day, rows[ref].key))
                refs = missed if at_first else []
        clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
        clock.pass_(days=1)
