"""The file in the user's cache folder that keeps what is derived from the log for statistics.

It holds nothing that can't be derived again: whatever is wrong with it, it is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from tui.study.statistics.facts import Fact
from tui.study.statistics.totals import Totals

FORMAT = 1
"""The layout of the tables, and what the facts in them mean."""

WAIT = 60.0
"""Seconds to wait for another process that is deriving the same."""

_TABLES = """
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    stamp TEXT NOT NULL,
    number INTEGER NOT NULL,
    entry TEXT NOT NULL,
    zone TEXT NOT NULL,
    totals BLOB NOT NULL
) STRICT;
CREATE TABLE question (name TEXT PRIMARY KEY, facts BLOB NOT NULL) STRICT;
CREATE TABLE seconds (kind TEXT PRIMARY KEY, ascending BLOB NOT NULL) STRICT;
"""
_TOTALS = msgspec.msgpack.Decoder(Totals)
_FACTS = msgspec.msgpack.Decoder(list[Fact])
_ENCODER = msgspec.msgpack.Encoder()


class State(NamedTuple):
    """What was derived, and from what.

    stamp: of the log and of all else that facts depend on. number, entry: the newest entry of the
    log then. zone: what the hours were told by.
    """

    stamp: str
    number: int
    entry: str
    zone: str
    totals: Totals


def kept_path(cache: Path, progress: Path) -> Path:
    """Where the statistics of the database `progress` are kept."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(progress))).hexdigest()[:16]
    return cache / f"statistics-{name}.sqlite"


class KeptFile:
    """The open file, or one in memory where `path` is None.

    Raises sqlite3.Error, OSError or msgspec.DecodeError if it can't be used.
    """

    def __init__(self, path: Path | None) -> None:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(
            ":memory:" if path is None else path, timeout=WAIT, isolation_level=None
        )
        try:
            # A power cut may leave a broken file, which is then thrown away.
            self._connection.execute("PRAGMA synchronous = OFF")
            # Others can read what was kept before while much is being written.
            self._connection.execute("PRAGMA cache_spill = OFF")
            self._make()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written in the block is kept, or nothing; one process at a time."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def state(self) -> State | None:
        """What was derived last; None of a new file."""
        row = self._connection.execute(
            "SELECT stamp, number, entry, zone, totals FROM state"
        ).fetchone()
        if row is None:
            return None
        stamp, number, entry, zone, totals = row
        return State(stamp, number, entry, zone, _TOTALS.decode(totals))

    def put_state(self, state: State) -> None:
        """Keeps `state` in place of the one before."""
        self._connection.execute(
            "INSERT OR REPLACE INTO state VALUES (1, ?, ?, ?, ?, ?)",
            (*state[:4], _ENCODER.encode(state.totals)),
        )

    def clear(self) -> None:
        """Drops everything."""
        for table in ("state", "question", "seconds"):
            self._connection.execute(f"DELETE FROM {table}")

    def facts(self, name: str) -> list[Fact]:
        """The facts of the question `name`; none where it is not known."""
        row = self._connection.execute(
            "SELECT facts FROM question WHERE name = ?", (name,)
        ).fetchone()
        return [] if row is None else _FACTS.decode(row[0])

    def all_facts(self) -> Iterator[list[Fact]]:
        """The facts of every question."""
        for (facts,) in self._connection.execute("SELECT facts FROM question"):
            yield _FACTS.decode(facts)

    def put_facts(self, name: str, facts: Sequence[Fact]) -> None:
        """Keeps `facts` as those of the question `name`, in place of those before."""
        self._connection.execute(
            "INSERT OR REPLACE INTO question VALUES (?, ?)", (name, _ENCODER.encode(facts))
        )

    def seconds(self) -> dict[str, array[float]]:
        """By kind of question the seconds of its answers, in ascending order."""
        found: dict[str, array[float]] = {}
        rows = self._connection.execute("SELECT kind, ascending FROM seconds ORDER BY kind")
        for kind, ascending in rows:
            found[kind] = array("d")
            found[kind].frombytes(ascending)
        return found

    def put_seconds(self, kind: str, ascending: Iterable[float]) -> None:
        """Keeps the seconds of one kind of question; none drops the kind."""
        values = array("d", ascending).tobytes()
        if values:
            self._connection.execute("INSERT OR REPLACE INTO seconds VALUES (?, ?)", (kind, values))
        else:
            self._connection.execute("DELETE FROM seconds WHERE kind = ?", (kind,))

    def _make(self) -> None:
        if self._format() == FORMAT:
            return
        with self.writing():
            if self._format() == FORMAT:  # another process was quicker
                return
            tables = "SELECT name FROM sqlite_schema WHERE type = 'table'"
            for (name,) in self._connection.execute(tables).fetchall():
                self._connection.execute(f'DROP TABLE "{name}"')
            for statement in _TABLES.split(";"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {FORMAT}")

    def _format(self) -> int:
        found: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        return found
