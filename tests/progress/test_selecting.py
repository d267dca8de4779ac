from __future__ import annotations

import math
from datetime import date, timedelta

import pytest

from tests.study.studied import Log
from tui.clock import today
from tui.log import Amendment, Entry, How, Undo
from tui.memory import Grade
from tui.progress import log as progress_log
from tui.progress import memories, selecting
from tui.study.desk import Desk

A, B = "indus/source-lake", "indus/length"


def test_sets_of_memories(desk: Desk) -> None:
    db, day = desk.progress, today(desk.clock)
    log = Log(desk)
    log.answer(A, day - timedelta(days=9), Grade.GOOD)
    log.answer(A, day - timedelta(days=4), Grade.AGAIN)
    log.answer(B, day - timedelta(days=2), Grade.GOOD)
    assert selecting.seen(db) == {A, B}
    assert selecting.counted(db, "reviews", ">=", 2) == {A}
    assert selecting.counted(db, "lapses", "<", 1) == {B}
    assert selecting.last_answered(db, "=", day - timedelta(days=4)) == {A}
    memory = memories.get(db, B)
    assert memory is not None
    assert selecting.due(db, "<=", memory.due_day) >= {B}
    assert selecting.waited(db, ">", day, 0.5 / memory.stability) == {A, B}
    assert selecting.waited(db, "=", day, 2 / memory.stability) == {B}
    assert selecting.waited(db, "<", day - timedelta(days=2), 0.1 / memory.stability) == {B}
    assert selecting.waited(db, "<", day, math.inf) == {A, B}
    with pytest.raises(ValueError, match="OR"):
        selecting.counted(db, "lapses", "OR 1", 0)  # type: ignore[arg-type]


def test_the_last_miss_is_what_stands_after_amendments_and_undos(desk: Desk) -> None:
    db, day = desk.progress, today(desk.clock)
    log = Log(desk)
    first = log.answer(A, day - timedelta(days=9), Grade.AGAIN)
    second = log.answer(A, day - timedelta(days=4), Grade.GOOD)
    assert selecting.last_missed(db) == {A: first.day}
    guessed = Amendment("x1", second.id, second.at, How.GUESSED, 1.0, Grade.AGAIN, "d")
    steps: tuple[tuple[Entry, dict[str, date]], ...] = (
        (guessed, {A: second.day}),
        (Undo("x2", "x1", second.at, "d"), {A: first.day}),
        (Amendment("x3", first.id, first.at, How.RIGHT, 1.0, Grade.GOOD, "d"), {}),
        (Undo("x4", "x3", first.at, "d"), {A: first.day}),
        (Undo("x5", first.id, first.at, "d"), {}),
    )
    for entry, expected in steps:
        with db.transaction():
            progress_log.append(db, entry)
        assert selecting.last_missed(db) == expected
    assert selecting.last_missed(db, day) == {}
