"""Compiles banks into the cache. Run as a program, so that the app need not hold what it takes.

python -m tui.banks.compile CACHE FOLDER TODAY
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from tui.banks.cache import empty_log, open_cache
from tui.banks.dates import last_day
from tui.banks.folder import bank_files
from tui.banks.freshness import KnownFile, code_stamp, is_same_code, known_files, stamp_of
from tui.banks.reading import BankReading
from tui.banks.writing import BankWriter, FileRow
from tui.collector import collector_paused


def compile_banks(connection: sqlite3.Connection, folder: Path, today: date) -> None:
    """Brings the cache up to date with the bank files in `folder`, in one transaction.

    A file that can't be read any more leaves the questions that it had; one that is gone takes
    them with it. Raises BanksError if the folder can't be read.
    """
    files = bank_files(folder)
    connection.execute("BEGIN IMMEDIATE")
    try:
        _compile(connection, files, today)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    empty_log(connection)


def _compile(connection: sqlite3.Connection, files: list[Path], today: date) -> None:
    same_code = is_same_code(connection)
    known = known_files(connection)
    for name in known.keys() - {path.name for path in files}:
        BankWriter(connection, name).drop_file()
    claimed: dict[str, str] = {}
    for path in files:
        before = known.get(path.name)
        if before is not None and same_code and before.is_fresh(path, today, claimed):
            bank = before.bank
        else:
            bank = _compile_file(connection, path, today, claimed, before)
        if bank:
            claimed.setdefault(bank, path.name)
    connection.execute("DELETE FROM code")
    connection.execute("INSERT INTO code VALUES (?)", (code_stamp(),))


def _compile_file(
    connection: sqlite3.Connection,
    path: Path,
    today: date,
    claimed: dict[str, str],
    before: KnownFile | None,
) -> str:
    """Compiles one file and returns the id of its bank, '' if it has none."""
    stamp = stamp_of(path)
    reading = BankReading(path, str(path), today, claimed)
    writer = BankWriter(connection, path.name)
    bank, declared = reading.bank, reading.declared_id
    expiries: list[date] = []
    title = ""
    if bank is not None:
        title = bank.title
        for other in _files_with(connection, bank.id):
            BankWriter(connection, other).drop_bank()
        writer.drop_bank()
        writer.bank(bank)
        for sound in reading.questions():
            writer.question(bank, sound, reading.sources.get(sound.source))
            if (day := last_day(sound.question.expires)) is not None:
                expiries.append(day)
    else:
        for _ in reading.questions():  # for what there is to complain of
            pass
        if declared in claimed or before is None or before.bank in claimed:
            writer.drop_bank()
        else:
            declared, title = before.bank, _title(connection, path.name)
    sources = reading.sources.values()
    first, last = _days(expiries, today)
    writer.file(
        FileRow(
            stamp=" ".join([stamp, *(source.stamp for source in sources)]),
            sources=tuple(source.file for source in sources),
            first_day=first,
            last_day=last,
            bank=declared,
            hidden_by=claimed.get(declared, ""),
            title=title,
            findings=reading.findings(),
        )
    )
    return declared


def _files_with(connection: sqlite3.Connection, bank: str) -> list[str]:
    rows = connection.execute("SELECT DISTINCT file FROM question WHERE bank = ?", (bank,))
    return [name for (name,) in rows]


def _title(connection: sqlite3.Connection, name: str) -> str:
    rows = connection.execute("SELECT title FROM file WHERE name = ?", (name,)).fetchall()
    return str(rows[0][0]) if rows else ""


def _days(expiries: Iterable[date], today: date) -> tuple[date, date]:
    """The study days between which no question expires that has not by `today`."""
    past = [day for day in expiries if day < today]
    coming = [day for day in expiries if day >= today]
    first = max(past) + timedelta(days=1) if past else date.min
    return first, min(coming, default=date.max)


def main(arguments: list[str]) -> int:
    """Compiles the banks of a folder into a cache file; 0 if that was done."""
    cache, folder, today = arguments
    connection = open_cache(Path(cache))
    try:
        with collector_paused():
            compile_banks(connection, Path(folder), date.fromisoformat(today))
    finally:
        connection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
