"""What can still be read of a damaged progress.db: every row on every page that is whole.

The log is taken from all pages, each by itself, since entries are only ever added: one that is
found anywhere was recorded. The other tables are read by SQLite as far as it comes, from both ends,
and page by page where it does not come through.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from tui.progress.backup import Share, connected
from tui.progress.database import Row
from tui.progress.pages import USUAL_SIZE, Pages, RawRow, page_size
from tui.progress.salvaged import Lost, Salvaged, TableRow, entry_row
from tui.progress.shapes import is_moment, log_row, other_row

KEYS = {
    "device": ("one",),
    "changed": ("what", "name"),
    "settings": ("key",),
    "flags": ("question",),
    "parked": ("question",),
    "variants": ("question", "expected", "text", "amendment"),
    "sessions": ("id",),
    "session_queues": ("session",),
    "session_steps": ("session", "number"),
}
"""What tells the rows of each table apart, but for the log and what is derived from it."""

_SHARE_BY_SQL = 0.3
_NOTED = 2000


def salvage(path: Path, note: Share = lambda done: None) -> Salvaged:
    """Reads what can be read of the database `path`, a copy that nobody else uses.

    Takes some 15 seconds for 200,000 answers. OSError if the copy itself can't be read.
    """
    read = _Read()
    tables: dict[str, list[TableRow]] = {}
    whole: set[str] = set()
    with suppress(sqlite3.Error), closing(connected(path)) as database:
        database.execute("PRAGMA trusted_schema = OFF")
        log, tables, whole = read_tables(database)
        for found in log:
            read.take_log(found)
        note(_SHARE_BY_SQL)
    for size in {page_size(path), USUAL_SIZE}:
        pages = Pages(path, size)
        for number in range(1, len(pages) + 1):
            for row in pages.rows_on(number):
                read.take(row)
            if number % _NOTED == 0:
                note(_SHARE_BY_SQL + (1 - _SHARE_BY_SQL) * number / len(pages))
    note(1.0)
    incomplete = tuple(name for name in KEYS if name not in whole)
    for name in incomplete:
        found_on_pages = read.others.get(name, [])
        tables[name] = without_doubles([*tables.get(name, []), *found_on_pages], KEYS[name])
    sessions: set[object] = {row.get("id") for row in tables["sessions"]}
    sessions |= {row.get("session") for row in tables["session_queues"]}
    return Salvaged(read.log, tuple(read.lost(sessions)), tables, incomplete)


def read_tables(
    database: sqlite3.Connection,
) -> tuple[list[TableRow], dict[str, list[TableRow]], set[str]]:
    """What SQLite comes to: the rows of the log, those of the other tables, and which are whole.

    A table that the file's version did not have yet is whole.
    """
    log, _ = _both_ways(database, "log", ("number",))
    there: list[TableRow] = []
    listed = _rows(database, "SELECT name FROM sqlite_master", there.append)
    names = {row["name"] for row in there}
    tables: dict[str, list[TableRow]] = {}
    whole: set[str] = set()
    for name, key in KEYS.items():
        tables[name], came_through = _both_ways(database, name, key)
        if came_through or (listed and "log" in names and name not in names):
            whole.add(name)
    return log, tables, whole


class _Read:
    """What was read so far."""

    def __init__(self) -> None:
        self.rows = 0
        self.log: dict[int, Row] = {}
        self.others: dict[str, list[TableRow]] = {}
        self._ids: set[str] = set()
        self._indexed_ids: dict[int, list[str]] = {}
        self._indexed_words: set[int] = set()
        self._indexed_answers: dict[int, tuple[str, str]] = {}

    def take(self, row: RawRow) -> None:
        """Files `row` where it belongs."""
        self.rows += 1
        if (found := log_row(row)) is not None:
            self.take_log(found)
            return
        match row.values:
            case (str(entry_id), int(number)) if row.rowid is None:
                self._indexed_ids.setdefault(number, []).append(entry_id)
            case (str(), "amend" | "undo", int(number)) if row.rowid is None:
                self._indexed_words.add(number)
            case (str(question), str(at), int(number)) if row.rowid is None and is_moment(at):
                self._indexed_answers.setdefault(number, (question, at))
            case _:
                if (other := other_row(row)) is not None:
                    self.others.setdefault(other[0], []).append(other[1])

    def take_log(self, found: TableRow) -> None:
        """Takes an entry of the log, if it is one and neither its number nor its id is known."""
        number = found.get("number")
        if not isinstance(number, int) or number < 1 or number in self.log:
            return
        row = entry_row(found)
        if row is None or row[1] in self._ids:
            return
        self.log[number] = row
        self._ids.add(row[1])

    def lost(self, sessions: set[object]) -> Iterator[Lost]:
        """What is missing between the entries, or after them where an index knows of it.

        And entries that an index names otherwise: which of the names is right can't be told.
        sessions: ids of sessions, which are indexed in the same way.
        """
        # A number misread may be anything; there are no more entries than rows on the pages.
        most = 2 * self.rows + len(self.log)
        highest = max((n for n in self.log if n <= most), default=0)
        # Ids alone say nothing here: sessions have an index of the same shape.
        indexed = [n for n in (*self._indexed_words, *self._indexed_answers) if n <= most]
        last = max([highest, *indexed], default=0)
        known = {*indexed, *range(1, highest + 1)}
        for number in range(1, last + 1):
            ids = {each for each in self._indexed_ids.get(number, ()) if each not in sessions}
            row = self.log.get(number)
            if number not in known or ids & self._ids or (row is not None and not ids):
                continue
            named = min(ids, default=None)
            yield Lost(number, named, *self._indexed_answers.get(number, (None, None)))


def _both_ways(
    database: sqlite3.Connection, table: str, key: tuple[str, ...]
) -> tuple[list[TableRow], bool]:
    """The rows that SQLite comes to from the table's beginning and, if need be, from its end.

    And whether it came through.
    """
    found: list[TableRow] = []
    if _rows(database, f"SELECT * FROM {table} NOT INDEXED", found.append):
        return found, True
    order = ", ".join(f"{column} DESC" for column in key)
    backwards: list[TableRow] = []
    sql = f"SELECT * FROM {table} NOT INDEXED ORDER BY {order}"
    _rows(database, sql, backwards.append)
    return without_doubles(found + backwards, key), False


def _rows(database: sqlite3.Connection, sql: str, take: Callable[[TableRow], object]) -> bool:
    """Gives each row to `take`; whether SQLite came to the end."""
    try:
        rows = database.execute(sql)
        names = [column[0] for column in rows.description]
        for row in rows:
            take(dict(zip(names, row, strict=True)))
    except sqlite3.Error:
        # Text that is no UTF-8 is among them.
        return False
    return True


def without_doubles(rows: list[TableRow], key: tuple[str, ...]) -> list[TableRow]:
    """The first of those rows that have the same key."""
    found: dict[tuple[object, ...], TableRow] = {}
    for row in rows:
        found.setdefault(tuple(row.get(column) for column in key), row)
    return list(found.values())
