"""The weights by which this learner's memories are derived: the default ones, or fitted ones.

They are read anew for each answer, which takes some microseconds: another window may have changed
them.
"""

from __future__ import annotations

from tui.log import Review
from tui.memory import Memory
from tui.progress import settings
from tui.progress.database import Database
from tui.progress.memories import Replay
from tui.schedule.weights import DEFAULT, Weights, read
from tui.study.errors import StudyError

SETTING = "memory-weights"


def weights_in_force(db: Database) -> Weights:
    """The weights taken into use, else the default ones; StudyError if they can't be read."""
    text = settings.get(db, SETTING)
    if text is None:
        return DEFAULT
    try:
        return read(text)
    except ValueError as error:
        raise StudyError(
            f"The weights of the memory in {db.path} can't be used: {error}.",
            "`cssprep progress fit --default` goes back to the default ones.",
        ) from error


def drop_if_broken(db: Database) -> None:
    """Takes the setting back where it can't be read: all else would be refused."""
    try:
        weights_in_force(db)
    except StudyError:
        with db.transaction():
            settings.put(db, SETTING, None)


def replaying(db: Database) -> Replay:
    """Derives memories from reviews by the weights in force."""
    from tui.schedule.fsrs6 import replay

    weights = weights_in_force(db)

    def derived(reviews: list[Review]) -> Memory | None:
        return replay(reviews, weights)

    return derived
