"""Brings a progress.db to a newer version, all or nothing.

Importing this imports `sqlite_utils`, which takes as long as the rest of opening the file many
times over: only where there is something to migrate.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import sqlite_utils
from sqlite_utils.migrations import Migrations

from tui.progress.copies.backup import back_up
from tui.progress.errors import damaged
from tui.progress.noting import STEPS_AT_ONCE, Note, Share, StepMeter, silent
from tui.progress.schema import APPLICATION_ID, VERSION_1, VERSION_2, VERSION_3

MIGRATION_SET = "cssprep"

Migration = Callable[[sqlite_utils.Database], None]


def version_1(database: sqlite_utils.Database) -> None:
    """Makes the tables of the first version."""
    for statement in VERSION_1:
        database.execute(statement)


def version_2(database: sqlite_utils.Database) -> None:
    """Lets answers be practice, and questions be parked; no answer so far was practice."""
    for statement in VERSION_2:
        database.execute(statement)


def version_3(database: sqlite_utils.Database) -> None:
    """Notes when flags, parkings and settings were changed; lets a wording be taught twice."""
    for statement in VERSION_3:
        database.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (version_1, version_2, version_3)
"""The n-th takes a file from version n − 1 to version n."""


def upgrade(
    connection: sqlite3.Connection,
    path: Path,
    new_device: Callable[[], tuple[str, str]],
    migrations: Sequence[Migration] = MIGRATIONS,
    note: Note = silent,
) -> None:
    """Applies those of `migrations` that the file lacks, in one transaction.

    A file that held something is backed up beside it first, as <name>-before-<version>.db.
    `new_device` gives the id of this device and the time, for a new file. Raises ProgressError if
    the backup can't be made or the result is not sound; the file is then as it was.
    """
    newest = len(migrations)
    # From here on no other process writes: the backup holds all that the migrations will see.
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have upgraded the file while this one waited.
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if 0 < version < newest:
            copy = path.with_name(f"{path.stem}-before-{newest}.db")
            back_up(path, copy, lambda done: note("Backing up", done))
        if version < newest:
            _apply(connection, migrations, lambda done: note("Upgrading", done))
            if not connection.execute("SELECT 1 FROM device").fetchone():
                connection.execute("INSERT INTO device VALUES (1, ?, ?)", new_device())
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise damaged(path)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {newest}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    # An older program reads the version from the file's first bytes, without opening it.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _apply(connection: sqlite3.Connection, migrations: Sequence[Migration], note: Share) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.set_progress_handler(StepMeter(pages, note), STEPS_AT_ONCE)
    ordered = Migrations(MIGRATION_SET)
    for migration in migrations:
        ordered(name=getattr(migration, "__name__", None))(migration)
    # Without plug-ins of the user's sqlite-utils: they would run inside the learner's progress.
    database = sqlite_utils.Database(connection, recursive_triggers=False, execute_plugins=False)
    ordered.apply(database)
    connection.set_progress_handler(None, 0)
