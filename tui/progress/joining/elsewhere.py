"""Reads the logs of other learners, progress.db files or exports of them, and never changes one.

Opening an SQLite file that is in write-ahead mode writes beside it even where nothing is written
to it. So a copy is opened, in a temporary folder.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, tzinfo
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.kinds.verdict import Variant
from tui.log import Entry
from tui.memory import Grade
from tui.progress.copies.raw_copy import raw_copy, unreadable
from tui.progress.entries import COLUMNS, entry_of
from tui.progress.errors import DamagedError, ProgressError, damaged, explained, explaining
from tui.progress.exchange import read_lines
from tui.progress.fields import Refused
from tui.progress.guards.opening import HEADER, MAGIC
from tui.progress.guards.own_schema import check_schema
from tui.progress.joining.collected import Collected
from tui.progress.joining.sound import Checks, sound_mark, sound_wording
from tui.progress.lines import Rules
from tui.progress.marks import STANDING, Mark
from tui.progress.schema import APPLICATION_ID, NEWEST
from tui.progress.variants import Taught

SUFFIXES = (".db", ".jsonl")
"""How the names of the files end that are read of a folder."""

# What a repair has left: all that can be read of it is in the file beside.
_SET_ASIDE = re.compile(r"progress-damaged-\d")
# Of files that the system or another program is still writing, or keeps beside those of ours.
_HIDDEN = (".", "~")


class HalfCopiedError(ProgressError):
    """A file of which nothing, or not even its first line, is there yet: nothing in it is lost."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What one file holds.

    entries: in no order. remembered: questions, and wordings of their answers that the learner had
    remembered; an export holds none. refused: lines that can't be read, by number from 1, or rows.
    marks, taught: flags and the like, and wordings with what taught them; an export holds none.
    known: entries left out, as they were known. missing: lines that were promised, and are not
    there: the file is not written to its end, or not copied yet. newest: id of the last entry of
    the log as its first line gives it; "" where it gives none.
    """

    path: Path
    entries: tuple[Entry, ...]
    remembered: tuple[tuple[str, Variant], ...] = ()
    refused: tuple[tuple[int, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    taught: tuple[Taught, ...] = ()
    known: int = 0
    missing: int = 0
    newest: str = ""


def files_at(paths: Sequence[Path]) -> list[Path]:
    """The files that `paths` name: a folder stands for the .db and .jsonl files in it.

    Hidden files in a folder are left out. ProgressError if a path is not there, is a pipe or the
    like, which can't be read twice, or a folder without such files.
    """
    found: list[Path] = []
    for path in paths:
        try:
            inside = sorted(path.iterdir()) if path.is_dir() else None
            there, is_file = path.exists(), path.is_file()
        except OSError as error:
            raise unreadable(path, error) from error
        if inside is not None:
            files = [
                each
                for each in inside
                if each.suffix in SUFFIXES and each.is_file() and not _passed_over(each.name)
            ]
            if not files:
                raise ProgressError(
                    f"The folder {path} holds no {' or '.join(SUFFIXES)} file.",
                    "Put progress.db files or exports into it: cssprep progress export FILE.jsonl.",
                )
            found += files
        elif is_file:
            found.append(path)
        elif there:
            raise ProgressError(f"{path} is no file.", "Save what comes from it as a file first.")
        else:
            raise ProgressError(f"There is no file or folder {path}.", "Check the path.")
    return list(dict.fromkeys(found))


def _passed_over(name: str) -> bool:
    return name.startswith(_HIDDEN) or _SET_ASIDE.match(name) is not None


def accept(mark: Mark) -> None:
    """Nothing speaks against `mark`."""


def read_elsewhere(
    path: Path,
    grade_for: Callable[[float], Grade],
    known: Collection[str] = frozenset(),
    zone: tzinfo = UTC,
    check: Callable[[Mark], None] = accept,
) -> Elsewhere:
    """The log in the file `path`: a progress.db, or JSON Lines as they are exported or synced.

    ProgressError, which names the file, if it is neither, another program's, from another version,
    or can't be read; a HalfCopiedError if there is nothing in it. `grade_for` gives the grade of a
    line that has none. `known` are ids of entries to leave out, and `zone` says which study day a
    line without one belongs to. `check` raises Refused for a mark that can't be taken in.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except OSError as error:
        raise unreadable(path, error) from error
    if head.startswith(MAGIC):
        try:
            return _read_database(path, known, check)
        except DamagedError as error:
            raise ProgressError(
                f"{path} is damaged.",
                "Copy it anew; if it is damaged where it comes from, `cssprep doctor --fix` mends "
                "it there.",
            ) from error
    # What a power cut leaves of a file that was not yet written.
    if not head or (path.suffix in SUFFIXES and not head.strip(b"\0")):
        raise HalfCopiedError(f"{path} is empty.", "Copy it anew.")
    return _read_lines(path, Rules(zone, grade_for), known, check)


def _read_lines(
    path: Path, rules: Rules, known: Collection[str], check: Callable[[Mark], None]
) -> Elsewhere:
    lines = Collected(rules, known, check)
    try:
        with path.open("rb") as stream:
            for number, text in enumerate(read_lines(stream.readline), start=1):
                lines.take(number, text)
    except OSError as error:
        raise unreadable(path, error) from error
    if lines.is_begun:
        raise HalfCopiedError(f"{path} is cut off within its first line.", "Copy it anew.")
    if lines.is_strange:
        raise ProgressError(
            f"{path} is neither a progress database nor an export of one.",
            f"Its first line was refused: {lines.refused[0][1]}",
        )
    missing = lines.end()
    return Elsewhere(
        path,
        tuple(lines.entries),
        remembered=tuple((one.question, Variant(one.expected, one.text)) for one in lines.taught),
        refused=tuple(lines.refused),
        marks=tuple(lines.marks),
        taught=tuple(lines.taught),
        known=lines.passed,
        missing=missing,
        newest=lines.newest,
    )


def _read_database(path: Path, known: Collection[str], check: Callable[[Mark], None]) -> Elsewhere:
    with TemporaryDirectory(prefix="cssprep-") as folder:
        copy = raw_copy(path, Path(folder))
        with (
            explaining(path),
            closing(sqlite3.connect(copy, isolation_level=None)) as connection,
        ):
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            try:
                if not _is_ours(connection, path, copy):
                    return Elsewhere(path, ())
                return _content(connection, path, known, check)
            except (ValueError, TypeError, KeyError) as error:
                raise damaged(path) from error
            except sqlite3.Error as error:
                # Its tables bear our names, but have not our columns.
                raise explained(error, path) or damaged(path) from error


def _content(
    connection: sqlite3.Connection,
    path: Path,
    known: Collection[str],
    check: Callable[[Mark], None],
) -> Elsewhere:
    entries: list[Entry] = []
    marks: list[Mark] = []
    taught: list[Taught] = []
    refused: list[tuple[int, str]] = []
    passed = 0
    checks = Checks()
    for number, *row in connection.execute(f"SELECT number, {COLUMNS} FROM log"):
        if row[1] in known:
            passed += 1
            continue
        entry = entry_of(tuple(row))
        try:
            checks.check(entry)
        except Refused as refusal:
            refused.append((number, str(refusal)))
        else:
            entries.append(entry)
    for number, row in enumerate(connection.execute(STANDING), start=1):
        try:
            mark = sound_mark(Mark(*row))
            check(mark)
            marks.append(mark)
        except Refused as refusal:
            refused.append((number, str(refusal)))
    fields = ", ".join(Taught._fields)
    for number, row in enumerate(connection.execute(f"SELECT {fields} FROM variants"), start=1):
        try:
            taught.append(sound_wording(Taught._make(row)))
        except Refused as refusal:
            refused.append((number, str(refusal)))
    return Elsewhere(
        path,
        tuple(entries),
        remembered=tuple((one.question, Variant(one.expected, one.text)) for one in taught),
        refused=tuple(refused),
        marks=tuple(marks),
        taught=tuple(taught),
        known=passed,
    )


def _is_ours(connection: sqlite3.Connection, path: Path, copy: Path) -> bool:
    """Whether there is a log to read; False for a file in which nothing was made yet.

    A copy of an older version is upgraded.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == version == tables == 0:
        return False
    if application != APPLICATION_ID:
        raise ProgressError(
            f"{path} is a database of another program.",
            "Name files made by cssprep: progress.db, or what cssprep progress export wrote.",
        )
    if version > NEWEST:
        raise ProgressError(
            f"{path} is from a newer cssprep: its version is {version}, this one knows {NEWEST}.",
            "Install the newer cssprep, or ask for an export: cssprep progress export.",
        )
    if version < 1:
        raise damaged(path)
    check_schema(connection, path)
    if version < NEWEST:
        _upgrade(connection, copy)
    return True


def _upgrade(connection: sqlite3.Connection, copy: Path) -> None:
    """Brings the copy to the newest version; the file it was taken of stays as it is."""
    from tui.progress.migrations import upgrade

    def no_device() -> tuple[str, str]:
        return "unknown", ""

    upgrade(connection, copy, no_device)
