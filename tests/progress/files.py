"""Real progress files for tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

from tests.progress.entries import NOON
from tui.clock import FixedClock
from tui.log import Entry
from tui.progress import log
from tui.progress.database import Database, open_database

NOBODY = 65534


def counted(prefix: str = "N") -> Callable[[], str]:
    """Ids that count up."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers):025}"


def open_at(path: Path) -> Database:
    return open_database(path, FixedClock(NOON), counted())


@contextmanager
def new_database() -> Iterator[Database]:
    """A database of its own, for each example of a property."""
    with tempfile.TemporaryDirectory() as folder, open_at(Path(folder, "progress.db")) as db:
        yield db


def fill(db: Database, entries: list[Entry]) -> None:
    with db.transaction():
        for entry in entries:
            log.append(db, entry)


def later_ones(backup: Path) -> None:
    """Puts copies of the backup beside it, as if made in the 400 days after, and for restores."""
    for day in range(1, 400, 3):
        at = NOON + timedelta(days=day)
        shutil.copy(backup, backup.with_name(f"progress-{at:%Y%m%dT%H%M%SZ}-daily.db"))
    for hour in range(1, 4):
        at = NOON + timedelta(days=400, hours=hour)
        shutil.copy(backup, backup.with_name(f"progress-{at:%Y%m%dT%H%M%SZ}-restore.db"))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in `folder` by name."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def as_learner(action: Callable[[], str]) -> str:
    """What `action` returns when run in a process that file permissions bind, as root's do not."""
    if os.geteuid() != 0:
        return action()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        try:
            said = action()
        except BaseException as error:
            said = f"{type(error).__name__}: {error}"
        os.write(write, said.encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as stream:
        said = stream.read()
    os.waitpid(child, 0)
    return said


def killed_when_ready(program: str, path: Path) -> None:
    """Runs `program` on `path` in a process, and kills that with SIGKILL when it says "ready"."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.kill()
