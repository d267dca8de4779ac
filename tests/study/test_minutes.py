from __future__ import annotations

import pytest

from tui.progress import settings
from tui.study.desk import Desk
from tui.study.minutes import (
    BY_WEEKDAY,
    DEFAULT,
    LONGEST,
    SETTING,
    SHORTEST,
    last_minutes,
    minutes_by_weekday,
    planned_minutes,
    set_minutes,
)


@pytest.mark.parametrize(("asked", "kept"), [(1, SHORTEST), (35, 35), (10**6, LONGEST)])
def test_minutes_are_kept_within_bounds(desk: Desk, asked: int, kept: int) -> None:
    assert set_minutes(desk, asked) == last_minutes(desk) == kept


@pytest.mark.parametrize("text", ["", "x", "0", "-5", "9999999999", "9" * 400, "9" * 5000])
def test_minutes_that_nobody_set_are_the_usual_ones(desk: Desk, text: str) -> None:
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, text)
        settings.put(desk.progress, BY_WEEKDAY, f"{text},1,1,1,1,1,1" if text != "0" else None)
    assert minutes_by_weekday(desk) is None
    assert last_minutes(desk) == planned_minutes(desk) == DEFAULT
