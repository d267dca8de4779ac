from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.study.statistics.blocks import LEVELS, bar, calendar, spark
from tui.study.statistics.studied import StudyDay


@given(st.floats(0, 1), st.integers(1, 40))
def test_a_bar_is_as_wide_as_asked_for(share: float, width: int) -> None:
    assert len(bar(share, width)) == width
    assert (bar(share, width).strip() == "") == (share == 0)


def test_bars_grow() -> None:
    assert bar(1, 4) == "████"
    assert bar(0.5, 4) == "██  "
    assert bar(0.53125, 4) == "██▏ "
    assert bar(0.0001, 4) == "▏   "


def test_a_spark_is_highest_where_most_is() -> None:
    assert spark([0, 1, 4, 8]) == " ▁▄█"
    assert spark([]) == ""
    assert spark([0, 0]) == "  "


def days(first: date, answers: list[int]) -> list[StudyDay]:
    return [StudyDay(first + timedelta(days=n), each, 1.0) for n, each in enumerate(answers)]


def test_a_column_is_a_week_that_begins_on_monday() -> None:
    wednesday = date(2026, 9, 30)
    months, *rows = calendar(days(wednesday, [1, 0, 2, 3, 4, 0]))
    assert months == "Oct"
    assert rows == [" ·", "  ", "░ ", "· ", "▒ ", "▓ ", "█ "]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=400), st.integers(0, 6))
def test_every_day_has_its_mark(answers: list[int], weekday: int) -> None:
    _, *rows = calendar(days(date(2026, 3, 2) + timedelta(days=weekday), answers))
    assert len(rows) == 7
    assert len(set(map(len, rows))) == 1
    marks = "".join(rows)
    assert sum(marks.count(level) for level in LEVELS) == len(answers)
    assert marks.count(LEVELS[0]) == answers.count(0)
