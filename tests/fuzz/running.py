"""Runs cases, each within its time, and says which failed, and by which number they come again."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import NoReturn

SECONDS = 1.0
"""Processor time that one thing may take: a busy machine does not fail a case."""
WALL_SECONDS = 20.0
"""Time that it may take by the clock: a program may wait for ever without working."""
TOGETHER = 250
"""Cases that may build on each other; the first of them has a number that this divides."""
BLOCK = 2 * TOGETHER
"""Cases that a process does before it says how it came out."""

Case = Callable[[int, int], float]
"""Does the case of the seed and the number given, each thing that the app does `limited`.

Returns the seconds of the longest of these. AssertionError, or whatever the code raises.
"""
Opened = Callable[[Path], Case]
"""Makes what cases need in a folder of their own."""


class TooLong(BaseException):
    """No handler for errors may catch it."""


@dataclass
class Tally:
    """How cases came out. slowest: seconds of the processor and the number, the slowest first."""

    count: int = 0
    slowest: list[tuple[float, int]] = field(default_factory=list)
    failures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Takes in what another came to."""
        self.count += other.count
        self.slowest = sorted(self.slowest + other.slowest, reverse=True)[:5]
        self.failures += other.failures


class Limited:
    """Does one thing after the other, each in its time. longest: seconds of the longest so far."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self.longest = 0.0

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Raises TooLong in the block where it takes longer."""

        def stop(number: int, frame: FrameType | None) -> NoReturn:
            raise TooLong(f"more than {self._seconds:g} seconds")

        kinds = (signal.SIGPROF, signal.SIGALRM)
        before = [(kind, signal.signal(kind, stop)) for kind in kinds]
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, self._seconds)
        signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            for kind, handler in before:
                signal.signal(kind, handler)
            self.longest = max(self.longest, time.process_time() - start)


def run_cases(case: Case, seed: int, numbers: Sequence[int]) -> Tally:
    """Runs the cases `numbers` one after the other."""
    tally = Tally()
    for number in numbers:
        seconds = SECONDS
        try:
            seconds = case(seed, number)
        except (Exception, TooLong):
            tally.failures.append((number, traceback.format_exc()))
        tally.add(Tally(1, [(seconds, number)]))
    return tally


def warm_up(case: Case) -> None:
    """Imports all that cases import, which may take longer than one of them."""
    for number in range(5):
        # One that fails here fails again when it is counted.
        with suppress(Exception, TooLong):
            case(0, number)


def _block(work: tuple[Opened, int, int, int]) -> Tally:
    opened, seed, first, end = work
    with TemporaryDirectory(prefix="fuzz-", dir=fast_folder()) as folder:
        case = opened(Path(folder))
        warm_up(case)
        return run_cases(case, seed, range(first, end))


def fast_folder() -> str | None:
    """A folder in memory where the system has one, as cases write many small files."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def main(opened: Opened, arguments: list[str] | None = None) -> int:
    """Runs as many cases as asked for, in several processes; 1 if one failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first case")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args(arguments)
    end = given.first + given.cases
    blocks = [
        (opened, given.seed, first, min(first + BLOCK, end))
        for first in range(given.first, end, BLOCK)
    ]
    total = Tally()
    start = time.monotonic()
    with get_context("spawn").Pool(given.processes, maxtasksperchild=20) as pool:
        for tally in pool.imap_unordered(_block, blocks):
            total.add(tally)
            for number, said in tally.failures:
                print(
                    f"--- failed: --seed {given.seed} --first {number} --cases 1\n{said}",
                    flush=True,
                )
            print(f"\r{total.count:,} cases", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    print(f"{total.count:,} cases in {time.monotonic() - start:.0f} s, seed {given.seed}")
    for seconds, number in total.slowest:
        print(f"  {seconds:.3f} s  case {number}")
    print(f"{len(total.failures)} failed")
    return 1 if total.failures else 0
