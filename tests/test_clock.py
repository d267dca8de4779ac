from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.clock import FixedClock, SystemClock, study_day, today

KARACHI = timezone(timedelta(hours=5))
ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2000, 1, 3), datetime(2099, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2025, 11, 22, 4, 0), date(2025, 11, 22)),
        (datetime(2025, 11, 22, 23, 59), date(2025, 11, 22)),
        (datetime(2025, 11, 23, 1, 30), date(2025, 11, 22)),
        (datetime(2025, 11, 23, 3, 59, 59, 999999), date(2025, 11, 22)),
        (datetime(2026, 1, 1, 0, 0), date(2025, 12, 31)),
    ],
)
def test_a_study_day_begins_at_four_in_the_morning(local: datetime, day: date) -> None:
    assert study_day(local.replace(tzinfo=KARACHI), KARACHI) == day


def test_the_zone_decides_whatever_the_moment_is_written_in() -> None:
    at = datetime(2025, 11, 22, 22, 59, tzinfo=UTC)
    assert study_day(at, UTC) == date(2025, 11, 22)
    assert study_day(at, KARACHI) == date(2025, 11, 22)
    assert study_day(at + timedelta(minutes=1), KARACHI) == date(2025, 11, 23)


def test_the_hour_can_be_another() -> None:
    at = datetime(2025, 11, 22, 3, 0, tzinfo=UTC)
    assert study_day(at, UTC, starts_at=0) == date(2025, 11, 22)
    assert study_day(at, UTC, starts_at=4) == date(2025, 11, 21)


@given(MOMENTS, ZONES)
def test_the_next_study_day_is_24_hours_away(at: datetime, zone: timezone) -> None:
    assert study_day(at + timedelta(hours=24), zone) == study_day(at, zone) + timedelta(days=1)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)), ZONES)
def test_study_days_do_not_run_backwards(at: datetime, pause: timedelta, zone: timezone) -> None:
    assert study_day(at, zone) <= study_day(at + pause, zone)


def test_today_is_the_clocks() -> None:
    clock = FixedClock(datetime(2025, 11, 23, 2, 0, tzinfo=KARACHI), KARACHI)
    assert clock.now() == datetime(2025, 11, 22, 21, 0, tzinfo=UTC)
    assert clock.now().tzinfo is UTC
    assert clock.zone() is KARACHI
    assert today(clock) == date(2025, 11, 22)


def test_the_machines_clock_is_in_utc_and_knows_its_zone() -> None:
    clock = SystemClock()
    before = datetime.now(UTC)
    now = clock.now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC
    assert now.astimezone(clock.zone()).utcoffset() == now.astimezone().utcoffset()
