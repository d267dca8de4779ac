"""How long it takes to merge another device's progress: 200,000 reviews, and a day of it.

    python -m benchmarks.merge [REVIEWS]

Four cases, each with the real command in a process of its own: all of another device's
progress.db taken into an empty one; the same once more, where nothing is new; a day's 200 answers
taken into the full one; and a shared folder with the whole log, read and written.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.progress.entries import review
from tests.progress.files import counted
from tests.terminal import CSSPREP
from tui.clock import FixedClock
from tui.log import Review
from tui.progress import log
from tui.progress.database import open_database

START = datetime(2023, 11, 1, 12, tzinfo=UTC)
QUESTIONS = 20_000


def main() -> None:
    """Prints the seconds of each case."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    chance = random.Random(7)
    with TemporaryDirectory() as name:
        root = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(root / "cache")
        there, here, shared = root / "there", root / "here", root / "shared"
        for folder in (there, here):
            (folder / "question_banks").mkdir(parents=True)
        shared.mkdir()
        fill(there / "progress.db", answers(count, chance))
        whole = str(there / "progress.db")
        run(f"all of {count:,} reviews, into an empty file", here, "progress", "merge", whole)
        run("the same again, nothing new", here, "progress", "merge", whole)
        fill(there / "progress.db", answers(200, chance, count))
        run("200 more answers", here, "progress", "merge", whole)
        run("a shared folder, written", there, "sync", str(shared))
        run("a shared folder, read and written", here, "sync", str(shared))
        fill(there / "progress.db", answers(200, chance, count + 200))
        run("200 more answers, written", there, "sync", str(shared))
        run("200 more answers, read and written", here, "sync", str(shared))


def answers(count: int, chance: random.Random, first: int = 0) -> list[Review]:
    """So many answers to 20,000 questions, five minutes apart."""
    return [
        review(
            f"R{number:025}",
            f"bank/q{chance.randrange(QUESTIONS)}",
            START + timedelta(minutes=5 * number),
            chance.choice((0.0, 1.0, 1.0, 1.0)),
        )
        for number in range(first, first + count)
    ]


def fill(path: Path, entries: list[Review]) -> None:
    """Logs `entries` in the file."""
    with open_database(path, FixedClock(START), counted()) as db, db.transaction():
        log.append_all(db, entries)


def run(what: str, folder: Path, *arguments: str) -> None:
    """Runs the command and prints how long it took, and how long processors worked for it."""
    began, worked = time.perf_counter(), os.times()
    subprocess.run(
        [CSSPREP, "--folder", str(folder), *arguments], check=True, stdout=subprocess.DEVNULL
    )
    seconds, now = time.perf_counter() - began, os.times()
    busy = now.children_user + now.children_system
    busy -= worked.children_user + worked.children_system
    print(f"{seconds:6.1f} s  {busy:6.1f} s of a processor  {what}", flush=True)


if __name__ == "__main__":
    main()
