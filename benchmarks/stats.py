"""How long the statistics take, at 200,000 reviews over three years; and whether they are right.

The first part times all figures on a large folder: the first time, when nothing has changed, after
a session of 40 answers, and what is told at once meanwhile. The second simulates learners whose
true recall is known, and counts how often the intervals hold the truth.

    python benchmarks/stats.py [--questions 20000] [--reviews 200000] [--learners 30]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated
from tui.clock import FixedClock, SystemClock
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.ids import random_id
from tui.study.opening import open_session
from tui.study.states import Asked, Finished
from tui.study.statistics.gathering import statistics, statistics_at_once

YEARS = 3 * 365
ANSWERS = 40
TIMES = 11


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    parser.add_argument("--learners", type=int, default=30)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch) / "cache")
        folder = generated(Path(scratch) / "large", given.questions, given.reviews, YEARS)
        print(f"{given.questions:,} questions, {given.reviews:,} reviews over three years")
        time_figures(folder)
    tell_truth(given.learners)


def time_figures(folder: StudyFolder) -> None:
    clock = FixedClock(SystemClock().now() + timedelta(hours=1), SystemClock().zone())
    with open_desk(folder, clock, random_id) as desk:
        told("told at once, before the first time", lambda: statistics_at_once(desk), 3)
        told("all figures, the first time", lambda: statistics(desk), 1)
        told("all figures, nothing new", lambda: statistics(desk), TIMES)
        answer(desk)
        told(f"all figures, after {ANSWERS} more answers", lambda: statistics(desk), 1)
        told("all figures, nothing new", lambda: statistics_at_once(desk), TIMES)


def answer(desk: Desk) -> None:
    session = open_session(desk, 240)
    answered = 0
    while answered < ANSWERS:
        if isinstance(session.state, Finished):
            raise RuntimeError(f"only {answered} questions could be asked")
        if isinstance(session.state, Asked):
            session.answer(("1",), 7.0)
            answered += 1
        session.go_on()


def told(name: str, action: Callable[[], object], times: int) -> None:
    taken: list[float] = []
    for _ in range(times):
        started = perf_counter()
        action()
        taken.append((perf_counter() - started) * 1000)
    print(f"  {name:45} median {median(taken):8.1f} ms   most {max(taken):8.1f} ms")


def tell_truth(learners: int) -> None:
    from tests.study.statistics.simulated import LEARNERS, coverage

    for name in LEARNERS:
        held, bands, sentences = coverage(name, range(learners))
        print(f"{learners} learners, {name}")
        print(f"  {held} of {bands} bands' intervals hold the true recall: {held / bands:.1%}")
        for sentence, count in sentences.most_common():
            print(f"  {count:4} × {sentence}")


if __name__ == "__main__":
    main()
