"""Databases that bear our mark, and whose tables take whatever somebody puts into them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.progress.entries import amendment, review, undo
from tests.progress.files import fill, open_at
from tui.kinds.verdict import Variant
from tui.progress import flags, parked, settings, variants

Value = str | bytes | int | float | None
TABLES = ("log", "changed", "flags", "parked", "settings", "variants")
"""Those that others read."""


def sound(path: Path) -> None:
    """A database with something in each table that others read."""
    with open_at(path) as db:
        fill(db, [review("R1"), amendment("A1", "R1"), review("R2", "bank/b"), undo("U1", "R2")])
        with db.transaction():
            flags.flag(db, "bank/a", "why")
            parked.park(db, "bank/b")
            settings.put(db, "minutes", "30")
            variants.remember(db, "bank/a", Variant("right", "also right"), "A1")


def altered(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """Changes the file, once its tables take any value in any column, and nothing watches them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        for table in TABLES:
            _loosen(database, table)
        change(database)
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _loosen(database: sqlite3.Connection, table: str) -> None:
    columns = [str(row[1]) for row in database.execute(f"PRAGMA table_info({table})")]
    rows = database.execute(f"SELECT * FROM {table}").fetchall()
    database.execute("DROP TRIGGER IF EXISTS log_is_not_cut")
    database.execute(f"DROP TABLE {table}")
    database.execute(
        f"CREATE TABLE {table} ({', '.join(f'{name} ANY' for name in columns)}) STRICT"
    )
    places = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO {table} VALUES ({places})", rows)


def put(table: str, column: str, value: Value) -> Callable[[sqlite3.Connection], object]:
    """A change of the first row of `table`."""
    assert re.fullmatch("[a-z]+", table + column)
    sql = f"UPDATE {table} SET {column} = ? WHERE rowid = (SELECT min(rowid) FROM {table})"
    return lambda database: database.execute(sql, (value,))
