"""The file that compiled banks are kept in: one SQLite database a folder of banks.

It holds nothing that can't be made again, so whatever is wrong with it, it is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from time import sleep

FORMAT = 3
"""The layout of the tables below; a file of another one is thrown away."""

WAIT = 30.0
"""Seconds to wait for another process that is compiling the same banks."""

_PAUSE = 0.01

# What is read for every question stands in `question`; its bulk stands in tables of its own, so
# that going through all questions reads few pages.
_TABLES = """
CREATE TABLE code (stamp TEXT NOT NULL) STRICT;
CREATE TABLE file (
    name TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    sources TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    bank TEXT NOT NULL,
    hidden_by TEXT NOT NULL,
    title TEXT NOT NULL,
    errors INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    findings TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE topic (
    file TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    papers TEXT NOT NULL,
    weight REAL,
    PRIMARY KEY (file, id)
) STRICT;
CREATE TABLE source (
    file TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    url TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (file, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    bank TEXT NOT NULL,
    topic TEXT NOT NULL,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    line INTEGER NOT NULL,
    prompt TEXT NOT NULL,
    source TEXT NOT NULL,
    guess REAL NOT NULL,
    marks REAL
) STRICT;
CREATE INDEX question_in_file ON question (file, id, ref);
CREATE TABLE body (question INTEGER PRIMARY KEY, json BLOB NOT NULL) STRICT;
CREATE TABLE tag (
    tag TEXT NOT NULL,
    question INTEGER NOT NULL,
    PRIMARY KEY (tag, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_of_question ON tag (question);
CREATE TABLE paragraph (id INTEGER PRIMARY KEY, file TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE TABLE proof (
    question INTEGER NOT NULL,
    number INTEGER NOT NULL,
    quote TEXT NOT NULL,
    paragraph INTEGER,
    start INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    PRIMARY KEY (question, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE alias (old TEXT PRIMARY KEY, new TEXT NOT NULL, file TEXT NOT NULL) STRICT;
CREATE TABLE retired (ref TEXT PRIMARY KEY, file TEXT NOT NULL) STRICT;
"""

# The words are folded and parted before they come here, so the plainest tokenizer does: it takes
# every character beyond ASCII for a letter. Its own folding would leave Arabic vowel signs.
_INDEXED_WORDS = """
CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'ascii', columnsize = 0)
"""
_PLAIN_WORDS = "CREATE TABLE words (rowid INTEGER PRIMARY KEY, text TEXT NOT NULL)"


def cache_path(cache_dir: Path, banks: Path) -> Path:
    """Where the banks of the folder `banks` are kept compiled."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(banks))).hexdigest()[:16]
    return cache_dir / f"banks-{name}.sqlite"


def open_cache(path: Path | None) -> sqlite3.Connection:
    """Opens the cache `path`, made if it is not there; None for one in memory.

    The connection may be used by one thread at a time, whichever. Raises sqlite3.Error or OSError
    if the file can't be used; `is_damaged` says whether it should be thrown away.
    """
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(
        ":memory:" if path is None else path,
        timeout=WAIT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA synchronous = NORMAL")
        if _format(connection) != FORMAT:
            _make(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def empty_log(connection: sqlite3.Connection) -> None:
    """Empties the write-ahead log, unless others are busy with the file.

    After a kill, each start would read through all of it.
    """
    connection.execute(f"PRAGMA busy_timeout = {round(_PAUSE * 1000)}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute(f"PRAGMA busy_timeout = {round(WAIT * 1000)}")


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether `error` means that the file is no cache, or a broken one."""
    name = error.sqlite_errorname or ""
    return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or "no such" in str(error)


def throw_away(path: Path) -> None:
    """Deletes the cache `path`, as far as that can be done."""
    for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm"), Path(f"{path}-journal")):
        with suppress(OSError):
            file.unlink()


def has_full_text(connection: sqlite3.Connection) -> bool:
    """Whether this SQLite was built with full-text search."""
    sql = "SELECT 1 FROM pragma_module_list WHERE name = 'fts5'"
    return connection.execute(sql).fetchone() is not None


def _format(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Lets readers go on with what they had while somebody compiles."""
    for _ in range(int(WAIT / _PAUSE)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # Of processes that start at once only one gets through, and SQLite does not wait here.
            if error.sqlite_errorname != "SQLITE_BUSY":
                raise
            sleep(_PAUSE)


def _make(connection: sqlite3.Connection) -> None:
    _write_ahead(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _format(connection) != FORMAT:  # nobody made it while this process waited
            # A virtual table takes the tables that it is made of with it.
            names = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                " ORDER BY sql NOT LIKE 'CREATE VIRTUAL%'"
            )
            for (name,) in names.fetchall():
                connection.execute(f'DROP TABLE IF EXISTS "{name}"')
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(_INDEXED_WORDS if has_full_text(connection) else _PLAIN_WORDS)
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
