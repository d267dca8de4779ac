"""How long a screen takes from its key on Home to its paint, on a large folder.

Run on a real pseudo-terminal at two sizes. For the statistics also: the keys while all answers are
still being read, which happens once, and while nothing is.

    python benchmarks/screens.py [--questions 20000] [--reviews 200000] [--times 15]
"""

from __future__ import annotations

import argparse
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
ESCAPE = b"\x1b"


def opened(folder: StudyFolder, cache: Path, size: tuple[int, int]) -> Terminal:
    """The app on `folder`, about to paint Home."""
    environment = {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "CSSPREP_FOLDER": str(folder.root),
        "XDG_CACHE_HOME": str(cache),
    }
    return Terminal([CSSPREP], size, environment)


def time_statistics(folder: StudyFolder, cache: Path, times: int) -> None:
    for number, size in enumerate(SIZES):
        with opened(folder, cache, size) as terminal:
            terminal.wait_for(b"help", seconds=300)
            terminal.rest(1.0)
            if number == 0:
                first_time(terminal, times)
            shown: list[float] = []
            figures: list[float] = []
            for _ in range(times):
                pressed = terminal.type(b"s")
                shown.append((terminal.wait_for(b"forecasts") - pressed) * 1000)
                figures.append((terminal.wait_for(b"no answer") - pressed) * 1000)
                terminal.rest(0.3)
                terminal.type(ESCAPE)
                terminal.rest(0.5)
            terminal.type(b"s")
            terminal.rest(0.5)
            keys = [key_time(terminal, n) for n in range(times)]
            memory = terminal.peak_memory() // 1024
        print(f"Statistics, {size[0]}×{size[1]}, peak {memory} MiB")
        report("s to the screen", shown)
        report("s to all figures, just started", figures[:1])
        report("s to all figures, again", figures[1:])
        report("a digit to its part", keys)


def first_time(terminal: Terminal, times: int) -> None:
    """Nothing is worked out yet: the figures at once, keys meanwhile, and all figures."""
    pressed = terminal.type(b"s")
    shown = (terminal.wait_for(b"forecasts") - pressed) * 1000
    figures = (terminal.wait_for(b"no answer") - pressed) * 1000
    keys = [key_time(terminal, n) for n in range(times)]
    terminal.type(b"5")
    done = (terminal.wait_for(b"95 % interval", seconds=120) - pressed) * 1000
    print("Statistics, the first time")
    report("s to the screen", [shown])
    report("s to the figures of days and work", [figures])
    report("a digit to its part meanwhile", keys)
    report("s to all figures", [done])
    terminal.type(ESCAPE)
    terminal.rest(1.0)


def key_time(terminal: Terminal, number: int) -> float:
    """Milliseconds from a digit to the part that it goes to: the second and the third in turn."""
    key, words = ((b"2", b"answers a day"), (b"3", b"questions due"))[number % 2]
    pressed = terminal.type(key)
    took = (terminal.wait_for(words) - pressed) * 1000
    terminal.rest(0.05)
    return took


def report(name: str, times: list[float]) -> None:
    print(
        f"  {name:36} median {statistics.median(times):7.1f} ms   most {max(times):7.1f} ms"
        f"   n {len(times)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    parser.add_argument("--times", type=int, default=15)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        folder = generated(place / "large", given.questions, given.reviews, YEARS)
        print(f"{given.questions:,} questions, {given.reviews:,} reviews over three years")
        time_statistics(folder, place / "cache", given.times)


if __name__ == "__main__":
    main()
