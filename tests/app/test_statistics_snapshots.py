"""Pictures of the statistics: look at each before taking a changed one over (`make snapshots`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.driving import LARGE, SMALL, TINY, pressed
from tests.app.studied import months_of_answers, ten_answers
from tui.app.app import CssprepApp
from tui.app.widgets.statistics_parts import PARTS
from tui.study.desk import Desk

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])


@SIZES
def test_no_data(snap_compare: Compare, desk: Desk, size: tuple[int, int]) -> None:
    assert snap_compare(CssprepApp(desk, 20), terminal_size=size, run_before=pressed("s"))


@pytest.mark.parametrize("place", range(len(PARTS)), ids=[part.short for part in PARTS])
def test_ten_answers(snap_compare: Compare, desk: Desk, place: int) -> None:
    ten_answers(desk)
    keys = pressed("s", str(place + 1))
    assert snap_compare(CssprepApp(desk, 20), terminal_size=SMALL, run_before=keys)


@pytest.mark.parametrize("place", range(len(PARTS)), ids=[part.short for part in PARTS])
def test_months(snap_compare: Compare, desk: Desk, place: int) -> None:
    months_of_answers(desk)
    keys = pressed("s", str(place + 1))
    assert snap_compare(CssprepApp(desk, 20), terminal_size=SMALL, run_before=keys)


@pytest.mark.parametrize("place", [0, 4], ids=["first", "second"])
@pytest.mark.parametrize("answers", [ten_answers, months_of_answers])
def test_four_at_once(
    snap_compare: Compare, desk: Desk, answers: Callable[[Desk], None], place: int
) -> None:
    answers(desk)
    keys = pressed("s", str(place + 1))
    assert snap_compare(CssprepApp(desk, 20), terminal_size=LARGE, run_before=keys)


@SIZES
@pytest.mark.parametrize("place", [0, 4], ids=["days", "forecasts"])
def test_table(snap_compare: Compare, desk: Desk, size: tuple[int, int], place: int) -> None:
    months_of_answers(desk)
    keys = pressed("s", str(place + 1), "t")
    assert snap_compare(CssprepApp(desk, 20), terminal_size=size, run_before=keys)


def test_tiny(snap_compare: Compare, desk: Desk) -> None:
    months_of_answers(desk)
    assert snap_compare(CssprepApp(desk, 20), terminal_size=TINY, run_before=pressed("s", "2"))


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_in_sixteen_colours(snap_compare: Compare, desk: Desk, theme: str) -> None:
    months_of_answers(desk)
    app = CssprepApp(desk, 20)
    app.theme = theme
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("s", "4"))


def test_without_colour(snap_compare: Compare, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    months_of_answers(desk)
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=LARGE, run_before=pressed("s"))
