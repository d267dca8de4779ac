"""How long it takes to merge, sync, restore, upgrade and examine 200,000 reviews.

    python -m benchmarks.long_log [REVIEWS]

Each with the real command in a process of its own: all of another device's progress.db taken into
an empty one; the same once more, where nothing is new; a day's 200 answers taken into the full one;
a shared folder with the whole log, read and written; a backup restored; a file of the first version
upgraded; a sound file examined, and one made anew that is damaged in its middle.
"""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.progress.entries import review
from tests.progress.files import counted
from tests.progress.test_migrations import VERSIONS
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
        backup = max((here / "progress_backups").glob("*.db"), key=lambda file: file.stat().st_size)
        run("a backup, restored", here, "progress", "restore", str(backup))
        run("a sound file, examined", here, "doctor")
        old = root / "old"
        (old / "question_banks").mkdir(parents=True)
        make_first_version(old / "progress.db", here / "progress.db")
        run("a file of version 1, upgraded", old, "progress", "flags")
        spoil(here / "progress.db")
        run("a damaged file, made anew", here, "doctor", "--fix")


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


def make_first_version(path: Path, like: Path) -> None:
    """Makes a file of the first version at `path`, with the answers that are in `like`."""
    columns = (
        "event, id, at, device, question, day, kind, answer, score, parts, grade, seconds, key"
    )
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript((VERSIONS / "version-1.sql").read_text(encoding="utf-8"))
        connection.execute("ATTACH ? AS source", (str(like),))
        connection.execute(
            f"INSERT INTO log ({columns}) SELECT {columns} FROM source.log WHERE event = 'answer'"
        )


def spoil(path: Path) -> None:
    """Overwrites ten pages in the middle of the file."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 8192 * 4096)
        file.write(b"\xff" * 40_960)


def run(what: str, folder: Path, *arguments: str) -> None:
    """Runs the command and prints how long it took, and how long processors worked for it."""
    began, worked = time.perf_counter(), os.times()
    done = subprocess.run(
        [CSSPREP, "--folder", str(folder), *arguments], check=False, stdout=subprocess.DEVNULL
    )
    if done.returncode > 1:
        raise SystemExit(f"{what}: exit code {done.returncode}")
    seconds, now = time.perf_counter() - began, os.times()
    busy = now.children_user + now.children_system
    busy -= worked.children_user + worked.children_system
    print(f"{seconds:6.1f} s  {busy:6.1f} s of a processor  {what}", flush=True)


if __name__ == "__main__":
    main()
