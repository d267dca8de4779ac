"""What came of the last time that weights were fitted to the log, and whether to try again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from tui.progress import settings
from tui.progress.database import Database
from tui.schedule.judging import ENOUGH

SETTING = "memory-fit"

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
    try:
        told = json.loads(settings.get(db, SETTING) or "{}")
        return LastTrial(**{**told, "day": date.fromisoformat(told["day"])})
    except (ValueError, KeyError, TypeError):
        return None


def worth_trying(tests: int, last: LastTrial | None) -> bool:
    """Whether a log with so many answers that test a forecast may well give new weights."""
    return tests >= ENOUGH if last is None else tests >= max(ENOUGH, GROWN * last.tests)
