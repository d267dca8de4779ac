from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.progress.copies.thinning import DAYS, MONTHS, NEWEST, WEEKS, Made, kept

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def made(days: int, hours: int = 0, reason: str = "daily") -> Made:
    at = START + timedelta(days=days, hours=hours)
    return Made(at, at.date(), reason)


BACKUPS = st.sets(
    st.builds(
        made, st.integers(0, 900), st.integers(0, 14), st.sampled_from(("daily", "merge", "fix"))
    ),
    max_size=80,
)


@given(BACKUPS)
def test_the_newest_stays_and_nothing_is_kept_that_was_not_there(backups: set[Made]) -> None:
    keep = kept(backups)
    assert keep <= backups
    if backups:
        assert max(backups) in keep
    for reason in {each.reason for each in backups}:
        newest = sorted((b for b in backups if b.reason == reason), reverse=True)[:NEWEST]
        assert keep.issuperset(newest)


@given(BACKUPS)
def test_thinning_twice_is_thinning_once(backups: set[Made]) -> None:
    keep = kept(backups)
    assert kept(keep) == keep


@given(BACKUPS)
def test_there_are_never_more_than_so_many(backups: set[Made]) -> None:
    reasons = len({each.reason for each in backups})
    assert len(kept(backups)) <= NEWEST * reasons + DAYS + WEEKS + MONTHS


@given(st.integers(1, 800))
def test_a_day_after_the_other_leaves_one_in_each_month_of_a_year(days: int) -> None:
    keep: set[Made] = set()
    for day in range(days):
        keep = kept(keep | {made(day)})
    months = sorted({(b.day.year, b.day.month) for b in map(made, range(days))}, reverse=True)
    assert {(b.day.year, b.day.month) for b in keep} == set(months[:MONTHS])
    assert {b.day for b in keep} >= {made(n).day for n in range(days)[-DAYS:]}


def test_a_clock_that_was_ahead_once_takes_one_place_of_each_sort() -> None:
    before = kept({made(day) for day in range(40)})
    ahead = Made(datetime(2099, 1, 1, tzinfo=UTC), date(2099, 1, 1), "daily")
    assert len(before - kept(before | {ahead})) <= 3
