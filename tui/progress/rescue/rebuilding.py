"""A new progress.db from what was read of a damaged one, and of its backups."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from tui.clock import Clock
from tui.progress import memories, sessions
from tui.progress.columns import moment_text
from tui.progress.database import Database, Row, open_database
from tui.progress.entries import COLUMNS
from tui.progress.errors import ProgressError
from tui.progress.guards.wal import is_there
from tui.progress.noting import Share
from tui.progress.rescue.mended_rows import makes_sense, with_times
from tui.progress.rescue.salvage import KEYS
from tui.progress.rescue.salvaged import OPEN_SESSION, Salvaged, TableRow

_PUT = f"INSERT INTO log (number, {COLUMNS}) VALUES ({', '.join('?' * 17)})"
# What is set without a time counts as set when the file was made.
_MARKS = """
    INSERT OR IGNORE INTO changed
    SELECT 'flag', question, at FROM flags
    UNION ALL SELECT 'parked', question, at FROM parked
    UNION ALL SELECT 'setting', key, made_at FROM settings, device
"""
_MARKED = {
    "flags": ("flag", "question"),
    "parked": ("parked", "question"),
    "settings": ("setting", "key"),
}
"""What stands in `changed` for the rows of a table, and which column names them."""
_NOTED = 1000
_SHARE_OF_LOG = 0.4


def rebuild(
    salvaged: Salvaged,
    target: Path,
    clock: Clock,
    new_id: Callable[[], str],
    replay_in: Callable[[Database], memories.Replay],
    canonical: Callable[[str], str] = str,
    note: Share = lambda done: None,
) -> int:
    """Writes `salvaged` to the new database `target`; how many rows had no place in it.

    Entries keep their order and are numbered anew; memories are derived from them, by `replay_in`.
    Where a session's own rows refer to what was lost, these go, too.
    """
    left_out = 0
    device = salvaged.tables.get("device", [])
    with open_database(target, clock, _naming_after(device, new_id)) as db:
        with db.transaction():
            for done, (number, row) in enumerate(_in_order(salvaged)):
                left_out += not _put(db, _PUT, (number, *row))
                if done % _NOTED == 0:
                    note(_SHARE_OF_LOG * done / len(salvaged.log))
            tables = with_times(_consistent(salvaged), salvaged.log, moment_text(clock.now()))
            for named in tables.pop("device")[:1]:
                db.write("UPDATE device SET made_at = ?", (named["made_at"],))
            for table, rows in tables.items():
                left_out += _put_all(db, table, rows)
            _without_marks_of_lost(db, salvaged.incomplete)
            db.write(_MARKS)
            left_out += _without_broken_session(db)
        derived = memories.derived(
            db,
            replay_in(db),
            canonical,
            lambda done: note(_SHARE_OF_LOG + (1 - _SHARE_OF_LOG) * done),
        )
        with db.transaction():
            memories.replace_all(db, derived)
        # The file alone is moved: on a full disk SQLite would leave the rest in the log beside it.
        db.row("PRAGMA wal_checkpoint(TRUNCATE)")
    if is_there(target):
        raise ProgressError(
            f"There is no room left to write {target}.", "Free some space on its disk."
        )
    return left_out


def _without_marks_of_lost(db: Database, incomplete: Collection[str]) -> None:
    """Forgets when something was changed that is gone with its page.

    It would count as taken back, and a merge would take it from the other devices.
    """
    for table, (what, key) in _MARKED.items():
        if table in incomplete:
            db.write(
                f"DELETE FROM changed WHERE what = ? AND name NOT IN (SELECT {key} FROM {table})",
                (what,),
            )


def _in_order(salvaged: Salvaged) -> Iterator[tuple[int, Row]]:
    for number, (_, row) in enumerate(sorted(salvaged.log.items()), start=1):
        yield number, row


def _consistent(salvaged: Salvaged) -> dict[str, list[TableRow]]:
    """The other tables, without what refers to what was lost."""
    tables = {name: salvaged.tables.get(name, []) for name in KEYS}
    known = {None, *salvaged.ids}
    queues = {row.get("session") for row in tables["session_queues"]}
    steps = tables["session_steps"]
    broken = {row.get("session") for row in steps if row.get("review") not in known}
    whole = {
        row.get("id")
        for row in tables["sessions"]
        if row.get("id") in queues - broken and row.get("shown") in known
    }
    tables["sessions"] = [row for row in tables["sessions"] if row.get("id") in whole]
    for name in ("session_queues", "session_steps"):
        tables[name] = [row for row in tables[name] if row.get("session") in whole]
    return tables


def _without_broken_session(db: Database) -> int:
    """Leaves out all sessions if the last one can't be read; how many rows that are."""
    try:
        sessions.latest(db)
    except ProgressError:
        return sum(db.write(f"DELETE FROM {table}") for table in reversed(OPEN_SESSION))
    return 0


def _naming_after(rows: list[TableRow], new_id: Callable[[], str]) -> Callable[[], str]:
    """Ids for the new file, of which the first names the device: as it was, where that is known."""
    known = (row["id"] for row in rows if isinstance(row.get("id"), str) and row["id"])
    return lambda: str(next(known, "")) or new_id()


def _put_all(db: Database, table: str, rows: list[TableRow]) -> int:
    """Puts `rows` into `table`, in place of what a new file has; how many had no place."""
    if not rows:
        return 0
    db.write(f"DELETE FROM {table}")
    columns = [name for (name,) in db.rows("SELECT name FROM pragma_table_info(?)", (table,))]
    left_out = 0
    for row in rows:
        named = [name for name in columns if name in row]
        places = ", ".join("?" * len(named))
        sql = f"INSERT INTO {table} ({', '.join(named)}) VALUES ({places})"
        is_put = makes_sense(table, row) and _put(db, sql, tuple(row[name] for name in named))
        left_out += not is_put
    return left_out


def _put(db: Database, sql: str, values: Row) -> bool:
    """Whether the row had a place: a value misread may be none that its column takes."""
    try:
        db.write(sql, values)
    except (sqlite3.IntegrityError, sqlite3.DataError):
        return False
    return True
