"""How surely `cssprep bank items` finds what is wrong with a bank, on simulated learners.

Each seed makes a bank of 40 choices, three of them bad (one is miskeyed, one has a distractor that
draws the strong, one a distractor that nobody takes), and a bank of 40 sound ones. Printed are the
bad ones that are named, with their distractor, and how many of them as what they are; what else is
named; and how long the command takes. Standard error tells of each run.

    python benchmarks/items.py [--seeds 25] [--learners 30 100 200]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.study.items.simulated import Simulated, simulate

SEEDS = 25
SIZES = (30, 100, 200)
PULLS = {"a strong lure": 0.7, "a mild lure": 0.5}

Named = set[tuple[str, str, str]]


@dataclass
class Tally:
    """What came of several seeds."""

    found: Counter[str] = field(default_factory=Counter)
    rightly: Counter[str] = field(default_factory=Counter)
    false_alarms: int = 0
    banks: int = 0
    clean: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, truth: Named, named: Named, seconds: float) -> str:
        """Counts one run; what it missed and what it named falsely, in words."""
        sorts = {question: sort for question, sort, _ in truth}
        options = {question: option for question, _, option in truth}
        false = sorted(each for each in named if each[2] not in {options.get(each[0]), ""})
        false += sorted(each for each in named if not each[2] and each[0] not in sorts)
        renamed = named - truth - set(false)
        found = {question for question, _, _ in named - set(false)}
        self.found.update(sort for question, sort in sorts.items() if question in found)
        self.rightly.update(sort for _, sort, _ in truth & named)
        self.false_alarms += len(false)
        self.banks += 1
        self.clean += not false
        self.seconds.append(seconds)
        missed = [sort for question, sort in sorts.items() if question not in found]
        other = [f"{sorts[question]} as {sort}" for question, sort, _ in renamed]
        return (
            f"missed {', '.join(sorted(missed)) or '-'}; under another name "
            f"{', '.join(other) or '-'}; false {', '.join(map(' '.join, false)) or '-'}"
        )


def named(made: Simulated) -> tuple[Named, float]:
    """What the command names, and the seconds that it took."""
    command = [sys.executable, "-m", "tui", "bank", "items", "course", "--json", "--from"]
    started = perf_counter()
    done = subprocess.run(
        [*command, str(made.learners)],
        env={**os.environ, "CSSPREP_FOLDER": str(made.study)},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = perf_counter() - started
    (bank,) = json.loads(done.stdout)
    return {
        (question["question"], said["sort"], said["option"])
        for question in bank["questions"]
        for said in question["suspicions"]
    }, seconds


def main(seeds: int, sizes: Sequence[int]) -> None:
    for lure, pull in PULLS.items():
        for learners in sizes:
            tally = Tally()
            for seed in range(seeds):
                for sound in (False, True):
                    with tempfile.TemporaryDirectory() as folder:
                        made = simulate(Path(folder), seed, learners, sound, pull)
                        told = tally.add(set() if sound else made.truth, *named(made))
                    kind = "sound" if sound else "bad"
                    print(f"  {learners} learners, seed {seed}, {kind}: {told}", file=sys.stderr)
            print(f"{learners} learners, {lure}")
            for sort in ("miskeyed", "draws-the-strong", "nobody-takes-it"):
                found, rightly = tally.found[sort], tally.rightly[sort]
                print(f"  {sort}: {found} of {seeds} found, {rightly} as such")
            print(f"  {tally.false_alarms} false alarms, in {tally.banks - tally.clean} banks")
            print(f"  of {tally.banks}; {sorted(tally.seconds)[seeds]:.2f} s a run (median)")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--learners", type=int, nargs="+", default=SIZES)
    options = parser.parse_args()
    main(options.seeds, options.learners)
