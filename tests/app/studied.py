"""Desks of learners who have answered: nothing, a little, or for months."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import timedelta

from tests.conftest import MORNING
from tui.clock import study_day
from tui.log import Review
from tui.memory import Grade
from tui.progress import log, memories
from tui.schedule.fsrs6 import replay
from tui.study.desk import Desk

MONTHS = 200
"""Days that `months` of answers go back."""
HOURS = (6, 7, 7, 8, 20, 21, 21, 22)
SECONDS = {"choice": 6, "truefalse": 5, "multiple": 12, "short": 9, "number": 8, "date": 10}


def ten_answers(desk: Desk) -> None:
    """Ten answers on two days, one question a second time."""
    refs = [row.ref for row in desk.index.rows(None)]
    asked = [(ref, 2) for ref in refs[:7]] + [(ref, 1) for ref in refs[:3]]
    _answer(desk, [(ref, back, 9, n % 4 != 3) for n, (ref, back) in enumerate(asked)])


def months_of_answers(desk: Desk) -> None:
    """Answers on most of the last `MONTHS` days; a pause in between; as in every run."""
    made = random.Random(5)
    refs = [row.ref for row in desk.index.rows(None)]
    asked: list[tuple[str, int, int, bool]] = []
    for back in range(MONTHS, 0, -1):
        if 90 < back < 104 or made.random() < 0.2:
            continue
        for ref in made.sample(refs, made.randint(1, 9)):
            hour = made.choice(HOURS)
            asked.append((ref, back, hour, made.random() < (0.95 if hour < 12 else 0.85)))
    _answer(desk, asked)


def _answer(desk: Desk, asked: list[tuple[str, int, int, bool]]) -> None:
    """Answers each question so many days ago, at an hour, rightly or not."""
    made = random.Random(6)
    rows = {row.ref: row for row in desk.index.rows(None)}
    answers: dict[str, list[Review]] = defaultdict(list)
    with desk.progress.transaction():
        for number, (ref, back, hour, right) in enumerate(asked):
            at = (MORNING - timedelta(days=back)).replace(hour=hour, minute=number % 60)
            kind = rows[ref].kind
            review = Review(
                id=f"A{number:025}",
                question=ref,
                at=at,
                day=study_day(at, desk.clock.zone()),
                kind=kind,
                answer=("as typed",),
                score=float(right),
                parts=(),
                grade=Grade.GOOD if right else Grade.AGAIN,
                seconds=SECONDS.get(kind, 20) * made.lognormvariate(0, 0.5),
                device="D",
                key=rows[ref].key,
            )
            log.append(desk.progress, review)
            answers[ref].append(review)
        for ref, given in answers.items():
            memories.put(desk.progress, ref, replay(sorted(given, key=lambda each: each.at)))
