"""From a save to the painted question, in the preview of a bank, on a real pseudo-terminal.

An edit is written beside the bank and given its name, as editors do; the time counts from there to
when the new words of the question are on the screen. The edited question is another one each time.

    python benchmarks/preview.py [--saves 30] [--questions 100 5000]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import bank_of
from benchmarks.terminal import Terminal

CSSPREP = str(Path(sys.executable).parent / "cssprep")
SIZES = ((80, 24), (160, 45))
PAUSE = 0.7
"""Seconds between two saves: a writer is never faster, and the check of the whole bank that the
save before began is still out where the bank is large."""


def saves(bank: Path, size: tuple[int, int], environment: dict[str, str], n: int) -> list[float]:
    """Milliseconds from each of `n` saves until its words are on the screen."""
    before = bank.read_text(encoding="utf-8")
    questions = before.split("  - id: ")
    times: list[float] = []
    with Terminal([CSSPREP, "bank", "preview", str(bank)], size, environment) as terminal:
        terminal.wait_for(b" of ")
        terminal.rest(1.0)
        for count in range(n):
            place = 1 + (count * 37) % (len(questions) - 1)
            word = f"Saved-{count}-"
            questions[place] = questions[place].replace("prompt: ", f"prompt: {word} ")
            beside = bank.with_suffix(".new")
            beside.write_text("  - id: ".join(questions), encoding="utf-8")
            saved = time.perf_counter()
            beside.replace(bank)
            times.append((terminal.wait_for(word.encode()) - saved) * 1000)
            time.sleep(PAUSE)
            terminal.rest()
    bank.write_text(before, encoding="utf-8")
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=30)
    parser.add_argument("--questions", type=int, nargs="+", default=[100, 5000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        environment = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "XDG_CACHE_HOME": str(Path(scratch) / "cache"),
        }
        for questions in given.questions:
            bank = bank_of(Path(scratch) / str(questions), questions)
            for size in SIZES:
                times = saves(bank, size, environment, given.saves)
                print(
                    f"{questions:6,} questions, {size[0]}×{size[1]}: save to screen"
                    f"  median {statistics.median(times):6.1f} ms"
                    f"   most {max(times):6.1f} ms   n {len(times)}"
                )


if __name__ == "__main__":
    main()
