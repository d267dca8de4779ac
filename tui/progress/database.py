"""Opens progress.db, and lends its connection to the modules that read and write its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Any, Self

from tui.clock import Clock
from tui.progress.columns import moment_text
from tui.progress.errors import BUSY_SECONDS, damaged, explaining
from tui.progress.open_here import Identity, hold, let_go, nothing_to_check
from tui.progress.opening import check_file, check_header, foreign, newer
from tui.progress.schema import APPLICATION_ID, NEWEST

Row = tuple[Any, ...]


class Database:
    """An open progress.db. It belongs to the thread that opened it.

    Whatever fails for a reason outside the program raises ProgressError.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        clock: Clock,
        new_id: Callable[[], str],
        device: str,
        held: Identity | None,
    ) -> None:
        self._connection = connection
        self._held = held
        self.path = path
        self.clock = clock
        self.new_id = new_id
        self.device = device

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows that `sql` gives."""
        with explaining(self.path):
            found: list[Row] = self._connection.execute(sql, parameters).fetchall()
            return found

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """The first row that `sql` gives, or None."""
        with explaining(self.path):
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def stream(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The rows that `sql` gives, one by one: for more than fit into memory."""
        with explaining(self.path):
            yield from self._connection.execute(sql, parameters)

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Runs `sql` in the open transaction; the number of rows changed. RuntimeError outside."""
        self._in_transaction()
        with explaining(self.path):
            return self._connection.execute(sql, parameters).rowcount

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Runs `sql` for each of `rows`, as `write` does."""
        self._in_transaction()
        with explaining(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written in the block is saved at its end, on the disk, or none of it.

        RuntimeError if one is open already: what belongs together is for the caller to decide.
        """
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open already")
        with explaining(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk has SQLite roll back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Closes the file; harmless when it is closed."""
        self._connection.close()
        let_go(self._held)
        self._held = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _in_transaction(self) -> None:
        if not self._connection.in_transaction:
            raise RuntimeError("writing needs an open transaction")


def open_database(path: Path, clock: Clock, new_id: Callable[[], str]) -> Database:
    """Opens the progress.db at `path`; makes it if there is none, upgrades it if it is older.

    `new_id` gives ids that are unique on every device; the first one names this device. Raises
    ProgressError, and leaves the file untouched, if it is no database, another program's, from a
    newer version, or can't be read and written.
    """
    check_file(path)
    held = hold(path, check_header)
    try:
        with explaining(path):
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                device = _prepared(connection, path, clock, new_id)
                if held is None:
                    held = hold(path, nothing_to_check)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        let_go(held)
        raise
    return Database(connection, path, clock, new_id, device, held)


def _prepared(
    connection: sqlite3.Connection, path: Path, clock: Clock, new_id: Callable[[], str]
) -> str:
    """Makes the file one of ours, in the newest version; the id of this device."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    version = _version(connection, path)
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    if version < NEWEST:
        from tui.progress.migrations import upgrade

        upgrade(connection, path, lambda: (new_id(), moment_text(clock.now())))
    connection.execute("PRAGMA foreign_keys = ON")
    return _device(connection, path)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version as SQLite sees it: what the header says may still lie in the write-ahead log."""
    # One transaction: another process may be making the file at this moment.
    connection.execute("BEGIN")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    connection.execute("COMMIT")
    # Nothing yet, or only what a killed first start has left.
    new = application == version == tables == 0
    if application != APPLICATION_ID and not new:
        raise foreign(path)
    if version > NEWEST:
        raise newer(path, version)
    return int(version)


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Switches to the write-ahead log, which the file remembers."""
    pause = 0.01
    for attempt in range(int(BUSY_SECONDS / pause), -1, -1):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            # SQLite does not wait here, as it does elsewhere, for others that are starting too.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not attempt:
                raise
            sleep(pause)


def _device(connection: sqlite3.Connection, path: Path) -> str:
    try:
        (device,) = connection.execute("SELECT id FROM device").fetchone()
    except (sqlite3.OperationalError, TypeError) as error:
        # Our mark is on it, and yet a table or its only row is missing.
        if isinstance(error, sqlite3.OperationalError) and "no such table" not in str(error):
            raise
        raise damaged(path) from error
    return str(device)
