from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.progress.log import Activity
from tui.study.statistics.studied import Run, longest_run, studied

TODAY = date(2026, 11, 22)


def back(*days: int) -> dict[date, Activity]:
    """An answer on each day so many days before today."""
    return {TODAY - timedelta(days=each): Activity(2, 90.0) for each in days}


def test_nothing_yet() -> None:
    found = studied({}, TODAY)
    assert (found.days, found.recent, found.of, found.row, found.longest) == (0, 0, 0, 0, None)
    assert len(found.year) == 365
    assert found.year[-1].day == TODAY


def test_today_does_not_count_against_the_learner_before_it_is_over() -> None:
    before = studied(back(*range(1, 29)), TODAY)
    assert (before.recent, before.of, before.row) == (28, 28, 28)
    done = studied(back(*range(29)), TODAY)
    assert (done.recent, done.of, done.row) == (28, 28, 29)


def test_a_missed_day_is_shown_and_no_more() -> None:
    found = studied(back(0, 1, 2, 4, 5, 6, 7, 30), TODAY)
    assert (found.recent, found.of) == (7, 28)
    assert found.row == 3
    assert found.longest == Run(TODAY - timedelta(days=7), TODAY - timedelta(days=4), 4)
    assert found.days == 8


def test_who_began_lately_has_fewer_days_to_study() -> None:
    assert studied(back(3, 0), TODAY).of == 4


def test_sums() -> None:
    found = studied(back(0, 400), TODAY)
    assert (found.answers, found.minutes) == (4, 3.0)
    assert [(day.answers, day.minutes) for day in found.last(2)] == [(0, 0.0), (2, 1.5)]


def test_days_that_are_yet_to_come_are_left_out() -> None:
    found = studied(back(-3, 0), TODAY)
    assert (found.days, found.row, found.answers) == (1, 1, 2)


@given(st.sets(st.integers(0, 30)))
def test_the_longest_run_is_a_run(days: set[int]) -> None:
    run = longest_run(sorted(TODAY + timedelta(days=each) for each in days))
    assert (run is None) == (not days)
    if run is not None:
        first = (run.first - TODAY).days
        assert set(range(first, first + run.days)) <= days
        longer = (set(range(n, n + run.days + 1)) for n in range(31))
        assert not any(each <= days for each in longer)
