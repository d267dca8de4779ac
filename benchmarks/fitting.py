"""What weights fitted to a learner's own answers are worth, and how long fitting them takes.

    python -m benchmarks.fitting [PEOPLE]

Of each learner, the app has seen so many days, judges fitted weights by these alone, and decides;
then the next 40 days tell whether it was right to. Forecasts are scored against the true chances of
recall, so that no luck is in the figures. The learners remember by FSRS-6 with the weights of 30
people, each with a forgetting curve of their own, which is not fitted; or by the default weights,
so that every fit is worse. Takes about ten minutes.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.learners import PEOPLE
from tests.schedule.studied_logs import START, StudiedLog, studied_log
from tui.schedule.fitting import fit
from tui.schedule.judging import Judgement, forecasts_in, judge
from tui.schedule.weights import DEFAULT, Weights

AFTERWARDS = 40
"""Days that show what the decision was worth."""


@dataclass(frozen=True)
class Outcome:
    """What became of one learner; log losses over the days that follow."""

    tests: int
    judgement: Judgement
    default: float
    fitted: float
    truth: float
    seconds: float


def outcome(weights: Weights, seed: int, days: int) -> Outcome:
    """Fits and judges after `days`, and looks at what comes."""
    log = studied_log(weights, seed, days=days + AFTERWARDS)
    since = START.toordinal() + days
    seen = log.until(since)
    began = time.perf_counter()
    judgement = judge(seen)
    fitted = fit([each.given for each in seen]).weights
    seconds = time.perf_counter() - began
    return Outcome(
        tests=forecasts_in(seen),
        judgement=judgement,
        default=log.loss(DEFAULT, since),
        fitted=log.loss(fitted, since),
        truth=log.loss(None, since),
        seconds=seconds,
    )


def told(name: str, days: int, found: Sequence[Outcome]) -> str:
    """One line of the table."""

    def mean(*values: float) -> float:
        return sum(values) / len(values)

    taken = [each for each in found if each.judgement.beyond_doubt]
    rightly = sum(each.fitted < each.default for each in taken)
    worst = min((each.default - each.fitted for each in taken), default=0.0)
    missed = sum(
        each.default - each.fitted > 0.005 for each in found if not each.judgement.beyond_doubt
    )
    return (
        f"{name:<8} {days:>4} {mean(*(each.tests for each in found)):>7.0f}"
        f" {mean(*(each.default for each in found)):>8.4f}"
        f" {mean(*(each.fitted for each in found)):>8.4f}"
        f" {mean(*(each.truth for each in found)):>8.4f}"
        f" {len(taken):>4} of {len(found)} {rightly:>8} {worst:>+9.4f} {missed:>7}"
        f" {mean(*(each.seconds for each in found)):>8.2f}"
    )


def timed(log: StudiedLog, answers: int) -> tuple[float, float]:
    """Seconds that judging and fitting take for so many answers, each question asked many times."""
    histories, count = [], 0
    while count < answers:
        for each in log.histories:
            histories.append(each)
            count += len(each.on)
            if count >= answers:
                break
    began = time.perf_counter()
    judge(histories)
    judged = time.perf_counter()
    fit([each.given for each in histories])
    return judged - began, time.perf_counter() - judged


def main() -> None:
    """Prints the table and the times."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else len(PEOPLE)
    print("20 new questions a day, at most 80 answers a day; log loss over the 40 days after;")
    print("taken: into use; rightly: of these, better over the 40 days after; worst: gain of the")
    print("worst of them; missed: not taken though more than 0.005 better; s: judging and fitting")
    print(
        f"{'learners':<8} {'days':>4} {'tests':>7} {'default':>8} {'fitted':>8} {'truth':>8}"
        f" {'taken':>10} {'rightly':>8} {'worst':>9} {'missed':>7} {'s':>8}"
    )
    for days in (10, 15, 20, 40, 80):
        for name in ("people", "default"):
            found = [
                outcome(PEOPLE[number] if name == "people" else DEFAULT, number, days)
                for number in range(people)
            ]
            print(told(name, days, found), flush=True)
    log = studied_log(PEOPLE[0], seed=1, days=150)
    for answers in (20_000, 60_000):
        judging, fitting = timed(log, answers)
        print(f"{answers:,} answers: {judging:.1f} s to judge, {fitting:.1f} s to fit")


if __name__ == "__main__":
    main()
