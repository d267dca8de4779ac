"""From exec to the first question on a terminal of 80×24, beside an empty Textual app.

Both are run in turn, so that a machine whose speed drifts does not favour one of them. Printed are
medians, the ratio of each pair, and the most memory that each held.

    python benchmarks/first_paint.py [--runs 15] [--questions 20000] [--reviews 200000]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated, shipped
from benchmarks.terminal import Terminal
from tui.clock import SystemClock, today
from tui.study.desk import open_desk
from tui.study.exam_day import set_exam_day
from tui.study.folder import StudyFolder
from tui.study.ids import random_id

SIZE = (80, 24)
EMPTY = [sys.executable, str(Path(__file__).parent / "empty_app.py")]
STUDY = [str(Path(sys.executable).parent / "cssprep"), "study"]


def first_paint(command: list[str], text: bytes, environment: dict[str, str]) -> tuple[float, int]:
    """Milliseconds until `text` is painted, and the peak memory in KiB."""
    with Terminal(command, SIZE, environment) as terminal:
        painted = terminal.wait_for(text)
        terminal.rest()
        return (painted - terminal.started) * 1000, terminal.peak_memory()


def compare(name: str, folder: StudyFolder, cache: Path, runs: int) -> None:
    environment = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "CSSPREP_FOLDER": str(folder.root),
        "XDG_CACHE_HOME": str(cache),
    }
    cold, cold_memory = first_paint(STUDY, b"1 of ", environment)
    pairs = []
    for _ in range(runs):
        # A new session each time: what an unfinished one saves is not to be counted in.
        _forget_sessions(folder.progress)
        empty = first_paint(EMPTY, b"Empty-app-painted", environment)
        ours = first_paint(STUDY, b"1 of ", environment)
        pairs.append((empty, ours))
    empty_ms = statistics.median(e[0] for e, _ in pairs)
    ours_ms = statistics.median(o[0] for _, o in pairs)
    ratios = sorted(o[0] / e[0] for e, o in pairs)
    empty_kib = max(e[1] for e, _ in pairs)
    ours_kib = max(o[1] for _, o in pairs)
    print(f"{name}, {runs} runs each, in turn")
    print(f"  empty Textual app   median {empty_ms:6.0f} ms   peak {empty_kib / 1024:5.0f} MiB")
    print(f"  first question      median {ours_ms:6.0f} ms   peak {ours_kib / 1024:5.0f} MiB")
    print(
        f"  ratio               median {statistics.median(ratios):6.2f}      "
        f"(from {ratios[0]:.2f} to {ratios[-1]:.2f}); memory {ours_kib / empty_kib:.2f}"
    )
    print(
        f"  the very first run, which compiles the bank: {cold:.0f} ms, {cold_memory // 1024} MiB"
    )


def _forget_sessions(file: Path) -> None:
    import sqlite3

    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM session_queues")
        connection.execute("DELETE FROM session_steps")
        connection.execute("DELETE FROM sessions")
    connection.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        compare("Shipped bank", shipped(place / "shipped"), place / "cache", given.runs)
        print("making the large folder …", file=sys.stderr)
        large = generated(place / "large", given.questions, given.reviews)
        name = f"{given.questions:,} questions, {given.reviews:,} reviews"
        compare(name, large, place / "cache", given.runs)
        with open_desk(large, SystemClock(), random_id) as desk:
            set_exam_day(desk, today(desk.clock) + timedelta(days=80))
        compare(f"{name}, an exam day ahead", large, place / "cache", given.runs)


if __name__ == "__main__":
    main()
