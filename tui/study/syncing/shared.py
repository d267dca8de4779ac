"""Which settings belong to the learner, and so go from one device to another.

The others belong to the device: the theme of its terminal, what was looked through of its banks.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import date, datetime, timedelta

from tui.progress import log, marks, variants
from tui.progress.columns import moment
from tui.progress.database import Database
from tui.progress.fields import Refused, shown
from tui.progress.marks import FLAG, PARKED, SETTING, Mark, latest
from tui.schedule.weights import read as read_weights
from tui.study import exam_day, in_force, last_trial, minutes
from tui.study.exam import study_plan

SHARED: dict[str, Callable[[str], object]] = {
    exam_day.SETTING: date.fromisoformat,
    minutes.SETTING: minutes.read,
    minutes.SET_ON: date.fromisoformat,
    minutes.BY_WEEKDAY: minutes.read_week,
    study_plan.PAPERS: study_plan.read,
    study_plan.TOPICS: study_plan.read,
    in_force.SETTING: read_weights,
    last_trial.SETTING: last_trial.read,
}
"""By name what reads a value, and raises ValueError for one that can't be used."""

IN_WORDS = {
    exam_day.SETTING: "exam day",
    minutes.SETTING: "minutes of a session",
    minutes.SET_ON: "day for which minutes were set",
    minutes.BY_WEEKDAY: "minutes by weekday",
    study_plan.PAPERS: "marks of the papers",
    study_plan.TOPICS: "weights of the topics",
    in_force.SETTING: "weights of the memory",
    last_trial.SETTING: "last fit of the memory",
}


def is_shared(mark: Mark) -> bool:
    """Whether `mark` goes from one device to another, and can be read."""
    if mark.what != SETTING:
        return mark.what in {FLAG, PARKED}
    if mark.name not in SHARED:
        return False
    if mark.value is None:
        return True
    try:
        SHARED[mark.name](mark.value)
        if mark.name == exam_day.SETTING:
            # By its own time, so that every device comes to the same; a study day may be another.
            exam_day.read(mark.value, moment(mark.at).date() + timedelta(days=1))
    except (ValueError, OverflowError):
        return False
    return True


def is_taken_in(mark: Mark, now: datetime) -> bool:
    """Whether `mark` goes from one device to another, and every one takes it in at `now`."""
    return is_shared(mark) and mark.at <= latest(now)


def holds_anything(db: Database) -> bool:
    """Whether something of the learner's is in `db`, which a backup would keep."""
    return bool(log.ids(db) or any(map(is_shared, marks.every(db))) or variants.taught(db))


def held_back(db: Database) -> tuple[Mark, ...]:
    """Changes that were made here while the clock was years ahead: no other device takes them in.

    They stand here until they are made anew, or another device has one of the same thing.
    """
    limit = latest(db.clock.now())
    return tuple(mark for mark in marks.every(db) if mark.at > limit and is_shared(mark))


def changed_here(db: Database) -> set[tuple[str, str]]:
    """All that was ever changed here: `what` and `name` of each mark."""
    return {(mark.what, mark.name) for mark in marks.every(db)}


def checked_at(
    now: datetime, own: Container[tuple[str, str]] = frozenset()
) -> Callable[[Mark], None]:
    """What raises Refused for a mark of another device that should be taken in, and can't be.

    It says nothing of a setting that belongs to that device alone. own: for a file that this device
    wrote, what was changed here. A change of that which is dated far ahead was made before the
    clock was put right: what stands here is known, and nothing of the file is damaged.
    """

    def check(mark: Mark) -> None:
        if mark.what == SETTING and mark.name not in SHARED:
            return
        if mark.at > latest(now):
            if (mark.what, mark.name) in own:
                return
            raise Refused(
                f"The change of {named(mark)} is dated {shown(mark.at)}, far ahead of the clock "
                "here: check the clocks of your devices."
            )
        if not is_shared(mark):
            raise Refused(f"{shown(mark.value)} can't be used as {named(mark)}.")

    return check


def named(mark: Mark) -> str:
    """What `mark` is a change of, within a sentence."""
    if mark.what == SETTING:
        return IN_WORDS[mark.name]
    return f"the {'flag' if mark.what == FLAG else 'parking'} of {mark.name}"
