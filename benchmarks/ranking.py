"""Ranking all questions by what asking them today adds to the marks on the exam day.

Four in ten were never seen. The memories lie in a real progress.db, from which they are read into
the planner's columns; that is told apart from the ranking. Best and median of several runs.

    python benchmarks/ranking.py [--questions 20000 100000] [--runs 9]
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

from tui.banks.index import PlanRow
from tui.clock import SystemClock
from tui.memory import Memory
from tui.progress import memories
from tui.progress.database import Database, open_database
from tui.schedule.planner import day_order, day_queue
from tui.schedule.seconds import Pace
from tui.study.ranking import questions_of

TODAY = date(2026, 11, 20)
EXAM = date(2027, 2, 10)
SEEN = 0.6
LIMITS = {20_000: 100, 100_000: 500}

_Found = TypeVar("_Found")


def timed(runs: int, work: Callable[[], _Found]) -> tuple[_Found, str]:
    """What `work` gives, and the milliseconds it took."""
    taken = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        found = work()
        taken.append((time.perf_counter() - start) * 1000)
    return found, f"{min(taken):7.1f} best {statistics.median(taken):7.1f} median"


def measure(questions: int, runs: int, scratch: Path) -> None:
    made = random.Random(questions)
    rows = [
        PlanRow(
            f"made/q{number:06}",
            f"topic-{made.randrange(200)}",
            kind := made.choice(("choice", "short", "list", "number")),
            f"k{number}",
            0.25 if kind == "choice" else 0.0,
            None,
        )
        for number in range(questions)
    ]
    weights = [made.lognormvariate(0, 0.8) for _ in rows]
    numbers = count()
    db = open_database(scratch / f"{questions}.db", SystemClock(), lambda: f"d{next(numbers)}")
    with db:
        _fill(db, rows, made)
        known, took = timed(runs, lambda: memories.strengths(db))
    print(f"{questions:,} questions, {len(known):,} of them seen; milliseconds")
    print(f"  reading the memories from the database   {took}")
    columns, took = timed(runs, lambda: questions_of(rows, known, weights, Pace({})))
    print(f"  putting them into columns                {took}")
    days = TODAY.toordinal(), EXAM.toordinal()
    order, took = timed(runs, lambda: day_order(columns, *days, first_right=0.5))
    limit = f"   (at most {LIMITS[questions]})" if questions in LIMITS else ""
    print(f"  ranking                                  {took}{limit}")
    queue, took = timed(runs, lambda: day_queue(columns, *days, 2700.0, first_right=0.5))
    print(f"  the questions of 45 minutes              {took}")
    print(f"  {len(order):,} with a gain, {len(queue)} of them today")


def _fill(db: Database, rows: list[PlanRow], made: random.Random) -> None:
    with db.transaction():
        for row in rows:
            if made.random() < SEEN:
                last = TODAY - timedelta(days=made.randrange(1, 90))
                stability = made.lognormvariate(2, 1.2)
                difficulty = made.uniform(1, 10)
                due = last + timedelta(days=1)
                memory = Memory(stability, difficulty, last, due, 3, 0, row.key, recalled=True)
                memories.put(db, row.ref, memory)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        for questions in given.questions:
            measure(questions, given.runs, Path(scratch))


if __name__ == "__main__":
    main()
