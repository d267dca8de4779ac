"""How many minutes a session is planned for: today's by the study plan, or what was set last."""

from __future__ import annotations

from tui.clock import today
from tui.progress import settings
from tui.study.desk import Desk

DEFAULT = 20
SHORTEST, LONGEST = 5, 240
SETTING = "minutes"
SET_ON = "minutes_set_on"
BY_WEEKDAY = "minutes_by_weekday"
DAYS_A_WEEK = 7
MOST = 24 * 60
"""Minutes of a day."""


def planned_minutes(desk: Desk) -> int:
    """The minutes of the next session: today's by the study plan, unless others were set today.

    Without a plan by weekday, and on its days off, the minutes set last; 20 if none were.
    """
    week = minutes_by_weekday(desk)
    day = today(desk.clock)
    if week is not None and settings.get(desk.progress, SET_ON) != day.isoformat():
        return week[day.weekday()] or last_minutes(desk)
    return last_minutes(desk)


def last_minutes(desk: Desk) -> int:
    """The minutes that were set last for a session, 20 if none were."""
    text = settings.get(desk.progress, SETTING)
    try:
        return read(text) if text else DEFAULT
    except ValueError:
        return DEFAULT


def read(text: str) -> int:
    """The minutes of a session that were kept as `text`; ValueError if they can't be that."""
    return _whole(text, SHORTEST, LONGEST)


def read_week(text: str) -> tuple[int, ...]:
    """The minutes by weekday that were kept as `text`; ValueError if they can't be that."""
    parts = text.split(",")
    if len(parts) != DAYS_A_WEEK:
        raise ValueError(f"a week has {DAYS_A_WEEK} days, not {len(parts)}")
    return tuple(_whole(part, 0, MOST) for part in parts)


def set_minutes(desk: Desk, minutes: int) -> int:
    """Keeps `minutes` for the sessions to come, between 5 and 240; returns what was kept.

    Where the study plan has minutes by weekday, they hold for today alone.
    """
    kept = max(SHORTEST, min(LONGEST, minutes))
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, str(kept))
        settings.put(desk.progress, SET_ON, today(desk.clock).isoformat())
    return kept


def minutes_by_weekday(desk: Desk) -> tuple[int, ...] | None:
    """The minutes of the study plan, seven from Monday on, 0 on days off; None if none were set."""
    text = settings.get(desk.progress, BY_WEEKDAY)
    try:
        return read_week(text) if text else None
    except ValueError:
        return None


def _whole(text: str, least: int, most: int) -> int:
    # Python takes no number of some thousands of digits, and nobody needs one.
    if not (text.isdecimal() and len(text) <= len(str(most))):
        raise ValueError("not a number of minutes")
    number = int(text)
    if not least <= number <= most:
        raise ValueError(f"{number} is not from {least} to {most}")
    return number
