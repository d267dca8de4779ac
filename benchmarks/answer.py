"""From a key press to the painted verdict, and from Enter to the next question.

Run on a real pseudo-terminal at two sizes, with the shipped bank and with many questions and
reviews; beside it, how long an empty Textual app takes to paint a key press.

    python benchmarks/answer.py [--answers 60] [--questions 20000] [--reviews 200000]
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated, shipped
from benchmarks.terminal import Terminal
from tui.study.folder import StudyFolder

STUDY = [str(Path(sys.executable).parent / "cssprep"), "study", "--minutes", "600"]
ECHO = [sys.executable, str(Path(__file__).parent / "echo_app.py")]
SIZES = ((80, 24), (160, 45))
VERDICT, QUESTION = b"Again ", b" of "


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--answers", type=int, default=60)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        folders = {
            "Shipped bank": shipped(place / "shipped"),
            f"{given.questions:,} questions, {given.reviews:,} reviews": generated(
                place / "large", given.questions, given.reviews
            ),
        }
        for size in SIZES:
            environment = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            print(f"{size[0]}×{size[1]}")
            report("an empty app's echo of a key", echoes(size, environment, given.answers))
            for name, folder in folders.items():
                environment |= {
                    "CSSPREP_FOLDER": str(folder.root),
                    "XDG_CACHE_HOME": str(place / "cache"),
                }
                verdicts, questions = answers(folder, size, environment, given.answers)
                report(f"{name}: key to verdict", verdicts)
                report(f"{name}: Enter to next question", questions)


def answers(
    folder: StudyFolder, size: tuple[int, int], environment: dict[str, str], count: int
) -> tuple[list[float], list[float]]:
    """Milliseconds to each verdict and to each next question, over `count` answers.

    Every question is answered by pressing keys that are an answer of some sort to all kinds:
    option a, or the digit 1; then Enter until there is a verdict.
    """
    verdicts: list[float] = []
    questions: list[float] = []
    with Terminal(STUDY, size, environment) as terminal:
        terminal.wait_for(QUESTION)
        terminal.rest(0.5)
        while len(verdicts) < count:
            painted = None
            for keys in (b"a", b"1", b"t"):
                terminal.type(keys)
                terminal.rest(0.06)
            for _ in range(12):
                pressed = terminal.type(b"\r")
                try:
                    painted = terminal.wait_for(VERDICT, seconds=0.4)
                except RuntimeError:
                    continue
                verdicts.append((painted - pressed) * 1000)
                break
            if painted is None:
                terminal.type(b"\x0e")  # this kind wants more than that: skip it
                terminal.rest()
                continue
            terminal.rest()
            pressed = terminal.type(b"\r")
            questions.append((terminal.wait_for(QUESTION) - pressed) * 1000)
            terminal.rest()
    return verdicts, questions


def echoes(size: tuple[int, int], environment: dict[str, str], count: int) -> list[float]:
    """Milliseconds until an empty app has painted what was typed."""
    times: list[float] = []
    with Terminal(ECHO, size, environment) as terminal:
        terminal.wait_for(b"Echo-app")
        terminal.rest(0.5)
        for n in range(count):
            mark = f"seen-{n}-".encode()
            pressed = terminal.type(b"x")
            times.append((terminal.wait_for(mark) - pressed) * 1000)
            terminal.rest(0.05)
    return times


def report(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))]
    print(
        f"  {name:60} median {statistics.median(times):6.1f} ms   "
        f"p99 {p99:6.1f} ms   n {len(times)}"
    )


if __name__ == "__main__":
    main()
