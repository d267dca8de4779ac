"""How long a search takes at 20,000 questions with 60,000 answers, from the query to the rows.

Printed are what compiling the bank takes and the size of what is kept of it, then for each query
the median and the worst of 30 in milliseconds, as the worker of the screen of all questions does
it: a desk of its own, the query read and answered, the first 500 rows made.

    python benchmarks/search.py [QUESTIONS [ANSWERS]]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated
from tui.clock import SystemClock
from tui.study.browse import browse
from tui.study.desk import open_desk
from tui.study.ids import random_id

TIMES = 30
QUERIES = (
    "",
    "l",
    "leader",
    "founded place 12",
    '"place number 77"',
    "topic:topic.t1",
    "kind:number leader",
    "due<7d",
    "recall<80%",
    "state:slipping",
    "lapses>1",
    "wrong<7d",
    "-seen:no leader recall<80% lapses>0",
)


def main(questions: int, answers: int) -> None:
    """Measures, and prints."""
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = f"{scratch}/cache"
        study = generated(Path(scratch) / "study", questions, answers)
        for kept in study.cache.glob("*.sqlite*"):
            kept.unlink()
        begun = perf_counter()
        desk = open_desk(study, SystemClock(), random_id)
        size = sum(kept.stat().st_size for kept in study.cache.glob("*.sqlite"))
        print(f"compiled in {perf_counter() - begun:.1f} s, {size / 1e6:.1f} MB kept")
        print(f"{'found':>7}  {'median':>7}  {'worst':>7}  ms")
        for query in QUERIES:
            times = []
            for _ in range(TIMES):
                begun = perf_counter()
                with desk.another() as another:
                    _, found = browse(another, query)
                times.append(1000 * (perf_counter() - begun))
            print(f"{found:>7}  {median(times):>7.1f}  {max(times):>7.1f}  {query}")
        desk.close()


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:3]]
    main(*(given + [20_000, 60_000][len(given) :]))
