"""Kills commands that change much of progress.db at every write, and looks at what is there then.

    python -m tests.durability.killed_commands

Merge, sync, import, restore, repair and upgrade each work on a small file of their own, and are
killed with strace at the first write, sync, removal, link or renaming, at the second, and so on to
their end. After each kill, all answers that were there before are there, the file is sound, and the
same command, run again, comes to its end with what it would have come to.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.progress.entries import NOON, review
from tests.progress.files import counted
from tests.progress.test_migrations import from_version
from tests.terminal import CSSPREP
from tui.clock import SystemClock
from tui.log import Review
from tui.progress import log
from tui.progress.copies.backup import is_sound
from tui.progress.copies.backups import back_up_now
from tui.progress.database import open_database
from tui.progress.lines import to_line

WRITES = "pwrite64,fdatasync,fsync,ftruncate,unlink,rename,link"
HERE, THERE = 40, 60
"""Answers on this device, and those that come from elsewhere."""


@dataclass(frozen=True, slots=True)
class Killed:
    """A command that is killed: how its folder is made, and what it is called with there.

    least: ids of entries that are there whatever happens. at_end: those there once it has ended.
    """

    name: str
    make: Callable[[Path], None]
    arguments: tuple[str, ...]
    least: frozenset[str]
    at_end: frozenset[str]


def answers(letter: str, count: int) -> list[Review]:
    """So many answers with ids of their own."""
    return [
        review(f"{letter}{n}", f"bank/q{n % 30}", NOON + timedelta(hours=n)) for n in range(count)
    ]


OURS = frozenset(entry.id for entry in answers("R", HERE))
THEIRS = frozenset(entry.id for entry in answers("T", THERE))
OLD = frozenset({"R1", "A1", "R2", "U1"})


def commands() -> list[Killed]:
    """All of them."""
    both = OURS | THEIRS
    return [
        Killed("merge", _with_other, ("progress", "merge", "other.jsonl"), OURS, both),
        Killed("import", _with_other, ("progress", "import", "other.jsonl"), OURS, both),
        Killed("sync", _with_shared, ("sync", "shared"), OURS, both),
        Killed("restore", _with_backup, ("progress", "restore", "backup.db"), OURS, OURS),
        Killed("repair", _damaged, ("doctor", "--fix"), OURS, OURS),
        Killed("upgrade", _first_version, ("progress", "flags"), OLD, OLD),
    ]


def kill_at(killed: Killed, number: int, folder: Path) -> str | None:
    """Kills the command at its n-th write in a folder of its own.

    What is wrong then, "" if nothing is; None if it ended before that.
    """
    folder.mkdir()
    killed.make(folder)
    inject = f"inject={WRITES}:signal=SIGKILL:when={number}"
    strace = ["strace", "-f", "-qqq", "-o", os.devnull, "-e", inject]
    done = _run([*strace, CSSPREP, *killed.arguments], folder)
    if done.returncode == 0:
        return None
    if done.returncode not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        return f"exit code {done.returncode}: {done.stderr}"
    if not killed.least <= _ids(folder):
        return f"lost {sorted(killed.least - _ids(folder))}"
    again = _run([CSSPREP, *killed.arguments], folder)
    # A file that was repaired already needs no repair.
    if again.returncode != 0:
        return f"again, exit code {again.returncode}: {again.stderr}"
    if _ids(folder) != killed.at_end:
        return f"again, {sorted(_ids(folder) ^ killed.at_end)}"
    return "" if is_sound(folder / "progress.db") else "not sound"


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "CSSPREP_FOLDER": str(folder),
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _ids(folder: Path) -> set[str]:
    """The ids in the log, as the next start would see them: of a copy, which it may repair."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "study"
        shutil.copytree(folder, copy)
        _run([CSSPREP, "doctor", "--fix"], copy)
        with closing(open_database(copy / "progress.db", SystemClock(), counted())) as db:
            return log.ids(db)


def _with_answers(folder: Path) -> None:
    (folder / "question_banks").mkdir()
    with (
        open_database(folder / "progress.db", SystemClock(), counted()) as db,
        db.transaction(),
    ):
        log.append_all(db, answers("R", HERE))


def _with_other(folder: Path) -> None:
    _with_answers(folder)
    lines = [f"{to_line(entry)}\n" for entry in answers("T", THERE)]
    (folder / "other.jsonl").write_text("".join(lines), encoding="utf-8")


def _with_shared(folder: Path) -> None:
    _with_other(folder)
    (folder / "shared").mkdir()
    (folder / "other.jsonl").rename(folder / "shared" / "OTHER.jsonl")


def _with_backup(folder: Path) -> None:
    _with_answers(folder)
    back_up_now(folder / "progress.db", "daily", SystemClock()).rename(folder / "backup.db")


def _damaged(folder: Path) -> None:
    _with_answers(folder)
    back_up_now(folder / "progress.db", "daily", SystemClock())
    with (folder / "progress.db").open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 8192)


def _first_version(folder: Path) -> None:
    (folder / "question_banks").mkdir()
    from_version(folder / "progress.db", 1)


def main() -> int:
    """Kills each command at each of its writes; 1 if something was wrong."""
    wrong = 0
    for killed in commands():
        number = 1
        with tempfile.TemporaryDirectory() as name:
            while (found := kill_at(killed, number, Path(name) / str(number))) is not None:
                if found:
                    wrong += 1
                    print(f"{killed.name}, write {number}: {found}", flush=True)
                shutil.rmtree(Path(name) / str(number))
                number += 1
        print(f"{killed.name}: killed at each of its {number - 1} writes", flush=True)
    print(f"{wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
