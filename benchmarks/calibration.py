"""How often the bands and intervals of `cssprep weak` hold the truth, over many learners.

    python -m benchmarks.calibration [PEOPLE]

The learners are those of tests/learners.py: FSRS-6 with the weights of 30 people, while the app
assumes the default weights; each forgets some topics faster than others. Takes a minute or two.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.learners import PEOPLE
from tests.study.test_band import counted


def main() -> None:
    """Prints the share of intervals that hold the true mean, after so many days of study."""
    people = range(int(sys.argv[1]) if len(sys.argv) > 1 else len(PEOPLE))
    print(f"{len(people)} learners, 8 topics of 12 questions, 15 minutes a day; share that holds:")
    print(f"{'days':>5}  {'today, 80 %':>16}  {'30 days ahead, 80 %':>20}  {'accuracy, 95 %':>16}")
    for days in (10, 30, 60, 120):
        with tempfile.TemporaryDirectory() as folder:
            found = counted(Path(folder), people, days)
        cells = [f"{each.share:.3f} of {each.of}" for each in found.values()]
        print(f"{days:>5}  {cells[0]:>16}  {cells[1]:>20}  {cells[2]:>16}")


if __name__ == "__main__":
    main()
