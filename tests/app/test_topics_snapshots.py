"""Pictures of the Topics screen: look at each before taking a changed one over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.app.driving import LARGE, SMALL, TINY, pressed, session_at
from tests.app.leeches import leech_session
from tests.conftest import HandClock
from tests.study.test_session import RIGHT
from tui.app.app import CssprepApp
from tui.study.desk import Desk
from tui.study.exam_day import set_exam_day
from tui.study.parking import park_or_take_out
from tui.study.states import Asked

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])


def ten_answers(desk: Desk) -> None:
    session = session_at(desk)
    for place in range(10):
        if isinstance(session.state, Asked):
            name = session.state.ref.partition("/")[2]
            session.answer(RIGHT[name] if place % 3 else ("wrong",), 9)
            session.go_on()
    session.end()


def weeks(desk: Desk, clock: HandClock) -> None:
    """Weeks of answers, an exam day, a leech and a parked question."""
    leech_session(desk, clock).end()
    for day in range(8):
        clock.pass_(days=2 + day % 3)
        ten_answers(desk)
    clock.pass_(days=9)
    park_or_take_out(desk, "indus/length", True)
    set_exam_day(desk, date(2029, 4, 10))


@SIZES
def test_no_questions(snap_compare: Compare, desk: Desk, size: tuple[int, int]) -> None:
    for bank in desk.folder.banks.glob("*.yaml"):
        bank.unlink()
    desk.index.refresh()
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=size, run_before=pressed("w", "tab"))


@SIZES
def test_no_answers(snap_compare: Compare, desk: Desk, size: tuple[int, int]) -> None:
    assert snap_compare(CssprepApp(desk, 20), terminal_size=size, run_before=pressed("w"))


@SIZES
def test_ten_answers(snap_compare: Compare, desk: Desk, size: tuple[int, int]) -> None:
    ten_answers(desk)
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=size, run_before=pressed("w", "down"))


@SIZES
def test_weeks(snap_compare: Compare, desk: Desk, clock: HandClock, size: tuple[int, int]) -> None:
    weeks(desk, clock)
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=size, run_before=pressed("w", "down", "down"))


@pytest.mark.parametrize("keys", [("tab",), ("o", "o"), ("x",), ("x", "home", "a", "enter")])
def test_keys(snap_compare: Compare, desk: Desk, clock: HandClock, keys: tuple[str, ...]) -> None:
    weeks(desk, clock)
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("w", *keys))


def test_tiny(snap_compare: Compare, desk: Desk, clock: HandClock) -> None:
    weeks(desk, clock)
    assert snap_compare(CssprepApp(desk, 20), terminal_size=TINY, run_before=pressed("w"))


def test_help(snap_compare: Compare, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSSPREP_CONFIG", "/home/learner/.config/cssprep")
    app = CssprepApp(desk, 20)
    assert snap_compare(app, terminal_size=LARGE, run_before=pressed("w", "?"))


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_sixteen_colours(snap_compare: Compare, desk: Desk, clock: HandClock, theme: str) -> None:
    weeks(desk, clock)
    app = CssprepApp(desk, 20)
    app.theme = theme
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("w"))


def test_no_colour(
    snap_compare: Compare, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    weeks(desk, clock)
    assert snap_compare(CssprepApp(desk, 20), terminal_size=SMALL, run_before=pressed("w"))
