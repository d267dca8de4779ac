from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.progress.entries import NOON, review
from tests.progress.files import fill
from tui.progress import sessions
from tui.progress.database import Database
from tui.progress.errors import ProgressError
from tui.progress.sessions import SessionRow, Step

ROW = SessionRow(
    id="S1",
    day=NOON.date(),
    started_at=NOON,
    ended_at=None,
    minutes=20,
    title="Daily session",
    queue=("bank/a", "bank/b"),
    place=0,
    shown=None,
    draft=(),
    seconds=0.0,
)


def start(db: Database, row: SessionRow) -> None:
    with db.transaction():
        sessions.start(db, row)


def save(db: Database, row: SessionRow) -> None:
    with db.transaction():
        sessions.save(db, row)


def test_there_is_none_at_first(db: Database) -> None:
    assert sessions.latest(db) is None


def test_is_read_as_it_was_written(db: Database) -> None:
    start(db, ROW)
    assert sessions.latest(db) == ROW
    fill(db, [review("R1")])
    changed = replace(
        ROW,
        queue=("bank/a", "bank/b", "bank/a"),
        place=1,
        shown="R1",
        draft=("Ahmad", "", 'a "quoted"\nline', "\ud800"),
        seconds=12.25,
        minutes=30,
    )
    save(db, changed)
    assert sessions.latest(db) == changed


def test_an_unchanged_queue_is_not_written_again(db: Database) -> None:
    row = replace(ROW, queue=tuple(f"bank/question-{n}" for n in range(20_000)))
    start(db, row)
    db.row("PRAGMA wal_checkpoint(TRUNCATE)")
    wal = db.path.with_name(db.path.name + "-wal")
    save(db, replace(row, place=1))
    assert wal.stat().st_size < 20_000
    longer = replace(row, place=2, queue=(*row.queue, "bank/question-0"))
    save(db, longer)
    assert wal.stat().st_size > 400_000
    assert sessions.latest(db) == longer


def test_the_latest_is_the_one_started_last_whatever_the_clock_says(db: Database) -> None:
    start(db, ROW)
    second = replace(ROW, id="S0", started_at=NOON - timedelta(days=1))
    start(db, second)
    assert sessions.latest(db) == second
    save(db, replace(ROW, place=1))
    assert sessions.latest(db) == second


def test_ends_and_may_go_on_again(db: Database) -> None:
    start(db, ROW)
    later = NOON + timedelta(minutes=20)
    with db.transaction():
        sessions.end(db, "S1", later)
    assert sessions.latest(db) == replace(ROW, ended_at=later)
    save(db, ROW)
    assert sessions.latest(db) == ROW


def test_one_that_was_not_started_can_not_be_saved(db: Database) -> None:
    with pytest.raises(ProgressError, match="does not hold this session any more"):
        save(db, ROW)


def test_steps_are_taken_off_in_reverse(db: Database) -> None:
    start(db, ROW)
    start(db, replace(ROW, id="S2"))
    fill(db, [review("R1")])
    with db.transaction():
        sessions.push_step(db, "S1", "bank/a", "R1")
        sessions.push_step(db, "S1", "bank/b", None)
        sessions.push_step(db, "S2", "bank/c", None)
    assert sessions.steps(db, "S1") == [Step("bank/a", "R1"), Step("bank/b", None)]
    with db.transaction():
        assert sessions.pop_step(db, "S1") == Step("bank/b", None)
        sessions.push_step(db, "S1", "bank/d", None)
        assert sessions.pop_step(db, "S1") == Step("bank/d", None)
        assert sessions.pop_step(db, "S1") == Step("bank/a", "R1")
        assert sessions.pop_step(db, "S1") is None
    assert sessions.steps(db, "S1") == []
    assert sessions.steps(db, "S2") == [Step("bank/c", None)]
