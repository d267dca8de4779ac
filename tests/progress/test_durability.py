"""Killed, or writing side by side: what was committed is there, and nothing else."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from tests.progress.entries import NOON, review
from tests.progress.files import counted, fill, killed_when_ready, open_at
from tui.clock import FixedClock
from tui.progress import log, memories, sessions
from tui.progress.copies.backup import is_sound
from tui.progress.database import open_database

KILLED_IN_MID_TRANSACTION = """
import sys, time
from pathlib import Path
from tests.progress.entries import review
from tests.progress.files import open_at
from tui.progress import log, memories
from tui.schedule.fsrs6 import replay

db = open_at(Path(sys.argv[1]))
for number in range(3):
    with db.transaction():
        log.append(db, review(f"R{number}"))
        memories.put(db, "bank/a", replay(log.reviews_of(db, ["bank/a"])))
with db.transaction():
    log.append(db, review("UNFINISHED"))
    # More than fits into SQLite's cache: part of it is in the write-ahead log already.
    for number in range(20_000):
        log.append(db, review(f"UNFINISHED-{number}"))
    memories.put(db, "bank/a", None)
    print("ready", flush=True)
    time.sleep(60)
"""

KILLED_WHILE_MADE = """
import os, signal, sys
from pathlib import Path
from tests.progress.entries import NOON
from tui.clock import FixedClock
from tui.progress.database import open_database

def killed():
    # The tables stand and are not committed yet.
    print("ready", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

open_database(Path(sys.argv[1]), FixedClock(NOON), killed)
"""

ONE_OF_MANY_WRITERS = """
import sys
from pathlib import Path
from tests.progress.entries import review
from tests.progress.files import open_at
from tui.progress import log

path, name = Path(sys.argv[1]), sys.argv[2]
with open_at(path) as db:
    for number in range(50):
        with db.transaction():
            log.append(db, review(f"{name}-{number}"))
    print(db.device)
"""

OUT_OF_ROOM = """
import resource, sys
from pathlib import Path
from tests.progress.entries import review
from tests.progress.files import open_at
from tui.progress import log
from tui.progress.errors import ProgressError

resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
with open_at(Path(sys.argv[1])) as db:
    number = 0
    try:
        while True:
            with db.transaction():
                log.append(db, review(f"R{number:05}"))
            number += 1
    except ProgressError as error:
        print(number, error)
"""


def test_a_kill_in_mid_transaction_leaves_what_was_committed(path: Path) -> None:
    killed_when_ready(KILLED_IN_MID_TRANSACTION, path)
    assert path.with_name("progress.db-wal").stat().st_size > 1_000_000
    with open_at(path) as db:
        assert [entry.id for entry in log.entries(db)] == ["R0", "R1", "R2"]
        memory = memories.get(db, "bank/a")
        assert memory is not None
        assert memory.reviews == 3
    assert is_sound(path)


def test_a_kill_during_the_first_start_leaves_a_file_that_opens(path: Path) -> None:
    for _ in range(2):
        killed_when_ready(KILLED_WHILE_MADE, path)
    with open_at(path) as db:
        fill(db, [review("R1")])
        assert sessions.latest(db) is None
    assert is_sound(path)


def test_processes_that_start_and_write_at_once_all_get_through(path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", ONE_OF_MANY_WRITERS, str(path), f"W{number}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    said = [writer.communicate(timeout=60) for writer in writers]
    assert [errors for _, errors in said] == [""] * 4
    # Only one of them made the file: all are the same device.
    assert len({device for device, _ in said}) == 1
    with open_at(path) as db:
        ids = {entry.id for entry in log.entries(db)}
    assert ids == {f"W{writer}-{number}" for writer in range(4) for number in range(50)}


def test_a_start_waits_for_another_that_has_begun_to_make_the_file(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(0.3, other.execute, ["ROLLBACK"])
        release.start()
        open_at(path).close()
        release.join()
    assert is_sound(path)


def test_those_that_start_at_the_same_moment_make_one_file(path: Path) -> None:
    fork = multiprocessing.get_context("fork")
    for number in range(10):
        place = path.with_name(f"{number}.db")
        gate, said = fork.Barrier(5), fork.SimpleQueue()
        starters = [fork.Process(target=start_at, args=(gate, place, said)) for _ in range(5)]
        for starter in starters:
            starter.start()
        devices = {said.get() for _ in starters}
        for starter in starters:
            starter.join()
        with open_at(place) as db:
            assert devices == {db.device}


def start_at(gate: Barrier, path: Path, said: SimpleQueue[str]) -> None:
    """Opens the file when all others are ready to; says which device it is, or what went wrong."""
    ids = counted(f"P{os.getpid()}-")
    gate.wait()
    try:
        with open_database(path, FixedClock(NOON), ids) as db:
            said.put(db.device)
    except Exception as error:
        said.put(repr(error))


def test_a_file_that_may_not_grow_keeps_what_it_has(path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OUT_OF_ROOM, str(path)], capture_output=True, text=True, check=True
    )
    number, said = done.stdout.split(" ", 1)
    assert str(path) in said
    assert "what was saved before is kept" in said
    with open_at(path) as db:
        assert len(list(log.entries(db))) == int(number) > 10
    assert is_sound(path)
