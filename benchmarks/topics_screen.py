"""From `w` on Home to the topics on the screen, at 200,000 reviews, and keys typed meanwhile.

The first opening works everything out; those after it find it kept. Keys are pressed while the
first opening is being worked out: what is measured is how long their effect takes to be painted.

    python benchmarks/topics_screen.py [--questions 20000] [--reviews 200000] [--times 15]
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated
from benchmarks.terminal import Terminal
from tui.study.folder import StudyFolder

CSSPREP = str(Path(sys.executable).parent / "cssprep")
SIZES = ((80, 24), (160, 45))
YEARS = 3 * 365
TYPED = b"QZXJKVYGBU"
"""Letters that nothing else on the screen has: seen, they have been painted."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch) / "cache")
        folder = generated(Path(scratch) / "large", given.questions, given.reviews, YEARS)
        print(f"{given.questions:,} questions, {given.reviews:,} reviews over three years")
        for size in SIZES:
            measure(folder, size, given.times)


def measure(folder: StudyFolder, size: tuple[int, int], times: int) -> None:
    with Terminal([CSSPREP], size, {"CSSPREP_FOLDER": str(folder.root)}) as terminal:
        terminal.wait_for(b"help", seconds=300)
        terminal.rest(1.0)
        pressed = terminal.type(b"w")
        first = (terminal.wait_for(b"Estimates") - pressed) * 1000
        terminal.rest(1.0)
        opened: list[float] = []
        turned: list[float] = []
        for _ in range(times):
            terminal.type(b"\x1b")
            terminal.rest(0.5)
            pressed = terminal.type(b"w")
            opened.append((terminal.wait_for(b"Estimates") - pressed) * 1000)
            terminal.rest(0.3)
            pressed = terminal.type(b"o")
            turned.append((terminal.wait_for(b"first") - pressed) * 1000)
            terminal.rest(0.3)
            terminal.type(b"oo")
            terminal.rest(0.3)
        print(f"{size[0]}×{size[1]}, peak {terminal.peak_memory() // 1024} MiB")
        print(f"  {'the first time':40} {first:8.1f} ms")
        told("w to the topics", opened)
        told("o to another order", turned)
    with Terminal([CSSPREP], size, {"CSSPREP_FOLDER": str(folder.root)}) as terminal:
        terminal.wait_for(b"help", seconds=300)
        terminal.rest(1.0)
        terminal.type(b"w")
        terminal.wait_for("Reading …".encode())
        terminal.type(b"x")
        terminal.wait_for(b"Exam day")
        told("a key typed while all is worked out", [typed(terminal, key) for key in TYPED])


def typed(terminal: Terminal, key: int) -> float:
    pressed = terminal.type(bytes([key]))
    return (terminal.wait_for(bytes([key])) - pressed) * 1000


def told(name: str, taken: list[float]) -> None:
    middle, most = statistics.median(taken), max(taken)
    print(f"  {name:40} median {middle:8.1f} ms   most {most:8.1f} ms")


if __name__ == "__main__":
    main()
