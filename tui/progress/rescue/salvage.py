"""What can still be read of a damaged progress.db: every row on every page that is whole.

The log is taken from all pages, each by itself, since entries are only ever added: one that is
found anywhere was recorded. The other tables are read by SQLite as far as it comes, from both ends,
and page by page where it does not come through.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, tzinfo
from pathlib import Path

from tui.progress.copies.backup import connected
from tui.progress.database import Row
from tui.progress.guards.opening import is_log_of_another
from tui.progress.guards.wal import USUAL_SIZE, beside, damage_in_log
from tui.progress.noting import Share
from tui.progress.rescue.mended_rows import mended_entry
from tui.progress.rescue.moments import is_moment
from tui.progress.rescue.pages import Pages, RawRow, page_size
from tui.progress.rescue.salvaged import Lost, Salvaged, TableRow, entry_row
from tui.progress.rescue.shapes import log_row, other_row

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

LOG = "log"
_BY_ID = "SELECT id, number FROM log INDEXED BY sqlite_autoindex_log_1"
"""All entries by the index alone."""
_SINCE = {"parked": 2, "changed": 3}
"""The version that brought a table, where it was not the first."""
_SHARE_BY_SQL = 0.3
_NOTED = 2000


def salvage(path: Path, note: Share = lambda done: None, zone: tzinfo = UTC) -> Salvaged:
    """Reads what can be read of the database `path`, a copy that nobody else uses.

    It may be missing where its write-ahead log is there. zone: of the learner, for study days that
    can't be read. Takes some 15 seconds for 200,000 answers. OSError if the copy can't be read.
    """
    read = _Read(zone)
    # Before SQLite has opened it: that takes in the log, or removes one that it can't use.
    is_log_damaged = bool(damage_in_log(path)) or is_log_of_another(path)
    both = [Pages(path, size) for size in dict.fromkeys((page_size(path), USUAL_SIZE))]
    tables, whole, every = _read_by_sql(path, both[0], read)
    if is_log_damaged:
        whole, every = set(), None
    note(_SHARE_BY_SQL)
    share = (1 - _SHARE_BY_SQL) / len(both)
    for n, pages in enumerate(both):
        for number, place in enumerate(pages.places()):
            for row in pages.rows_on(place):
                read.take(row)
            if number % _NOTED == 0:
                note(_SHARE_BY_SQL + share * (n + number / len(pages)))
    note(1.0)
    incomplete = tuple(name for name in KEYS if name not in whole)
    for name in incomplete:
        # A log that is damaged holds what is newer than all that SQLite comes to.
        found = read.others.get(name, [])
        rows = [*found, *tables[name]] if is_log_damaged else [*tables[name], *found]
        tables[name] = without_doubles(rows, KEYS[name])
    if tables["device"]:
        # It has one row.
        incomplete = tuple(name for name in incomplete if name != "device")
    # A page that SQLite passes over without a word may be one of many.
    is_all_known = every is not None and read.ids <= every
    read.mend()
    sessions: set[object] = {row.get("id") for row in tables["sessions"]}
    sessions |= {row.get("session") for row in tables["session_queues"]}
    return Salvaged(
        read.log,
        tuple(read.lost(sessions)),
        tables,
        incomplete,
        frozenset(read.mended),
        is_all_known,
    )


def _read_by_sql(
    path: Path, pages: Pages, read: _Read
) -> tuple[dict[str, list[TableRow]], set[str], set[str] | None]:
    """What SQLite comes to with the log taken in, and without it where that is not all.

    A log that belongs to another file would hide what is there. Gives the tables, which of them are
    whole, and the ids of all entries; None for these if SQLite comes through neither the table of
    entries nor its index. Leaves `path` without a log.
    """
    tables: dict[str, list[TableRow]] = {name: [] for name in KEYS}
    whole: set[str] = set()
    every: set[str] | None = None
    contents = [pages.pieced(), pages.main] if pages.have_log else [pages.main]
    beside(path).unlink(missing_ok=True)
    for n, content in enumerate(contents):
        if whole >= set(KEYS):
            break
        if pages.have_log:
            path.write_bytes(content)
        with suppress(sqlite3.Error), closing(connected(path)) as database:
            database.execute("PRAGMA trusted_schema = OFF")
            log, found, came_through = read_tables(database)
            for row in log:
                read.take_log(row)
            if n == 0:
                every = _every_id(database, log, is_whole=LOG in came_through, read=read)
            for name in set(KEYS) - whole:
                tables[name] = without_doubles(tables[name] + found[name], KEYS[name])
            # What the file alone holds is older than its log, unless that is another file's.
            whole = whole or came_through
    return tables, whole, every


def _every_id(
    database: sqlite3.Connection, log: list[TableRow], *, is_whole: bool, read: _Read
) -> set[str] | None:
    """The ids of all entries by the table or its index; None if SQLite comes through neither."""
    listed: list[TableRow] = []
    is_listed = _rows(database, _BY_ID, listed.append)
    if is_listed:
        read.take_listed(listed)
    if not (is_whole or is_listed):
        return None
    rows = (log if is_whole else []) + (listed if is_listed else [])
    return {found for row in rows if isinstance(found := row.get("id"), str)}


def read_tables(
    database: sqlite3.Connection,
) -> tuple[list[TableRow], dict[str, list[TableRow]], set[str]]:
    """What SQLite comes to: the rows of the log, those of the other tables, and which are whole.

    The log among them. A table that the file's version did not have yet is whole. What bears the
    name of a table and is none, as a view, is not read: it may go on for ever.
    """
    there: list[TableRow] = []
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    listed = _rows(database, sql, there.append)
    names = {name for row in there for name in row.values()}
    log: list[TableRow] = []
    whole: set[str] = set()
    if LOG in names:
        log, came_through = _both_ways(database, LOG, ("number",))
        whole = {LOG} if came_through else set()
    steps: list[TableRow] = []
    if "_sqlite_migrations" in names:
        _rows(database, "SELECT name FROM _sqlite_migrations", steps.append)
    tables: dict[str, list[TableRow]] = {}
    for name, key in KEYS.items():
        tables[name], came_through = [], listed and 0 < len(steps) < _SINCE.get(name, 0)
        if name in names:
            tables[name], came_through = _both_ways(database, name, key)
        if came_through:
            whole.add(name)
    return log, tables, whole


class _Read:
    """What was read so far."""

    def __init__(self, zone: tzinfo) -> None:
        self.rows = 0
        self.log: dict[int, Row] = {}
        self.others: dict[str, list[TableRow]] = {}
        self.mended: set[str] = set()
        self._zone = zone
        self._senseless: list[TableRow] = []
        self._ids: set[str] = set()
        self._indexed_ids: dict[int, list[str]] = {}
        self._indexed_words: set[int] = set()
        self._listed: set[int] = set()
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
        if row is None:
            self._senseless.append(found)
        elif row[1] not in self._ids:
            self.log[number] = row
            self._ids.add(row[1])

    def take_listed(self, listed: list[TableRow]) -> None:
        """Notes the numbers of entries that the index by id names, read to its end."""
        self._listed.update(n for row in listed if isinstance(n := row.get("number"), int))

    @property
    def ids(self) -> set[str]:
        """The ids of all entries that make sense."""
        return self._ids

    def mend(self) -> None:
        """Takes the entries of which no other copy makes sense, put right as far as can be."""
        for found in self._senseless:
            row = mended_entry(found, self._zone)
            number = found["number"]
            if row is None or not isinstance(number, int) or number in self.log:
                continue
            if row[1] not in self._ids:
                self.log[number] = row
                self._ids.add(row[1])
                self.mended.add(row[1])

    def lost(self, sessions: set[object]) -> Iterator[Lost]:
        """What is missing between the entries, or after them where an index knows of it.

        And entries that an index names otherwise: which of the names is right can't be told.
        sessions: ids of sessions, which are indexed in the same way.
        """
        # A number misread may be anything; there are no more entries than rows on the pages.
        most = 2 * self.rows + len(self.log)
        highest = max((n for n in self.log if n <= most), default=0)
        # Ids on pages alone say nothing here: sessions have an index of the same shape.
        named = (*self._indexed_words, *self._indexed_answers, *self._listed)
        indexed = [n for n in named if 0 < n <= most]
        last = max([highest, *indexed], default=0)
        known = {*indexed, *range(1, highest + 1)}
        for number in range(1, last + 1):
            ids = {each for each in self._indexed_ids.get(number, ()) if each not in sessions}
            row = self.log.get(number)
            if number not in known or ids & self._ids or (row is not None and not ids):
                continue
            entry_id = min(ids, default=None)
            yield Lost(number, entry_id, *self._indexed_answers.get(number, (None, None)))


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
    except (sqlite3.Error, UnicodeDecodeError):
        # Of text that is no UTF-8: one is about a row's, the other about a name's.
        return False
    return True


def without_doubles(rows: list[TableRow], key: tuple[str, ...]) -> list[TableRow]:
    """The first of those rows that have the same key."""
    found: dict[tuple[object, ...], TableRow] = {}
    for row in rows:
        found.setdefault(tuple(row.get(column) for column in key), row)
    return list(found.values())
