"""The reader on a long source: from `r` to the text, from passage to passage, and to the end.

Run on a real pseudo-terminal at two sizes, with the shipped article and with a source of many words
and questions, of which many were answered.

    python benchmarks/reader.py [--words 200000] [--questions 20000] [--reviews 200000] [--keys 40]
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated, shipped
from benchmarks.terminal import Terminal
from tui.study.folder import StudyFolder

CSSPREP = str(Path(sys.executable).parent / "cssprep")
SIZES = ((80, 24), (160, 45))
FACTS_A_PARAGRAPH = 4
LAST = "Last-words-of-the-source"
FILLER = "and it is told of them that they went on along the river for many days in that winter"


def lengthen(folder: StudyFolder, words: int) -> int:
    """Puts words between the facts of a generated source, up to `words`; how many it then has."""
    file = folder.banks / "sources" / "made.txt"
    facts = file.read_text(encoding="utf-8").splitlines()
    made = random.Random(20260102)
    gap = max(1, words // len(facts) - len(facts[0].split()))
    paragraphs = [
        " ".join(
            f"{' '.join(made.choices(FILLER.split(), k=gap)).capitalize()}. {fact}"
            for fact in paragraph
        )
        for paragraph in (
            facts[n : n + FACTS_A_PARAGRAPH] for n in range(0, len(facts), FACTS_A_PARAGRAPH)
        )
    ]
    text = "\n".join([*paragraphs, LAST])
    file.write_text(text + "\n", encoding="utf-8")
    return len(text.split())


def measure(name: str, folder: StudyFolder, cache: Path, last: str, keys: int) -> None:
    for size in SIZES:
        environment = {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "CSSPREP_FOLDER": str(folder.root),
            "XDG_CACHE_HOME": str(cache),
        }
        with Terminal([CSSPREP], size, environment) as terminal:
            terminal.wait_for(b"help", seconds=300)
            terminal.rest(1.0)
            pressed = terminal.type(b"r")
            shown = [(terminal.wait_for(b"passage 1 of ") - pressed) * 1000]
            terminal.rest(0.5)
            nexts: list[float] = []
            for n in range(keys):
                pressed = terminal.type(b"n")
                nexts.append((terminal.wait_for(f"passage {n + 2} of ".encode()) - pressed) * 1000)
                terminal.rest(0.05)
            ends: list[float] = []
            for _ in range(keys // 2):
                pressed = terminal.type(b"\x1b[F")
                ends.append((terminal.wait_for(last.encode()) - pressed) * 1000)
                terminal.rest(0.05)
                terminal.type(b"\x1b[H")
                terminal.rest(0.05)
            memory = terminal.peak_memory() // 1024
        print(f"{name}, {size[0]}×{size[1]}, peak {memory} MiB")
        report("r to the text (read, in a worker)", shown)
        report("n to the next passage", nexts)
        report("End to the last words", ends)


def report(name: str, times: list[float]) -> None:
    print(
        f"  {name:36} median {statistics.median(times):7.1f} ms   most {max(times):7.1f} ms"
        f"   n {len(times)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--questions", type=int, default=20_000)
    parser.add_argument("--reviews", type=int, default=200_000)
    parser.add_argument("--keys", type=int, default=40)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        article = shipped(place / "shipped")
        measure("Shipped article", article, place / "cache", "conflict resolution", given.keys)
        large = generated(place / "large", given.questions, given.reviews)
        words = lengthen(large, given.words)
        name = f"{words:,} words, {given.questions:,} questions, {given.reviews:,} reviews"
        measure(name, large, place / "cache", LAST, given.keys)


if __name__ == "__main__":
    main()
