from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.app.widgets.statistics_columns import (
    AXIS,
    Series,
    chart,
    column_width,
    columns,
    round_top,
    ticks,
)


def test_columns_from_the_top_down() -> None:
    assert columns([0, 4, 8, 16], 16, 2, 1) == ["   █", " ▄██"]
    assert columns([16, 0], 16, 1, 3) == ["███   "]


def test_a_little_shows_and_what_is_not_known_is_told() -> None:
    assert columns([0.001, None, 0], 100, 2, 1) == ["   ", "▁? "]


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (0.3, 1), (1, 1), (1.2, 2), (6, 6), (7, 8), (9, 10), (101, 200)]
)
def test_axes_end_at_round_numbers(value: float, top: float) -> None:
    assert round_top(value) == top


@given(
    st.lists(st.none() | st.floats(0, 1e7), min_size=1, max_size=90),
    st.integers(1, 12),
    st.integers(1, 3),
)
def test_a_chart_has_its_rows_and_no_line_is_too_long(
    values: list[float | None], rows: int, wide: int
) -> None:
    lines = chart(Series("answers a day", values), rows, wide)
    assert len(lines) == rows + 2
    assert all(line.cell_length <= max(AXIS + 13, AXIS + len(values) * wide) for line in lines)


@given(st.lists(st.floats(0, 1e7), min_size=1, max_size=90), st.integers(1, 12))
def test_the_higher_the_value_the_more_is_filled(values: list[float], rows: int) -> None:
    drawn = columns(values, round_top(max(values)), rows, 1)
    filled = [sum(" ▁▂▃▄▅▆▇█".index(row[place]) for row in drawn) for place in range(len(values))]
    for (low, less), (high, more) in zip(
        sorted(zip(values, filled, strict=True)),
        sorted(zip(values, filled, strict=True))[1:],
        strict=False,
    ):
        assert less <= more or low == high


def test_the_axis_says_what_it_measures() -> None:
    lines = [line.plain for line in chart(Series("minutes a day", [30, 60]), 4, 1, [(1, "x")])]
    assert lines == [
        "       minutes a day",
        "   60 ┤ █",
        "      │ █",
        "   30 ┤██",
        "      │██",
        "    0 ┼─┴",
    ]


def test_labels_never_touch_and_the_last_one_stays() -> None:
    labels = [(0, "2 Oct"), (3, "5 Oct"), (8, "10 Oct"), (14, "16 Oct"), (19, "today")]
    line = ticks(labels, 20).plain
    assert line == " " * AXIS + "2 Oct   10 Oct today"
    assert ticks([(0, "2 Oct"), (6, "today")], 7).plain.split() == ["today"]


def test_columns_take_what_room_there_is() -> None:
    assert column_width(30, 80) == 2
    assert column_width(24, 160) == 3
    assert column_width(90, 40) == 1
