"""How long the figures of the topics take at 20,000 questions and 200,000 reviews.

python -m benchmarks.topics [QUESTIONS] [REVIEWS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.folders import generated
from tui.clock import SystemClock
from tui.study.calibration import calibration
from tui.study.desk import Desk, open_desk
from tui.study.ids import random_id
from tui.study.kept import Kept
from tui.study.prospect import winnable
from tui.study.standing import standings
from tui.study.topics import topic_standings

TIMES = 7


def main() -> None:
    """Prints the best and the median of some runs, with nothing kept and with all kept."""
    questions, reviews = (int(text) for text in (sys.argv[1:3] or ("20000", "200000")))
    with tempfile.TemporaryDirectory() as folder:
        study = generated(Path(folder) / "study", questions, reviews)
        with open_desk(study, SystemClock(), random_id) as desk:
            _measure(desk)


def _measure(desk: Desk) -> None:
    parts: dict[str, list[float]] = {}

    def timed(name: str, start: float) -> float:
        now = perf_counter()
        parts.setdefault(name, []).append(1000 * (now - start))
        return now

    for _ in range(TIMES):
        desk.kept = Kept()
        start = perf_counter()
        known = standings(desk)
        at = timed("every question", start)
        topic_standings(desk, known)
        at = timed("topics and papers", at)
        winnable(known, 1200)
        at = timed("what 20 minutes win", at)
        calibration(desk)
        timed("of the topics: correction for the learner", at)
        at = perf_counter()
        topic_standings(desk, standings(desk))
        timed("all of it, kept", at)
    for name, times in parts.items():
        print(f"{name:<45}{min(times):7.1f} ms best {sorted(times)[TIMES // 2]:7.1f} ms median")


if __name__ == "__main__":
    main()
