"""Pictures of the reader: look at each before taking a changed one over (`make snapshots`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.banks import VALLEY, VALLEY_TEXT
from tests.app.driving import LARGE, SMALL, TINY, pressed
from tests.conftest import HandClock
from tui.app.app import CssprepApp
from tui.study.desk import Desk
from tui.study.folder import StudyFolder
from tui.study.opening import ask_about

Compare = Callable[..., bool]
SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "160x45"])

ANSWERS = {
    "indus/broker": ("The World Bank",),
    "indus/length": ("3180",),
    "indus/source-lake": ("Lake Mansarovar",),
    "indus/eastern-to": ("true",),
}
LATER = ("indus/source-lake", "indus/eastern-to")
"""Asked again when the others slip."""


def answer(desk: Desk, ref: str) -> None:
    session = ask_about(desk, [ref])
    session.answer(ANSWERS[ref], 5)
    session.end()


@pytest.fixture
def read(desk: Desk, clock: HandClock) -> Desk:
    """Some of the article is firm, some slips, some was never asked."""
    for ref in ANSWERS:
        answer(desk, ref)
    clock.pass_(days=40)
    for ref in LATER:
        answer(desk, ref)
    return desk


@SIZES
def test_reading(snap_compare: Compare, read: Desk, size: tuple[int, int]) -> None:
    app = CssprepApp(read, 20)
    assert snap_compare(app, terminal_size=size, run_before=pressed("r", "n"))


def test_reading_with_notes_below(snap_compare: Compare, read: Desk) -> None:
    app = CssprepApp(read, 20)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("r", "o", *"nnnnn"))


def test_reading_tiny(snap_compare: Compare, read: Desk) -> None:
    app = CssprepApp(read, 20)
    assert snap_compare(app, terminal_size=TINY, run_before=pressed("r", "n", "n"))


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_reading_in_sixteen_colours(snap_compare: Compare, read: Desk, theme: str) -> None:
    app = CssprepApp(read, 20)
    app.theme = theme
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("r", "n"))


def test_reading_without_colour(
    snap_compare: Compare, read: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = CssprepApp(read, 20)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("r", "n"))


@SIZES
def test_sources(
    snap_compare: Compare, read: Desk, folder: StudyFolder, size: tuple[int, int]
) -> None:
    (folder.banks / "valley.yaml").write_text(VALLEY, encoding="utf-8")
    (folder.banks / "sources" / "valley.txt").write_text(VALLEY_TEXT, encoding="utf-8")
    read.index.refresh()
    app = CssprepApp(read, 20)
    assert snap_compare(app, terminal_size=size, run_before=pressed("r", "down"))


def test_questions_of_a_passage(snap_compare: Compare, read: Desk) -> None:
    app = CssprepApp(read, 20)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressed("r", "n", "n", "n", "d", "n"))
