"""What studying by the app's plan is worth on the exam day, beside other ways to study.

    python -m benchmarks.exam_day [--questions 300,1000,3000] [--days 30,60] [--minutes 15,30]
        [--seeds 30] [--learner real,actr] [--weights equal,lognormal]
        [--policies ours,fsrs,steps,sm2,random,cramming,fill] [--again]
        [--noise 0.5] [--workers 2]

Learners study so many minutes a day until the exam, and their true chance of a right answer to each
question is known then. Printed is the mean of the expected marks of 100 over all cells and seeds,
with its standard error over the seeds; then how far the app's plan is above each other way, by the
same learners; and how much of the minutes were spent.

The scheduler knows none of the learners: it assumes the default weights of FSRS-6, while "real"
learners have those fitted to 30 people, with questions that stay longer or shorter than others, and
"actr" is another kind of memory. With lognormal weights (σ 0.8) questions stand for different
marks, which the planner knows. A question takes 8 s if right, 16 s if wrong and 30 s if it is new;
76 % of first answers are right. With 30 seeds each of the people has each of the twelve cells: with
fewer, who meets which cell matters more than the seeds do, and the standard error does not tell it.
The app's plan is `tui.schedule.planner`, the very code; --again asks what was missed once more on
the same day, as a session does.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import product
from math import lcm, sqrt
from multiprocessing import Pool
from pathlib import Path
from statistics import mean, stdev

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.exam.cells import Cell, Outcome, simulate
from benchmarks.exam.learners import CARDS_DIFFER, KINDS, PEOPLE
from benchmarks.exam.policies import POLICIES

Group = tuple[str, bool]
"""A kind of learner, and whether the weights differ."""


def main() -> None:
    """Simulates what the command line asks for, and prints it."""
    given = _arguments()
    sizes = list(product(given.questions, given.days, given.minutes))
    sizes = list(product(given.questions, given.days, given.minutes))
    cells = [
        Cell(
            questions=questions,
            days=days,
            minutes=minutes,
            learner=learner,
            weighted=weights == "lognormal",
            policy=policy,
            seed=seed,
            # The people take turns, so that each has as many cells as another, and other ones
            # each time round.
            person=seed * len(sizes) + n + seed * len(sizes) // lcm(len(sizes), len(PEOPLE)),
            again=given.again,
            noise=given.noise,
        )
        for learner, weights, policy, seed in product(
            given.learner, given.weights, given.policies, range(given.seeds)
        )
        for n, (questions, days, minutes) in enumerate(sizes)
    ]
    if given.workers == 1:
        outcomes = [simulate(cell) for cell in cells]
    else:
        with Pool(given.workers) as pool:
            outcomes = pool.map(simulate, cells, chunksize=4)
    print("\n".join(report(outcomes)))


def report(outcomes: Iterable[Outcome]) -> list[str]:
    """The lines to print: a table for each kind of learner and of weights."""
    groups: dict[Group, dict[str, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    for each in outcomes:
        groups[each.cell.learner, each.cell.weighted][each.cell.policy].append(each)
    lines: list[str] = []
    for (learner, weighted), by_policy in groups.items():
        lines += _table(f"{learner}, {'lognormal' if weighted else 'equal'} weights", by_policy)
    return lines


def _table(title: str, by_policy: dict[str, list[Outcome]]) -> list[str]:
    base = next(iter(by_policy))
    means = {policy: _by_seed(found) for policy, found in by_policy.items()}
    first = by_policy[base]
    cells = len(first) // len(means[base])
    lines = [
        "",
        f"{title}: {cells} cells, {len(means[base])} seeds",
        f"{'policy':<13}{'marks':>7}{'± se':>6}{base + ' above it':>18}{'± se':>6}"
        f"{'spent':>9}{'least':>9}{'over, s':>9}{'seen':>9}{'answers':>9}",
    ]
    for policy, found in by_policy.items():
        above = [ours - theirs for ours, theirs in zip(means[base], means[policy], strict=True)]
        lines.append(
            f"{policy:<13}{mean(means[policy]):7.2f}{_error(means[policy]):6.2f}"
            f"{mean(above):18.2f}{_error(above):6.2f}"
            f"{mean(each.spent for each in found):9.1%}{min(each.spent for each in found):9.1%}"
            f"{max(each.over for each in found):9.0f}"
            f"{mean(each.seen for each in found):9.1%}{mean(each.answers for each in found):9.0f}"
        )
    return lines


def _by_seed(outcomes: Sequence[Outcome]) -> list[float]:
    """For each seed the mean over its cells."""
    found: dict[int, list[float]] = defaultdict(list)
    for each in outcomes:
        found[each.cell.seed].append(each.marks)
    return [mean(found[seed]) for seed in sorted(found)]


def _error(values: Sequence[float]) -> float:
    """The standard error of their mean."""
    return stdev(values) / sqrt(len(values)) if len(values) > 1 else 0.0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--questions", type=_numbers, default=[300, 1000, 3000])
    parser.add_argument("--days", type=_numbers, default=[30, 60])
    parser.add_argument("--minutes", type=_numbers, default=[15, 30])
    parser.add_argument("--seeds", type=int, default=30)
    parser.add_argument("--learner", type=_among(KINDS), default=list(KINDS))
    parser.add_argument(
        "--weights", type=_among(("equal", "lognormal")), default=["equal", "lognormal"]
    )
    parser.add_argument("--policies", type=_among(POLICIES), default=list(POLICIES))
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--noise", type=float, default=CARDS_DIFFER)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


def _numbers(text: str) -> list[int]:
    return [int(each) for each in text.split(",")]


def _among(names: Iterable[str]) -> Callable[[str], list[str]]:
    known = list(names)

    def names_in(text: str) -> list[str]:
        found = text.split(",")
        if wrong := sorted(set(found) - set(known)):
            raise argparse.ArgumentTypeError(f"{', '.join(wrong)}: known are {', '.join(known)}")
        return found

    return names_in


if __name__ == "__main__":
    main()
