from __future__ import annotations

from datetime import date

import pytest

from tui.progress import settings
from tui.study.desk import Desk
from tui.study.last_trial import SETTING, LastTrial, keep, last_trial, read

LAST = LastTrial(date(2026, 11, 1), 100, 50, 0.4, 0.35, taken=True)


def test_what_was_kept_is_read(desk: Desk) -> None:
    assert last_trial(desk.progress) is None
    with desk.progress.transaction():
        keep(desk.progress, LAST)
    assert last_trial(desk.progress) == LAST
    assert read(settings.get(desk.progress, SETTING) or "") == LAST
    with desk.progress.transaction():
        keep(desk.progress, None)
    assert last_trial(desk.progress) is None


@pytest.mark.parametrize("text", ["x", "{}", "[" * 200_000, "null", '{"day": "2026-11-01"}'])
def test_what_tells_of_no_trial_is_none(desk: Desk, text: str) -> None:
    with desk.progress.transaction():
        settings.put(desk.progress, SETTING, text)
    assert last_trial(desk.progress) is None
