from __future__ import annotations

from tui.study.statistics.facts import SCALE
from tui.study.statistics.retention import retention
from tui.study.statistics.totals import Recalls
from tui.study.statistics.words import age_name


def test_the_ages_are_bands_without_gaps() -> None:
    names = [age_name(age) for age in retention({}).ages]
    assert names == ["1", "2–3", "4–7", "8–14", "15–30", "31–90", "over 90"]


def test_each_answer_is_in_one_band_and_in_all() -> None:
    by_days = {days: Recalls(2, 1, SCALE, 0) for days in (1, 2, 3, 7, 8, 14, 90, 91, 700)}
    found = retention(by_days)
    assert [age.share.of if age.share else 0 for age in found.ages] == [2, 4, 2, 4, 0, 2, 4]
    assert (found.ages[4].share, found.ages[4].predicted) == (None, None)
    assert found.all.share is not None
    assert (found.all.share.right, found.all.share.of) == (9, 18)
    assert found.all.predicted == 0.5
