from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.widgets.topic_rows import FEW, STUDIED, UNSEEN
from tui.app.widgets.topic_lines import Table, amount, band_bar, heading_lines, row_line
from tui.study.estimate import Estimate

TABLE = Table.of((STUDIED, FEW, UNSEEN), "exam")
LINE_AT_77 = "    Leaders of the NRF                 18 of 25     84 %     71 %    5.2    8"


def plain(row: int, width: int, table: Table = TABLE) -> str:
    line = row_line(table, row, width, at_cursor=False)
    assert line.cell_length <= max(width, 20)
    return line.plain


def test_at_eighty_columns_the_first_things_stand() -> None:
    above, below = (line.plain for line in heading_lines(TABLE, "topic", 77))
    assert plain(0, 77) == LINE_AT_77
    assert below.split() == ["topic", "seen", "today", "exam", "stake", "min"]
    assert above.split()[0] == "history"
    assert "─ estimates ─" in above


def test_headings_stand_over_their_columns() -> None:
    for width in (77, 98, 120, 157):
        above, below = (line.plain for line in heading_lines(TABLE, "topic", width))
        row = plain(0, width)
        assert below.index("seen") + len("seen") == row.index("18 of 25") + len("18 of 25")
        assert below.index("exam") + len("exam") == row.index("71 %") + len("71 %")
        # What is counted ends with its last column, what is estimated with the last of all.
        counted = max(("seen", "right", "lapses"), key=below.find)
        end = f"{above}  ".index("  ", above.index("history"))
        assert end == below.index(counted) + len(counted)
        assert len(above) == len(below) == len(row) <= width


def test_at_a_hundred_and_sixty_all_stand() -> None:
    below = heading_lines(TABLE, "topic", 157)[1].plain
    heads = ["topic", "seen", "right", "lapses", "today", "exam", "stake", "min", "marks/min"]
    assert below.split() == heads
    row = plain(0, 157)
    assert "84 % 71–92" in row
    assert "84 %  ············━●━·" in row
    assert row.endswith("0.20")


def test_too_few_answers_tell_no_recall() -> None:
    for width in (30, 38, 77, 157):
        assert "too few to tell" in plain(1, width)
        assert "84 %" not in plain(1, width)
        assert "not asked yet" in plain(2, width)
    assert "3 of 4" in plain(1, 157)
    assert "<1" in plain(2, 77)


def test_a_topic_under_another_is_indented_and_long_titles_are_cut() -> None:
    long = replace(STUDIED, title="The case against any alignment with those in the valley " * 3)
    table = Table.of((long, replace(STUDIED, depth=0)), "30 days")
    assert plain(0, 77, table).startswith("    The case against any")
    assert " …" in plain(0, 77, table)
    assert plain(0, 77, table).endswith("5.2    8")
    assert plain(1, 77, table).startswith("  Leaders")


@given(st.integers(20, 200))
def test_every_row_fits_at_every_width(width: int) -> None:
    lengths = {row_line(TABLE, row, width, at_cursor=True).cell_length for row in range(3)}
    assert len(lengths) == 1
    assert lengths.pop() <= max(width, 34)


def test_control_characters_in_titles_are_shown() -> None:
    table = Table.of((replace(STUDIED, title="[bold]A\x1b[31m\nB[/]"),), "exam")
    assert "[bold]A␛[31m B[/]" in plain(0, 77, table)


@given(st.tuples(*[st.floats(0, 1)] * 3).map(sorted), st.integers(1, 40))
def test_a_bar_has_one_dot_within_its_band(chances: list[float], cells: int) -> None:
    low, mean, high = chances
    bar = band_bar(Estimate(mean, low, high), cells)
    assert len(bar) == cells
    assert bar.count("●") == 1
    assert set(bar.strip("·")) <= {"━", "●"}


@pytest.mark.parametrize(
    ("value", "told"),
    [(0, "0"), (0.0001, "<.001"), (0.0123, "0.012"), (0.43, "0.43"), (5.24, "5.2"), (16.2, "16")],
)
def test_amounts(value: float, told: str) -> None:
    assert amount(value) == told
