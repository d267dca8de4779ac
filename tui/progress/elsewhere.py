"""Reads the logs of other learners, progress.db files or exports of them, and never changes one.

Opening an SQLite file that is in write-ahead mode writes beside it even where nothing is written
to it. So a copy is opened, in a temporary folder.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.kinds.verdict import Variant
from tui.log import Entry
from tui.memory import Grade
from tui.progress.entries import COLUMNS, entry_of
from tui.progress.errors import ProgressError, damaged, explaining
from tui.progress.exchange import BYTE_ORDER_MARK, read_lines
from tui.progress.fields import Refused
from tui.progress.lines import Rules, from_line
from tui.progress.opening import HEADER, MAGIC
from tui.progress.schema import APPLICATION_ID, NEWEST

SUFFIXES = (".db", ".jsonl")
"""How the names of the files end that are read of a folder."""

_TRIES = 5
"""How often a file is copied that is written to at that moment."""
_BESIDE = ("-wal", "-journal")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What one file holds.

    entries: in no order. remembered: questions, and wordings of their answers that the learner had
    remembered; an export holds none. refused: lines that can't be read, by number from 1.
    """

    path: Path
    entries: tuple[Entry, ...]
    remembered: tuple[tuple[str, Variant], ...] = ()
    refused: tuple[tuple[int, str], ...] = ()


def files_at(paths: Sequence[Path]) -> list[Path]:
    """The files that `paths` name: a folder stands for the .db and .jsonl files in it.

    ProgressError if one is not there, or is a folder without such files.
    """
    found: list[Path] = []
    for path in paths:
        try:
            inside = sorted(path.iterdir()) if path.is_dir() else None
            there = path.exists()
        except OSError as error:
            raise _unreadable(path, error) from error
        if inside is not None:
            files = [each for each in inside if each.suffix in SUFFIXES and each.is_file()]
            if not files:
                raise ProgressError(
                    f"The folder {path} holds no {' or '.join(SUFFIXES)} file.",
                    "Put the learners' exports into it: cssprep progress export FILE.jsonl.",
                )
            found += files
        elif there:
            found.append(path)
        else:
            raise ProgressError(f"There is no file or folder {path}.", "Check the path.")
    return list(dict.fromkeys(found))


def read_elsewhere(path: Path, grade_for: Callable[[float], Grade]) -> Elsewhere:
    """The log in the file `path`: a progress.db, or JSON Lines as they are exported.

    ProgressError, which names the file, if it is neither, another program's, from another version,
    or can't be read. `grade_for` gives the grade of a line that has none.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except OSError as error:
        raise _unreadable(path, error) from error
    if head.startswith(MAGIC):
        return _read_database(path)
    if not head and path.suffix == ".db":
        # An app that was stopped while it made the file leaves nothing in it.
        return Elsewhere(path, ())
    return _read_lines(path, grade_for)


def _read_lines(path: Path, grade_for: Callable[[float], Grade]) -> Elsewhere:
    # The zone only says which study day a line without one belongs to.
    rules = Rules(UTC, grade_for)
    entries: list[Entry] = []
    refused: list[tuple[int, str]] = []
    try:
        with path.open("rb") as stream:
            for number, text in enumerate(read_lines(stream.readline), start=1):
                line = text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text
                if not line.strip():
                    continue
                try:
                    entries.append(from_line(line, rules))
                except Refused as refusal:
                    refused.append((number, str(refusal)))
    except OSError as error:
        raise _unreadable(path, error) from error
    if refused and not entries:
        raise ProgressError(
            f"{path} is neither a progress database nor an export of one.",
            f"Its first line was refused: {refused[0][1]}",
        )
    return Elsewhere(path, tuple(entries), refused=tuple(refused))


def _read_database(path: Path) -> Elsewhere:
    with TemporaryDirectory(prefix="cssprep-") as folder:
        copy = _copied(path, Path(folder))
        with (
            explaining(path),
            closing(sqlite3.connect(copy, isolation_level=None)) as connection,
        ):
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA cell_size_check = ON")
            if not _is_ours(connection, path, copy):
                return Elsewhere(path, ())
            rows = connection.execute(f"SELECT {COLUMNS} FROM log")
            wordings = connection.execute("SELECT question, expected, text FROM variants")
            try:
                return Elsewhere(
                    path,
                    entries=tuple(map(entry_of, rows)),
                    remembered=tuple((question, Variant(*said)) for question, *said in wordings),
                )
            except (ValueError, TypeError, KeyError) as error:
                raise damaged(path) from error


def _copied(path: Path, folder: Path) -> Path:
    """A copy of the database and its write-ahead log, taken while neither of them changed."""
    copy = folder / "copy.db"
    for _ in range(_TRIES):
        before = _state(path)
        try:
            for end in ("", *_BESIDE):
                target = copy.with_name(copy.name + end)
                target.unlink(missing_ok=True)
                source = path.with_name(path.name + end)
                if source.exists():
                    shutil.copyfile(source, target)
        except OSError as error:
            raise _unreadable(path, error) from error
        if before == _state(path):
            return copy
    raise ProgressError(
        f"{path} changes while it is read.", "Close the app that writes to it, then try again."
    )


def _state(path: Path) -> list[tuple[int, int] | None]:
    """Size and time of the file and of those that belong to it."""
    found: list[tuple[int, int] | None] = []
    for end in ("", *_BESIDE):
        try:
            stat = path.with_name(path.name + end).stat()
        except OSError:
            found.append(None)
        else:
            found.append((stat.st_size, stat.st_mtime_ns))
    return found


def _is_ours(connection: sqlite3.Connection, path: Path, copy: Path) -> bool:
    """Whether there is a log to read; False for a file in which nothing was made yet.

    A copy of an older version is upgraded.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    tables = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    }
    if application == version == 0 and not tables:
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
    if version < 1 or not {"log", "variants", "device"} <= tables:
        raise damaged(path)
    if version < NEWEST:
        _upgrade(connection, copy)
    return True


def _upgrade(connection: sqlite3.Connection, copy: Path) -> None:
    """Brings the copy to the newest version; the file it was taken of stays as it is."""
    from tui.progress.migrations import upgrade

    def no_device() -> tuple[str, str]:
        return "unknown", ""

    upgrade(connection, copy, no_device)


def _unreadable(path: Path, error: OSError) -> ProgressError:
    return ProgressError(
        f"{path} can't be read: {error.strerror}.", "Check who may read it: ls -l."
    )
