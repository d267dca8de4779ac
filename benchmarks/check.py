"""`cssprep bank check` on a large bank, beside what libyaml alone takes to compose the same text.

Three runs in turn, several times: composing (in a process of its own, the start not counted),
a check of a bank never seen, a check of the same bank again. Both checks are the whole command,
from exec to its end. Two banks: one of short generated questions, and one made of the shipped
bank's questions over and over, of all eleven kinds, as far as a bank may be large.

    python benchmarks/check.py [--runs 5] [--questions 20000]
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.folders import generated, shipped
from tui.banks.limits import MAX_BYTES

CSSPREP = str(Path(sys.executable).parent / "cssprep")
COMPOSE = """
import sys, time, yaml
text = open(sys.argv[1], encoding="utf-8").read()
began = time.perf_counter()
yaml.compose(text, Loader=yaml.CSafeLoader)
print(time.perf_counter() - began)
"""


def composed(bank: Path) -> float:
    """Seconds that libyaml takes to compose the text of `bank`."""
    command = [sys.executable, "-c", COMPOSE, str(bank)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def checked(bank: Path, cache: Path) -> tuple[float, str]:
    """Seconds that the command takes, and its last line."""
    # Where a machine keeps compiled code from being written, every start would pay for that.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["XDG_CACHE_HOME"] = str(cache)
    command = [CSSPREP, "bank", "check", str(bank)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    seconds = time.perf_counter() - began
    return seconds, done.stdout.strip().splitlines()[-1]


def multiplied(folder: Path, questions: int) -> Path:
    """A bank of the shipped bank's questions, again and again, each copy with a number."""
    study = shipped(folder)
    (bank,) = study.banks.glob("*.yaml")
    head, _, body = bank.read_text(encoding="utf-8").partition("\nquestions:\n")
    per_copy = body.count("\n  - id: ") + body.startswith("  - id: ")
    parts = [head, "\nquestions:\n"]
    size = len(head.encode())
    for copy in range(-(-questions // per_copy)):
        part = re.sub(r"(?m)^(  - id: \S+)$", rf"\1-{copy}", body)
        part = re.sub(r"(?m)^(    prompt: .*?)([”\"']?)$", rf"\1 In set {copy}?\2", part)
        size += len(part.encode())
        if size > MAX_BYTES:
            break
        parts.append(part)
    bank.write_text("".join(parts), encoding="utf-8")
    return bank


def compare(name: str, bank: Path, runs: int) -> None:
    compose, first, second = [], [], []
    said = ""
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as cache:
            compose.append(composed(bank))
            seconds, said = checked(bank, Path(cache))
            first.append(seconds)
            second.append(checked(bank, Path(cache))[0])
    alone = statistics.median(compose)
    print(f"{name}, {bank.stat().st_size / 1e6:.1f} MB, {runs} runs of each, in turn")
    print(f"  {said}")
    print(f"  libyaml composes    median {alone:6.2f} s")
    for label, found in (("bank check, first", first), ("bank check, again", second)):
        ratios = sorted(ours / theirs for ours, theirs in zip(found, compose, strict=True))
        print(
            f"  {label}   median {statistics.median(found):6.2f} s   "
            f"{statistics.median(ratios):5.2f} times ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--questions", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        study = generated(Path(folder) / "generated", options.questions, 0)
        (bank,) = study.banks.glob("*.yaml")
        compare("generated questions", bank, options.runs)
        (Path(folder) / "multiplied").mkdir()
        copies = multiplied(Path(folder) / "multiplied", options.questions)
        compare("the shipped bank's questions, over and over", copies, options.runs)


if __name__ == "__main__":
    main()
