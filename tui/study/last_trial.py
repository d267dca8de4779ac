"""What came of the last time that weights were fitted to the log, and whether to try again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from tui.progress import settings
from tui.progress.database import Database
from tui.schedule.judging import ENOUGH

SETTING = "memory-fit"

MOST = 1_000_000_000
"""Answers that anybody has given, by far; and no loss is as great."""
GROWN = 1.25
"""How many times as many answers as at the last trial make another one worthwhile."""


@dataclass(frozen=True, slots=True)
class LastTrial:
    """A trial that was not only a dry run.

    day: when. answers, tests: as in `Trial`. default, fitted: log loss. taken:
    whether the fitted weights were taken into use.
    """

    day: date
    answers: int
    tests: int
    default: float
    fitted: float
    taken: bool


def keep(db: Database, last: LastTrial | None) -> None:
    """Keeps what came of a trial; None forgets it. Needs an open transaction."""
    told = None if last is None else json.dumps({**asdict(last), "day": last.day.isoformat()})
    settings.put(db, SETTING, told)


def last_trial(db: Database) -> LastTrial | None:
    """What came of the last trial; None if there was none, or not all of it is told."""
    text = settings.get(db, SETTING)
    try:
        return read(text) if text else None
    except ValueError:
        return None


def read(text: str) -> LastTrial:
    """The trial that was kept as `text`; ValueError if there can't be such a one."""
    try:
        told = json.loads(text)
    except RecursionError:
        raise ValueError("brackets in brackets") from None
    match told:
        case {
            "day": str(day),
            "answers": int(answers),
            "tests": int(tests),
            "default": int() | float() as default,
            "fitted": int() | float() as fitted,
            "taken": bool(taken),
        } if min(answers, tests) >= 0 and max(answers, tests) <= MOST and _is_loss(default, fitted):
            return LastTrial(
                date.fromisoformat(day), answers, tests, float(default), float(fitted), taken
            )
    raise ValueError("not what came of a trial")


def _is_loss(*found: float) -> bool:
    return all(0 <= each <= MOST for each in found)


def worth_trying(tests: int, last: LastTrial | None) -> bool:
    """Whether a log with so many answers that test a forecast may well give new weights."""
    return tests >= ENOUGH if last is None else tests >= max(ENOUGH, GROWN * last.tests)
