from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.app.widgets.statistics_spans import Scale, Span, mark, spans

PERCENT = Scale(0, 100, "%")
SHARES = st.floats(0, 100)


def span(
    low: float | None = None,
    value: float | None = None,
    high: float | None = None,
    other: float | None = None,
    figures: str = "",
) -> Span:
    return Span("name", low, value, high, other, figures)


def test_an_interval_with_its_value_and_what_was_predicted() -> None:
    assert mark(span(20, 50, 80, 100), PERCENT, 11) == "  ├──●──┤ ◇"
    assert mark(span(20, 50, 80, 50), PERCENT, 11) == "  ├──◆──┤  "
    assert mark(span(other=0), PERCENT, 11) == "◇          "
    assert mark(span(50, 50, 50), PERCENT, 11) == "     ●     "


def test_the_scale_may_begin_elsewhere() -> None:
    assert mark(span(50, 75, 100), Scale(50, 100, "%"), 11) == "├────●────┤"


@given(st.lists(SHARES, min_size=3, max_size=3), SHARES, st.integers(4, 80))
def test_the_value_always_shows_inside_its_interval(
    ends: list[float], other: float, width: int
) -> None:
    low, value, high = sorted(ends)
    drawn = mark(span(low, value, high, other), PERCENT, width)
    assert len(drawn) == width
    assert sum(sign in "●◆" for sign in drawn) == 1
    place = next(n for n, sign in enumerate(drawn) if sign in "●◆")
    assert PERCENT.cell(low, width) <= place <= PERCENT.cell(high, width)


@given(st.lists(SHARES, min_size=3, max_size=3), st.integers(30, 160))
def test_no_line_is_too_long(ends: list[float], width: int) -> None:
    low, value, high = sorted(ends)
    rows = [span(low, value, high, value, "88.9 % (86–91) of 747"), span(figures="no answer")]
    lines = spans(rows, "days", PERCENT, width)
    assert len(lines) == 5
    assert all(line.cell_length <= width for line in lines)


def test_the_axis_has_its_unit_and_figures_give_way_where_there_is_no_room() -> None:
    rows = [span(20, 50, 80, 100, "50 % of 10")]
    wide = "\n".join(line.plain for line in spans(rows, "days", Scale(0, 25, "s"), 60))
    assert "days" in wide
    assert "50 % of 10" in wide
    assert wide.splitlines()[-1].split() == ["0", "s", "12.5", "s", "25", "s"]
    narrow = spans(rows, "days", PERCENT, 30)
    assert not any("50 % of 10" in line.plain for line in narrow)
