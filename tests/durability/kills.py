"""Kills the real app on a real terminal, again and again, and holds it to what its screen said.

    python -m tests.durability.kills --count 1000 --seed 1

Each start goes on with the session that the kill before it has left. An answer is promised once its
verdict is on the screen, and taken back once the question stands there again. After each kill, a
copy of the files is held against that; and the next start has to show what the copy says.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from tests.durability.towns import PROMPT, code, write_towns
from tests.terminal import CSSPREP, CTRL_Q, ENTER, Terminal
from tui.clock import SystemClock
from tui.progress import log, memories, sessions
from tui.progress.database import open_database
from tui.schedule.fsrs6 import replay
from tui.study.ids import random_id

TOWNS = 60
VERDICT = "✓ Right"
FILES = ("progress.db", "progress.db-wal")
WRITES = "pwrite64,fdatasync,fsync,ftruncate,unlink,rename,openat"
"""What changes a file, or makes sure of it; and what makes one."""
LONGEST = 12
"""Steps after which a start is left that its kill has not reached: leaving writes, too."""


class Way(StrEnum):
    """How a start is killed."""

    TIME = "time"
    """Some milliseconds after a key."""
    STATEMENT = "statement"
    """Before the n-th statement of SQLite that writes."""
    WRITE = "write"
    """At the n-th write, sync, removal or opening of progress.db and its log, by strace."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session stands: the town asked about, and whether its verdict is shown."""

    town: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What the files hold: the answers that stand by town, and the place of the session."""

    standing: Counter[int]
    place: Place | None


@dataclass(slots=True)
class Tally:
    """What came of the kills."""

    kills: int = 0
    promised: int = 0
    lost: int = 0
    doubled: int = 0
    damaged: int = 0
    elsewhere: int = 0
    by_way: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def line(self) -> str:
        """The tally in one line."""
        ways = ", ".join(f"{count} by {way}" for way, count in sorted(self.by_way.items()))
        return (
            f"{self.kills} kills ({ways}), {self.promised} answers promised before them: "
            f"{self.lost} lost, {self.doubled} doubled, {self.damaged} files that need repair, "
            f"{self.elsewhere} starts elsewhere than the session stood."
        )


class Chain:
    """One study folder, and the kills it goes through."""

    def __init__(self, folder: Path, chance: random.Random, tally: Tally) -> None:
        self.folder = folder
        self.chance = chance
        self.tally = tally
        self.promised: set[int] = set()
        self.may_stand: list[Place | None] = [None]
        self.may_count: list[set[int]] = [set()]
        write_towns(folder, TOWNS)

    def kill_once(self, way: Way, at: int) -> bool:
        """Starts the app, studies, kills it, and looks; False once nothing is left to answer."""
        before = kept(self.folder) if (self.folder / "progress.db").exists() else None
        with Terminal(self._command(way, at), self.folder, 80, 24) as terminal:
            with suppress(Dead):
                self._study(terminal, way, before)
                if way is Way.TIME:
                    kill(terminal)
                else:
                    terminal.process.send(CTRL_Q)
            while terminal.goes_on():
                pass
            terminal.process.wait()
            killed = terminal.process.signalstatus == signal.SIGKILL
        # One that was left before its kill came has still to have kept all.
        self.tally.kills += killed
        self.tally.by_way[way.value] += killed
        self.tally.promised += len(self.promised)
        self._look(f"{way} {at}")
        return len(self.promised) < TOWNS - LONGEST

    def _command(self, way: Way, at: int) -> list[str]:
        study = ["study", "--minutes", "600"]
        if way is Way.STATEMENT:
            return [sys.executable, "-m", "tests.durability.at_statement", str(at), *study]
        if way is Way.WRITE:
            paths = [part for name in FILES for part in ("-P", str(self.folder / name))]
            inject = f"inject={WRITES}:signal=SIGKILL:when={at}"
            quiet = ["-f", "-qqq", "-o", os.devnull]
            return ["strace", *quiet, *paths, "-e", inject, CSSPREP, *study]
        return [CSSPREP, *study]

    def _study(self, terminal: Terminal, way: Way, before: Kept | None) -> None:
        """Answers and goes on until killed; returns where somebody else has to do it."""
        wanted = before.place if before is not None else None
        place = first_place(terminal, wanted)
        if wanted is not None and place != wanted:
            self.tally.elsewhere += 1
            self.tally.wrong.append(f"the screen shows {place}, the file says {wanted}")
        self._arrive(place)
        steps = self.chance.randrange(1, 5 if way is Way.TIME else LONGEST)
        for step in range(1, steps + 1):
            undoes = place.shown and self.chance.random() < 0.15
            counted = self.promised - {place.town} if undoes else self.promised
            self.may_count = [self.promised, counted if place.shown else counted | {place.town}]
            # The place after this step is not known yet, but that it is another one is.
            self.may_stand = [place, None]
            if place.shown:
                terminal.process.send("u" if undoes else ENTER)
            else:
                if code(place.town) not in terminal.text:
                    terminal.process.send(code(place.town))
                    terminal.wait_for(code(place.town))
                terminal.process.send(ENTER)
            if way is Way.TIME and step == steps:
                time.sleep(self.chance.random() * 0.06)
                return
            place = wait_for_place(terminal, other_than=place)
            self._arrive(place)

    def _arrive(self, place: Place) -> None:
        """Notes what the screen promises at `place`."""
        town = {place.town}
        self.promised = self.promised | town if place.shown else self.promised - town
        self.may_stand, self.may_count = [place], [self.promised]

    def _look(self, how: str) -> None:
        """Holds the files against what the screen said."""
        tally = self.tally
        if not (self.folder / "progress.db").exists():
            if self.promised:
                tally.lost += len(self.promised)
            return
        try:
            now = kept(self.folder)
        except (sqlite3.Error, ValueError) as error:
            tally.damaged += 1
            tally.wrong.append(f"{how}: {error}")
            return
        lost = set.intersection(*self.may_count) - set(now.standing)
        doubled = [town for town, count in now.standing.items() if count > 1]
        more = set(now.standing).difference(*self.may_count)
        tally.lost += len(lost)
        tally.doubled += len(doubled) + len(more)
        if lost or doubled or more:
            tally.wrong.append(f"{how}: lost {lost}, doubled {doubled}, never given {more}")
        if None not in self.may_stand and now.place not in self.may_stand:
            tally.elsewhere += 1
            tally.wrong.append(f"{how}: stood at {self.may_stand}, the file says {now.place}")
        self.promised = set(now.standing)


def kill(terminal: Terminal) -> None:
    """SIGKILL to the app, also where it is a child of the child, as with strace between."""
    assert terminal.process.pid is not None
    with suppress(ProcessLookupError):
        os.killpg(terminal.process.pid, signal.SIGKILL)


class Dead(Exception):
    """The app was killed while its screen was waited for."""


def wait_for_place(terminal: Terminal, *, other_than: Place | None) -> Place:
    """Waits until the screen shows another place, painted to its end; Dead if the app is."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        before = terminal.text
        if not terminal.goes_on(0.04):
            raise Dead
        place = place_on(terminal.text)
        if terminal.text == before and place is not None and place != other_than:
            return place
    raise AssertionError(f"nothing new on the screen:\n{terminal.text}")


def first_place(terminal: Terminal, wanted: Place | None) -> Place:
    """The place that the first screens of a start come to: `wanted`, unless it never does."""
    end = time.monotonic() + 5
    while (place := wait_for_place(terminal, other_than=None)) != wanted is not None:
        if time.monotonic() > end:
            break
    return place


def place_on(screen: str) -> Place | None:
    """The place that the screen shows; None while it shows none."""
    asked = PROMPT.search(" ".join(screen.split()))
    return Place(int(asked[1]), VERDICT in screen) if asked else None


def kept(folder: Path) -> Kept:
    """What the files in `folder` hold, read from a copy; ValueError if they need repair."""
    with tempfile.TemporaryDirectory() as copies:
        copy = Path(copies, "progress.db")
        for name in FILES:
            if (folder / name).exists():
                shutil.copy(folder / name, copy.with_name(name))
        with closing(sqlite3.connect(copy)) as raw:
            for check in ("integrity_check", "foreign_key_check"):
                found = raw.execute(f"PRAGMA {check}").fetchall()
                if found not in ([], [("ok",)]):
                    raise ValueError(f"{check}: {found[:3]}")
        with open_database(copy, SystemClock(), random_id) as db:
            standing = Counter(
                {town_of(name): len(found) for name, found in log.reviews_by_question(db) if found}
            )
            derived = memories.every(db)
            with db.transaction():
                memories.rebuild(db, replay)
            if memories.every(db) != derived:
                raise ValueError("the memories are not those of the log")
            row = sessions.latest(db)
        place = None
        if row is not None and row.place < len(row.queue):
            place = Place(town_of(row.queue[row.place]), row.shown is not None)
        return Kept(standing, place)


def town_of(ref: str) -> int:
    """The number of the town that the question is about."""
    return int(ref.rpartition("-")[2])


def kill_many(root: Path, count: int, seed: int, ways: list[Way], say: bool = False) -> Tally:
    """Kills the app so many times, in the `ways` in turn, at ever later writes."""
    chance, tally = random.Random(seed), Tally()
    chain, chains = None, 0
    number = 0
    while tally.kills < count:
        number += 1
        if chain is None:
            chains += 1
            chain = Chain(root / f"study-{chains}", chance, tally)
        way = ways[number % len(ways)]
        goes_on = chain.kill_once(way, chance.randrange(1, 130))
        if not goes_on or chance.random() < 0.03:
            shutil.rmtree(chain.folder)
            chain = None
        if say and number % 50 == 0:
            print(tally.line(), flush=True)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    ways = [Way.TIME, Way.STATEMENT]
    if shutil.which("strace"):
        ways += [Way.WRITE, Way.WRITE]
    with tempfile.TemporaryDirectory() as root:
        for name in ("CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = f"{root}/{name.lower()}"
        tally = kill_many(Path(root), arguments.count, arguments.seed, ways, say=True)
    print(tally.line())
    for wrong in tally.wrong:
        print("  " + wrong)
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
