from __future__ import annotations

import dataclasses

import pytest

from tests.app.studied import months_of_answers, ten_answers
from tui.app.widgets.statistics_grid import at_once, grid_lines, shape
from tui.app.widgets.statistics_parts import PARTS, Part, plot_lines
from tui.app.widgets.statistics_said import NOTHING, WAITING, off
from tui.app.widgets.statistics_table import table_lines
from tui.study.desk import Desk
from tui.study.statistics import tables
from tui.study.statistics.gathering import Statistics, statistics
from tui.study.statistics.words import age_name

ROOM = (76, 19)
"""What a part has at 80×24 and in a cell at 160×45, but for its title."""


def plain(found: Statistics, part: Part, width: int = ROOM[0], rows: int = ROOM[1]) -> str:
    return "\n".join(line.plain for line in plot_lines(found, part, width, rows))


def part(table: str) -> Part:
    return next(each for each in PARTS if each.table == table)


@pytest.fixture
def months(desk: Desk) -> Statistics:
    months_of_answers(desk)
    return statistics(desk)


@pytest.fixture
def ten(desk: Desk) -> Statistics:
    ten_answers(desk)
    return statistics(desk)


def test_every_table_has_its_part() -> None:
    assert {each.table for each in PARTS} | {"days"} == set(tables.PARTS)


@pytest.mark.parametrize("each", PARTS, ids=[each.short for each in PARTS])
def test_nothing_answered(desk: Desk, each: Part) -> None:
    found = statistics(desk)
    assert plain(found, each) == NOTHING
    shown = table_lines(found, each, 76)
    assert [line.plain for line in shown.rows] == [NOTHING]


@pytest.mark.parametrize("each", PARTS, ids=[each.short for each in PARTS])
def test_each_part_fits_where_it_is_shown(months: Statistics, each: Part) -> None:
    lines = plot_lines(months, each, *ROOM)
    assert len(lines) <= ROOM[1]
    assert all(line.cell_length <= ROOM[0] for line in lines)


@pytest.mark.parametrize("each", PARTS, ids=[each.short for each in PARTS])
@pytest.mark.parametrize("width", [36, 60, 100, 158])
def test_no_line_is_wider_than_the_room(months: Statistics, each: Part, width: int) -> None:
    shown = table_lines(months, each, width)
    for line in (*plot_lines(months, each, width, 16), *shown.head, *shown.rows):
        assert line.cell_length <= width


def test_what_is_still_worked_out_says_so(months: Statistics) -> None:
    found = dataclasses.replace(months, memories=None)
    waiting = [each.table for each in PARTS if plain(found, each) == WAITING]
    assert waiting == ["retention", "forecasts", "times", "hours", "leeches"]
    assert table_lines(found, part("hours"), 76).rows[0].plain == WAITING
    assert "days" in plain(found, part("calendar"))


def test_with_ten_answers_it_is_too_few_to_tell(ten: Statistics) -> None:
    for name in ("retention", "times", "hours"):
        assert "too few to tell" in plain(ten, part(name))
    assert plain(ten, part("forecasts")).startswith("Too few to tell\nToo few answers to tell")
    # No share is drawn of so few, and no level is told that no day of the calendar can have.
    assert "├" not in "".join(plain(ten, part("forecasts")).splitlines()[:-1])
    assert "░ up to 3  █ more" in plain(ten, part("calendar"))


def test_the_one_number_comes_first(months: Statistics) -> None:
    memories = months.memories
    assert memories is not None
    assert memories.forecasts.gap is not None
    first, second = plain(months, part("forecasts")).splitlines()[:2]
    assert first == off(memories.forecasts)
    assert first == f"Off by {memories.forecasts.gap * 100:.1f} points, too hopeful"
    assert second == memories.forecasts.sentence


def test_recall_is_drawn_with_its_interval_and_forecast(months: Statistics) -> None:
    memories = months.memories
    assert memories is not None
    drawn = plain(months, part("retention"))
    for age in memories.retention.ages:
        line = next(line for line in drawn.splitlines() if f"{age_name(age)} │" in line)
        assert line.split(" │")[0].strip() == age_name(age)
        if age.share is None:
            assert line.endswith("no answer")
        else:
            assert line.endswith(f"of {age.share.of:,}")
            assert "●" in line or "◆" in line


def test_tables_of_days_have_the_newest_first(months: Statistics) -> None:
    rows = [line.plain for line in table_lines(months, part("reviews"), 76).rows]
    assert len(rows) == 90
    assert rows[0].startswith("Mon 2 Nov 2026")
    assert len(table_lines(months, part("calendar"), 76).rows) == 365
    first = table_lines(months, part("workload"), 76).rows[0].plain
    assert first.startswith("overdue")


def test_how_many_parts_are_on_the_screen() -> None:
    assert shape(78, 20) == (1, 1)
    assert shape(158, 41) == (2, 2)
    assert shape(158, 20) == (2, 1)
    assert list(at_once(5, 78, 20)) == [5]
    assert list(at_once(5, 158, 41)) == [4, 5, 6, 7]
    assert list(at_once(3, 158, 20)) == [2, 3]


def test_a_grid_marks_its_part_and_says_what_it_cuts_off(months: Statistics) -> None:
    lines = grid_lines(1, 158, 41, lambda each, wide, rows: plot_lines(months, each, wide, rows))
    assert len(lines) <= 41
    assert all(line.cell_length <= 158 for line in lines)
    whole = "\n".join(line.plain for line in lines)
    assert [n for n in range(1, 5) if f"▸ {n}  " in whole] == [2]
    assert "as a table" not in whole
    long = grid_lines(1, 158, 41, lambda each, wide, rows: plot_lines(months, each, wide, 60) * 2)
    assert "… t shows all as a table" in "\n".join(line.plain for line in long)
