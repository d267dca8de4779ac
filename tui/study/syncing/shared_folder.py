"""A folder that several devices share, in which each keeps one file and writes no other.

The file is `<id of the device>.jsonl`: a first line that says how much follows, then the whole log
in the order in which it grew, then what lies beside the log. So a tool that copies only what has
changed has little to copy, and a file that isn't there to its end yet is known by its first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from itertools import chain
from pathlib import Path

from tui.progress import history, marks, variants
from tui.progress.database import Database
from tui.progress.entries import COLUMNS, entry_of
from tui.progress.fields import Refused
from tui.progress.joining.mark_lines import Head, head_from, head_line, mark_line, wording_line
from tui.progress.lines import to_line
from tui.replacing import replacing
from tui.study.errors import StudyError
from tui.study.syncing.shared import is_taken_in

SUFFIX = ".jsonl"
LONGEST_HEAD = 4_000
"""Bytes of a first line."""

# As Syncthing, Dropbox, Nextcloud, Google Drive and people name a second version of a file.
_COPY = re.compile(
    r"(?P<of>.+?)(\.sync-conflict-.+| \(.*conflict.*\)|_conflict-.+| \(\d+\)| - Copy.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A file in the folder: of which device, by its name, and whether a tool made it of two."""

    path: Path
    device: str
    copy: bool


def own_file(db: Database, folder: Path) -> Path:
    """The one file that this device writes."""
    name = db.device
    if not re.fullmatch("[0-9A-Za-z_-]{1,64}", name):
        name = sha256(name.encode()).hexdigest()[:26]
    return folder / f"{name}{SUFFIX}"


def shared_files(folder: Path) -> list[SharedFile]:
    """The files in `folder`, this device's own among them; StudyError if it can't be read.

    Hidden files and those that a tool is still writing have other names, and are left out.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except FileNotFoundError:
        raise StudyError(
            f"There is no folder {folder}.", "Make it, or name the one that your devices share."
        ) from None
    except NotADirectoryError:
        raise StudyError(
            f"{folder} is not a folder.", "Name the folder that your devices share."
        ) from None
    except OSError as error:
        raise StudyError(
            f"The folder {folder} can't be read: {error.strerror}.",
            "Check who may read it: ls -ld.",
        ) from error
    found: list[SharedFile] = []
    for path in paths:
        if path.name.startswith((".", "~")) or not path.is_file():
            continue
        copy = _COPY.fullmatch(path.stem)
        found.append(SharedFile(path, copy["of"] if copy else path.stem, copy is not None))
    return found


def write_own(db: Database, path: Path) -> bool:
    """Writes all that is known here to `path`, whole or not at all; whether that was needed.

    It is not where the first line says that all of it is there, and the other lines are those that
    were written. StudyError if it can't be written.
    """
    newest = history.newest(db)
    now = db.clock.now()
    beside = [mark_line(mark) for mark in marks.every(db) if is_taken_in(mark, now)]
    beside += [wording_line(taught) for taught in variants.taught(db)]
    row = db.row("SELECT count(*) FROM log WHERE number <= ?", (newest.number,))
    count = (row[0] if row else 0) + len(beside)
    head = Head(db.device, count, newest.id, sha256("\n".join(beside).encode()).hexdigest())
    try:
        if _holds(path, head):
            return False
        body = sha256()
        with replacing(path) as partial, partial.open("wb") as stream:
            stream.write(head_line(head).encode() + b"\n")
            for line in chain(_log_lines(db, newest.number), beside):
                content = line.encode() + b"\n"
                body.update(content)
                stream.write(content)
            stream.seek(0)
            stream.write(head_line(replace(head, body=body.hexdigest())).encode())
    except OSError as error:
        raise StudyError(
            f"{path} can't be written: {error.strerror}.",
            "What the others wrote was taken in; check the folder and sync again.",
        ) from error
    return True


def _holds(path: Path, head: Head) -> bool:
    """Whether the file at `path` is what `write_own` would write."""
    if not path.exists():
        return False
    with path.open("rb") as stream:
        try:
            found = head_from(stream.readline(LONGEST_HEAD).decode())
        except (Refused, UnicodeDecodeError):
            return False
        if found != replace(head, body=found.body):
            return False
        return file_digest(stream, "sha256").hexdigest() == found.body


def set_aside(path: Path) -> Path:
    """Renames the file at `path`, so that no device reads it any more; its new path.

    StudyError if that can't be done.
    """
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise StudyError(
            f"{path} is damaged, and can't be renamed: {error.strerror}.",
            "Check the folder and sync again.",
        ) from error
    return aside


def _log_lines(db: Database, last: int) -> Iterator[str]:
    """The log up to the entry with the number `last`, in the order in which it grew."""
    sql = f"SELECT {COLUMNS} FROM log WHERE number <= ? ORDER BY number"
    return (to_line(entry_of(row)) for row in db.stream(sql, (last,)))
