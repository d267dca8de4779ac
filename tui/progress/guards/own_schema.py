"""Whether a file that bears our mark holds what we make, and nothing that acts by itself.

A view or a virtual table in a table's place may go on for ever, and a trigger changes what nobody
asked to be changed. Neither is run: a file that holds one is refused before its tables are read.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tui.progress.errors import ProgressError, damaged
from tui.progress.schema import LOG_ONLY_GROWS, NEWEST

_FIRST = frozenset({
    "device", "flags", "log", "memories", "session_queues", "session_steps", "sessions", "settings",
    "variants",
})  # fmt: skip
TABLES = {1: _FIRST, 2: _FIRST | {"parked"}, 3: _FIRST | {"parked", "changed"}}
"""The tables of each version: all of them are there, and none of a later one."""
_OURS = TABLES[NEWEST]


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ProgressError if the database, which bears our mark, holds what we never make.

    Or if it lacks one of our tables.

    Reads the list of its tables alone, which takes a tenth of a millisecond. Tables and indexes
    beside ours do no harm.
    """
    tables: set[str] = set()
    rows = connection.execute("SELECT type, name, rootpage, sql FROM sqlite_master")
    for kind, name, page, sql in rows.fetchall():
        # A virtual table has no page of its own: a module gives its rows.
        if kind == "table" and page:
            # Without it a column may hold anything, whatever its declared type.
            if name in _OURS and "STRICT" not in str(sql).rpartition(")")[2]:
                raise damaged(path)
            tables.add(str(name))
        elif kind in ("view", "table") or (kind == "trigger" and _plain(sql) not in _OWN):
            what = "virtual table" if kind == "table" else str(kind)
            shown = ascii(str(name)[:40])
            raise ProgressError(
                f"{path} was not made by cssprep as it is: it holds the {what} {shown}.",
                "Do not use it; ask whoever sent it for an export: cssprep progress export.",
            )
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if frozenset(tables & _OURS) != TABLES.get(version):
        raise damaged(path)


def _plain(sql: object) -> str:
    return " ".join(str(sql).split())


_OWN = frozenset(map(_plain, LOG_ONLY_GROWS))
