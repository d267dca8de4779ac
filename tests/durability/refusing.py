"""Real failures at a chosen statement: SQLite's own refusal, or a disk that takes no more."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tui.progress.database import Database

PAGE = 4096 + 24
"""Bytes that a page takes in the write-ahead log."""


@contextmanager
def refusing(db: Database, after: int, *, lasts: bool) -> Iterator[None]:
    """Lets SQLite carry out `after` statements, then refuse one; all that follow where it `lasts`.

    A rollback is never refused.
    """
    connection = db._connection
    left, is_done = after, False

    def refuse(action: int, first: str | None, *_: str | None) -> int:
        nonlocal is_done
        if first == "ROLLBACK" or (is_done and not lasts):
            return sqlite3.SQLITE_OK
        is_done = True
        return sqlite3.SQLITE_DENY

    def count(_: str) -> None:
        nonlocal left
        left -= 1
        if not left:
            connection.set_authorizer(refuse)

    if after:
        connection.set_trace_callback(count)
    else:
        connection.set_authorizer(refuse)
    try:
        yield
    finally:
        connection.set_trace_callback(None)
        connection.set_authorizer(None)


@contextmanager
def no_room(db: Database, pages: int) -> Iterator[None]:
    """Lets the write-ahead log grow by so many pages and no further."""
    log = db.path.with_name(f"{db.path.name}-wal")
    size = log.stat().st_size if log.exists() else 0
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + pages * PAGE, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
