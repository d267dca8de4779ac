"""Databases with other values than we write: taken in or refused, and handed on. Run it for more.

python -m tests.fuzz.values --cases 10000
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.conftest import HandClock
from tests.fuzz.handing_on import SLOW_SECONDS, handed_on, looked_at, study_at, taken_in
from tests.fuzz.made_lines import EDGES, EXTREMES, MOMENTS, SETTINGS
from tests.fuzz.pieces import DATES, LONG, NUMBERS, TEXTS
from tests.fuzz.running import TOGETHER, Case, Limited, main
from tests.progress.hostile import TABLES, Value, altered, sound
from tui.progress.fields import LONGEST_LINE
from tui.study.desk import Desk

HANDED_ON_EACH = 25
"""After so many databases, what was taken in is looked at and handed on."""
LISTS = (
    "[]", "{}", "null", "[1]", "[null]", '[["a"]]', '[["a","b","c"]]', '["\\ud800"]', '"x"',
    '[[1,null,{"a":1}]]', '[1,{"a":2},null]', '["a","b"]', '[["a","b",[]]]', "[NaN]", '["abc"]',
    '{"a":1,"b":2,"c":3}', '[{"a":1,"b":2,"c":3}]', "[" * 10_000,
)  # fmt: skip
OTHERS: tuple[Value, ...] = (
    None, 0, 1, -1, 5, 2**63 - 1, 0.5, 1e308, float("inf"), -0.0, b"", b"\xff\x00", b"bank/a", b"7",
)  # fmt: skip


class ValueCases:
    """A study folder that takes in one database after the other, renewed now and then."""

    def __init__(self, folder: Path) -> None:
        self._root = folder
        self._desk: Desk | None = None
        self._clock = HandClock()
        self._sound = folder / "sound.db"
        sound(self._sound)

    def __call__(self, seed: int, number: int) -> float:
        """Takes one database in; after some of them, looks at what the learner would."""
        in_time = Limited()
        desk = self._opened(number)
        sent = self._root / "sent.db"
        shutil.copy(self._sound, sent)
        altered(sent, changes(seed, number))
        with in_time():
            taken_in(desk, sent)
        if number % HANDED_ON_EACH == HANDED_ON_EACH - 1:
            with Limited(SLOW_SECONDS)():
                looked_at(desk)
                handed_on(desk, self._root / "shared", self._root / "second", self._clock)
        return in_time.longest

    def _opened(self, number: int) -> Desk:
        if self._desk is None or number % TOGETHER == 0:
            if self._desk is not None:
                self._desk.close()
            self._desk = study_at(self._root / "study", self._clock)
        return self._desk


def changes(seed: int, number: int) -> Callable[[sqlite3.Connection], object]:
    """What a case changes in the database, whose tables take anything."""

    def change(database: sqlite3.Connection) -> None:
        chance = Random(f"values {seed} {number}")
        # Its rows are no others than those of the last database, as long as nothing is changed.
        database.execute("UPDATE log SET id = id || ?, target = target || ?", (number, number))
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            _change_one(chance, database)

    return change


def _change_one(chance: Random, database: sqlite3.Connection) -> None:
    table = chance.choice(TABLES)
    columns = [str(row[1]) for row in database.execute(f"PRAGMA table_info({table})")]
    rows = [row for (row,) in database.execute(f"SELECT rowid FROM {table}")]
    row, column = chance.choice(rows), chance.choice(columns)
    if table == "settings" and chance.random() < 0.7:
        name = chance.choice(tuple(SETTINGS))
        database.execute("UPDATE settings SET key = ? WHERE rowid = ?", (name, row))
        database.execute("UPDATE changed SET name = ? WHERE what = 'setting'", (name,))
        column = "value"
    value = _value(chance, column)
    database.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (value, row))


def _value(chance: Random, column: str) -> Value:
    """A value of any type; often one that could be meant for the column."""
    if column in EDGES and chance.random() < 0.6:
        value = chance.choice(EDGES[column])
        assert isinstance(value, str | int | float)
        # SQLite takes no whole number of more than 64 bits.
        return value if isinstance(value, str) else float(value)
    if column in ("answer", "parts") and chance.random() < 0.6:
        return chance.choice((*LISTS, json.dumps(["x" * LONGEST_LINE])))
    if column == "value" and chance.random() < 0.5:
        return chance.choice((*EXTREMES, *SETTINGS.values()))
    pool: tuple[object, ...] = chance.choice((OTHERS, OTHERS, TEXTS, NUMBERS, DATES, MOMENTS, LONG))
    value = chance.choice((*pool, "x" * (LONGEST_LINE + 1)))
    assert value is None or isinstance(value, str | bytes | int | float)
    return value


def opened(folder: Path) -> Case:
    """Cases with databases, in `folder`."""
    return ValueCases(folder)


if __name__ == "__main__":
    sys.exit(main(opened))
