from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.conftest import HandClock
from tui.clock import today
from tui.progress import settings
from tui.study.desk import Desk
from tui.study.errors import StudyError
from tui.study.exam_day import FURTHEST, SETTING, exam_day, horizon, set_exam_day


def test_a_day_that_is_set_is_kept_and_taken_back(desk: Desk) -> None:
    assert exam_day(desk) is None
    day = date(2027, 2, 10)
    set_exam_day(desk, day)
    assert exam_day(desk) == day
    assert horizon(desk) == (day, day)
    set_exam_day(desk, None)
    assert exam_day(desk) is None


def test_without_one_figures_look_thirty_days_ahead(desk: Desk) -> None:
    assert horizon(desk) == (today(desk.clock) + timedelta(days=30), None)


def test_a_day_that_passed_is_told_and_not_looked_ahead_to(desk: Desk, clock: HandClock) -> None:
    day = today(clock) + timedelta(days=5)
    set_exam_day(desk, day)
    clock.pass_(days=5)
    assert horizon(desk) == (day, day)
    clock.pass_(days=1)
    assert exam_day(desk) == day
    assert horizon(desk) == (today(clock) + timedelta(days=30), None)


@pytest.mark.parametrize(("days", "said"), [(0, "is today"), (-1, "is past")])
def test_only_a_day_to_come_can_be_set(desk: Desk, days: int, said: str) -> None:
    with pytest.raises(StudyError, match=said):
        set_exam_day(desk, today(desk.clock) + timedelta(days=days))
    assert exam_day(desk) is None


def test_a_day_too_far_ahead_can_not_be_set(desk: Desk) -> None:
    furthest = today(desk.clock) + FURTHEST
    set_exam_day(desk, furthest)
    with pytest.raises(StudyError, match="more than 5 years ahead"):
        set_exam_day(desk, furthest + timedelta(days=1))
    assert exam_day(desk) == furthest


@pytest.mark.parametrize("text", ["soon", "9999-12-31", "2032-01-01", "9" * 5000])
def test_a_setting_that_is_no_day_is_none(desk: Desk, text: str) -> None:
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, text)
    assert exam_day(desk) is None
    assert horizon(desk) == (today(desk.clock) + timedelta(days=30), None)
