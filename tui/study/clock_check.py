"""Whether the machine's clock can be right, by what the log holds."""

from __future__ import annotations

from datetime import datetime, timedelta

from tui.clock import today
from tui.kinds.written_dates import MONTHS
from tui.progress import log
from tui.study.desk import Desk

TOLERANCE = timedelta(hours=1)
"""How far two devices' clocks may be apart without a word."""


def clock_trouble(desk: Desk) -> str:
    """What to tell where the last answer is later than it is now; '' where all is well."""
    last = log.last_answer(desk.progress, since=today(desk.clock))
    now = desk.clock.now()
    if last is None or last - now <= TOLERANCE:
        return ""
    zone = desk.clock.zone()
    return (
        f"Your last answer is of {_words(last.astimezone(zone))}, and this machine's clock says "
        f"{_words(now.astimezone(zone))}. If that is wrong, set it right before you study: answers "
        "count for the day that it says. If it is right, it was wrong when you answered, or that "
        "of your other device is."
    )


def _words(at: datetime) -> str:
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}"
