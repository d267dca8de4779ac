"""Ctrl+C while SQLite works: it stops, drops why, and that must not be taken for damage."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import review
from tests.progress.files import contents, counted, fill, open_at
from tui.progress.copies.backup import is_sound
from tui.progress.copies.backups import back_up_now
from tui.progress.copies.restoring import restore
from tui.progress.errors import explaining

ENTRIES = 5000
"""So many that checking them tells how far it is."""


def interrupt(done: float) -> None:
    raise KeyboardInterrupt


@pytest.fixture
def long(path: Path) -> Path:
    with open_at(path) as db:
        fill(db, [review(f"R{number}") for number in range(ENTRIES)])
    return path


def test_a_check_that_is_interrupted_finds_no_damage(long: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        is_sound(long, interrupt)
    assert is_sound(long)


def test_a_restore_that_is_interrupted_changes_nothing(long: Path, clock: HandClock) -> None:
    back_up_now(long, "daily", clock)
    (backup,) = long.parent.glob("progress_backups/*.db")
    with open_at(long) as db:
        fill(db, [review("S1")])
    before = contents(long.parent)

    def note(doing: str, done: float) -> None:
        if 0 < done < 1:
            interrupt(done)

    with pytest.raises(KeyboardInterrupt):
        restore(long, backup, clock, counted(), note)
    assert contents(long.parent) == before


def test_a_statement_that_is_interrupted(path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.set_progress_handler(lambda: interrupt(0.0), 1)
        with pytest.raises(KeyboardInterrupt), explaining(path):
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
