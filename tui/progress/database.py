"""Opens progress.db, and lends its connection to the modules that read and write its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import Any, Self, TypeVar

from tui.clock import Clock
from tui.progress.columns import moment_text
from tui.progress.errors import (
    BUSY_SECONDS,
    NOT_RECORDED,
    ProgressError,
    damaged,
    explaining,
    not_recorded,
)
from tui.progress.guards.held_files import (
    HeldFiles,
    Identity,
    hold,
    identity,
    is_held_once,
    let_go,
    nothing_to_check,
)
from tui.progress.guards.opening import check_file, check_header, foreign, newer
from tui.progress.guards.overwriting import OwnContent
from tui.progress.guards.own_schema import check_schema
from tui.progress.noting import Note, silent
from tui.progress.schema import APPLICATION_ID, NEWEST

_TRIES = 5
"""How often a file is opened that is replaced at that moment."""

Row = tuple[Any, ...]
Value = TypeVar("Value")


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
        self._closed = False
        self._files = HeldFiles(path)
        self._content = OwnContent(path, device, held)
        self._content.note(connection)
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
            # Not `yield from`, which closes the cursor where the reader leaves: the file may be
            # closed by then, as after Ctrl+C.
            for row in self._connection.execute(sql, parameters):  # noqa: UP028
                yield row

    def shaped(self, make: Callable[[Row], Value]) -> Callable[[Row], Value]:
        """`make`, but where a row makes no value, as a bit of it has changed: ProgressError."""

        def made(row: Row) -> Value:
            try:
                return make(row)
            except (ValueError, TypeError, KeyError) as error:
                raise damaged(self.path) from error

        return made

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
    def transaction(self, failed: str = NOT_RECORDED) -> Iterator[None]:
        """All that is written in the block is saved at its end, on the disk, or none of it.

        A ProgressError says that it is none, in the words `failed`; "" where nobody did anything
        that was to be recorded. RuntimeError if a transaction is open already: what belongs
        together is for the caller to decide.
        """
        if self._connection.in_transaction:
            raise RuntimeError("a transaction is open already")
        with not_recorded(failed), explaining(self.path):
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._content.note(self._connection)
                yield
                # SQLite would write to a removed file, and nobody would ever find it.
                gone = self._files.gone()
                overwritten = gone is None and self._content.is_overwritten()
                if gone is None and not overwritten:
                    self._content.note_coming(self._connection)
                    self._connection.execute("COMMIT")
                    self._content.note_committed()
            except BaseException:
                self._roll_back()
                raise
            if gone is not None:
                self._roll_back()
                raise self._moved(gone)
            if overwritten:
                self._roll_back()
                raise self._content.overwritten(self._connection)

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Inside, a transaction waits for so long at most for others; BusyError then.

        For whoever would rather try again than stand still.
        """
        self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {round(BUSY_SECONDS * 1000)}")

    def close(self) -> None:
        """Closes the file; harmless when it is closed.

        ProgressError, once it is closed, if another program wrote into it or took it away, and that
        was not told.
        """
        if self._closed:
            return
        self._closed = True
        try:
            untold = self._left()
        finally:
            self._connection.close()
            let_go(self._held)
            self._held = None
        if untold is not None:
            raise untold

    def _left(self) -> ProgressError | None:
        """What is still to be told as the file is closed."""
        gone = self._files.gone()
        if gone is None:
            return self._content.leave(self._connection)
        untold = None if self._files.told or not is_held_once(self._held) else self._moved(gone)
        if self._files.is_log_left_alone:
            # The next start would bring it into what lies there now.
            self._content.drop_log()
        return untold

    def _moved(self, gone: Path) -> ProgressError:
        return self._files.moved(gone, lambda: self._content.kept_copy(self._connection))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
            return
        # What went wrong first is what is told.
        with suppress(ProgressError):
            self.close()

    def _roll_back(self) -> None:
        # A full disk has SQLite roll back by itself.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _in_transaction(self) -> None:
        if not self._connection.in_transaction:
            raise RuntimeError("writing needs an open transaction")


def open_database(
    path: Path, clock: Clock, new_id: Callable[[], str], note: Note = silent
) -> Database:
    """Opens the progress.db at `path`; makes it if there is none, upgrades it if it is older.

    `new_id` gives ids that are unique on every device; the first one names this device. `note` is
    told how far an upgrade is. Raises
    ProgressError, and leaves the file untouched, if it is no database, another program's, from a
    newer version, or can't be read and written.
    """
    check_file(path)
    for _ in range(_TRIES):
        with suppress(_ReplacedError):
            return _opened(path, clock, new_id, note)
    raise ProgressError(f"{path} is being replaced again and again.", "Try again in a moment.")


class _ReplacedError(Exception):
    """The file was replaced while it was opened."""


def _opened(path: Path, clock: Clock, new_id: Callable[[], str], note: Note) -> Database:
    held = hold(path, check_header)
    try:
        with explaining(path):
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                device = _prepare(connection, path, held, (clock, new_id), note)
                if held is None:
                    held = hold(path, nothing_to_check)
                return Database(connection, path, clock, new_id, device, held)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        let_go(held)
        raise


def _prepare(
    connection: sqlite3.Connection,
    path: Path,
    held: Identity | None,
    given: tuple[Clock, Callable[[], str]],
    note: Note,
) -> str:
    """Makes the file one of ours, in the newest version; the id of this device."""
    clock, new_id = given
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    version = _version(connection, path)
    # Whoever replaces it holds its lock, and has given that up by now. SQLite would go on with the
    # old file, and with the log of the new one.
    if held is not None and identity(path) != held:
        raise _ReplacedError
    _use_write_ahead_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    if version < NEWEST:
        from tui.progress.migrations import upgrade

        upgrade(connection, path, lambda: (new_id(), moment_text(clock.now())), note=note)
    connection.execute("PRAGMA foreign_keys = ON")
    return _device(connection, path)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The version as SQLite sees it: what the header says may still lie in the write-ahead log."""
    # One transaction: another process may be making the file at this moment.
    connection.execute("BEGIN")
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == APPLICATION_ID and 0 < version <= NEWEST:
        check_schema(connection, path)
    connection.execute("COMMIT")
    # Nothing yet, or only what a killed first start has left.
    new = application == version == tables == 0
    if application != APPLICATION_ID and not new:
        raise foreign(path)
    if version > NEWEST:
        raise newer(path, version)
    if version < 0 or (application == APPLICATION_ID and not version):
        raise damaged(path)
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
