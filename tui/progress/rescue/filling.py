"""What a damaged progress.db lacks, filled from a backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from tui.progress.copies.backup import connected, is_sound
from tui.progress.database import Row
from tui.progress.errors import ProgressError
from tui.progress.rescue.mended_rows import makes_sense
from tui.progress.rescue.salvage import KEYS, read_tables, without_doubles
from tui.progress.rescue.salvaged import OPEN_SESSION, Salvaged, TableRow, entry_row


@dataclass(frozen=True, slots=True)
class Older:
    """What a backup holds: entries by number, and rows of the other tables by name."""

    log: Mapping[int, Row]
    tables: Mapping[str, list[TableRow]]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read, with what a backup still has of the rest.

    entries: how many entries came from there.
    """

    salvaged: Salvaged
    entries: int


def older_in(backup: Path) -> Older | None:
    """What `backup` holds; None if it is damaged or can't be read."""
    if not is_sound(backup):
        return None
    try:
        with closing(connected(backup)) as database:
            log, tables, _ = read_tables(database)
    except sqlite3.Error:
        return None
    rows = {
        number: row
        for found in log
        if isinstance(number := found.get("number"), int) and (row := entry_row(found)) is not None
    }
    return Older(rows, tables)


def ids_in(backup: Path) -> set[str]:
    """The ids of the entries of `backup`, sound or not; none where they can't be read."""
    # A name that is no text is told by the one, a row by the other.
    with (
        suppress(ProgressError, sqlite3.Error, UnicodeDecodeError),
        closing(connected(backup)) as database,
    ):
        return {found for (found,) in database.execute("SELECT id FROM log")}
    return set()


def filled(
    salvaged: Salvaged,
    older: Older,
    *,
    only_lost: bool = False,
    put_away: Collection[str] = (),
) -> Filled:
    """`salvaged` with all that it lacks and `older` has.

    only_lost: takes only entries that are known to be lost, by their ids or their numbers.
    put_away: ids of entries that are not taken.
    """
    entries = _without_guesses(salvaged, older.log)
    known = salvaged.ids
    missing = {
        number: row
        for number, row in older.log.items()
        if row[1] not in known and row[1] not in put_away
    }
    if only_lost:
        ids = {each.id for each in salvaged.lost}
        numbers = {each.number for each in salvaged.lost if each.id is None}
        missing = {n: row for n, row in missing.items() if row[1] in ids or n in numbers}
    after = max([*entries, *(each.number for each in salvaged.lost)], default=0)
    doubtful = {each.number for each in salvaged.lost}
    for number, row in sorted(missing.items()):
        if number in doubtful:
            entries[number] = row
            continue
        # A file that was merged with others has other numbers than its backup.
        after += number in entries
        entries[after if number in entries else number] = row
    there = {row[1] for row in older.log.values()}
    lost = tuple(
        each
        for each in salvaged.lost
        if each.id not in there and (each.number not in entries or each.number in salvaged.log)
    )
    tables = dict(salvaged.tables)
    for name in KEYS:
        if name not in OPEN_SESSION and (
            name in salvaged.incomplete
            or any(_makes_none(name, row) for row in tables.get(name, []))
        ):
            rows = [*tables.get(name, []), *older.tables.get(name, [])]
            rows = sorted(rows, key=partial(_makes_none, name))
            tables[name] = without_doubles(rows, KEYS[name])
    incomplete = tuple(
        name for name in salvaged.incomplete if name != "device" or not tables.get("device")
    )
    whole = replace(
        salvaged,
        log=entries,
        lost=lost,
        tables=tables,
        incomplete=incomplete,
        mended=salvaged.mended - there,
    )
    return Filled(whole, len(missing))


def _without_guesses(salvaged: Salvaged, older: Mapping[int, Row]) -> dict[int, Row]:
    """The entries of `salvaged`, those that were mended as the backup `older` has them."""
    as_written = {row[1]: row for row in older.values() if row[1] in salvaged.mended}
    return {number: as_written.get(row[1], row) for number, row in salvaged.log.items()}


def _makes_none(name: str, row: TableRow) -> bool:
    """Whether `row` of the table `name` makes no sense."""
    return not makes_sense(name, row)
