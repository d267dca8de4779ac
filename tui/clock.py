"""Time comes in here and nowhere else.

Everything below the command line is given a `Clock`; nothing else asks the machine for the time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Protocol

DAY_STARTS_AT = 4
"""Local hour at which a study day begins: 01:30 still belongs to the evening before."""


class Clock(Protocol):
    """What the app knows about time."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def zone(self) -> tzinfo:
        """The learner's time zone, by which study days are told apart."""
        ...


def study_day(at: datetime, zone: tzinfo, starts_at: int = DAY_STARTS_AT) -> date:
    """The study day that the moment `at` belongs to, in `zone`."""
    return (at.astimezone(zone) - timedelta(hours=starts_at)).date()


def today(clock: Clock) -> date:
    """The study day that it is now."""
    return study_day(clock.now(), clock.zone())


class SystemClock:
    """The machine's own clock and time zone."""

    def now(self) -> datetime:
        """The present moment, by the machine."""
        return datetime.now(UTC)

    def zone(self) -> tzinfo:
        """The machine's time zone as it is now."""
        if hasattr(time, "tzset"):
            # Without this a program keeps to the zone that it was started in.
            time.tzset()
        zone = datetime.now().astimezone().tzinfo
        return zone if zone is not None else UTC


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still, for tests and for looking at the app on a given day."""

    moment: datetime
    time_zone: tzinfo = UTC

    def now(self) -> datetime:
        """The moment it was set to."""
        return self.moment.astimezone(UTC)

    def zone(self) -> tzinfo:
        """The zone it was given."""
        return self.time_zone
