"""Whether another program writes into progress.db itself while it is open, as `cp` does.

SQLite can't know: it goes on with the pages that it remembers and with its log, and brings that
into the other content in the end. So before each commit the size and the times of the file are
compared with what they were. They also change when its log is brought in: by us in a commit, or by
another cssprep. Then a look into the file tells: it never shrinks, its device stays the same, its
last entries are there, and its pages fit together.

What is needed only then is imported then: this is on the way to the first question.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from tui.progress.errors import DamagedError, ProgressError, explained
from tui.progress.guards.held_files import Identity, handle_of, is_held_once, kept_name
from tui.progress.guards.locks import shared_with_others
from tui.progress.guards.opening import HEADER, MAGIC
from tui.progress.guards.wal import beside, pages_in
from tui.progress.schema import APPLICATION_ID

_LAST = """
    SELECT count(*), max(number), min(number)
    FROM (SELECT number FROM log ORDER BY number DESC LIMIT 1000)
"""
_AT_ONCE = 1 << 20
_CHECKED = 16 << 20
"""Up to how many bytes each page is looked at, which takes half a second for so many."""
_TRIES = 5
"""How often a file is looked at into which another cssprep brings its log at that moment."""
_WRITE_AHEAD = b"\2\2"
"""In the header of a file that is in write-ahead mode; a backup is not."""


class _Stamp(NamedTuple):
    size: int
    modified: int
    changed: int


class _Last(NamedTuple):
    """The last entry by number, and how many numbers are missing before it."""

    newest: int
    gaps: int


class OwnContent:
    """What the open database `path` holds: ours, or another program's by now.

    device: the id that the file gives to its device. held: by which the file is held.
    """

    def __init__(self, path: Path, device: str, held: Identity | None) -> None:
        self._path = path
        self._device = device
        self._held = held
        self._stamp = self._after_commit = _stamp(path)
        self._last: _Last | None = None
        self._coming = 0
        self._told: ProgressError | None = None
        self._kept_whole = False

    def note(self, connection: sqlite3.Connection) -> None:
        """Notes which entries there are at the end: as the file is opened or a transaction begins.

        Nothing is noted where they can't be read.
        """
        if self._last is None:
            with suppress(sqlite3.Error):
                self._last = _last(connection)
            return
        newest = max(self._last.newest, _newest(connection))
        self._last = _Last(newest, self._last.gaps)

    def note_coming(self, connection: sqlite3.Connection) -> None:
        """Notes, before a commit, the entry that is the newest once that has come to its end."""
        self._coming = _newest(connection)

    def note_committed(self) -> None:
        """Notes that the commit has come to its end, which may have brought in the log."""
        if self._last is not None:
            self._last = _Last(max(self._last.newest, self._coming), self._last.gaps)
        self._after_commit = _stamp(self._path)

    def is_overwritten(self) -> bool:
        """Whether another program wrote into the file. Takes a stat, where nobody did."""
        now = _stamp(self._path)
        if now is None or now == self._stamp:
            return False
        # Every page is looked at only where it was not our commit that brought in the log.
        if not self._is_ours(now.size, thoroughly=now != self._after_commit):
            return True
        self._stamp = now
        return False

    def overwritten(self, connection: sqlite3.Connection) -> ProgressError:
        """What to tell then. What was recorded before is copied first, if it can be."""
        if self._told is None:
            kept = kept_name(self._path)
            self._kept_whole = self._keep_whole(connection, kept)
            happened = f"Another program wrote into {self._path} while cssprep had it open."
            if self._kept_whole:
                advice = (
                    f"All that was recorded before is in {kept}. Leave cssprep; "
                    f"to go on with that, name it {self._path.name}."
                )
            else:
                advice = (
                    "Leave cssprep, then run `cssprep doctor --fix`: it saves what can be read."
                )
                if self._keep_as_it_is(kept):
                    advice += f" The file as it is now is kept as {kept.name}, with its log."
            self._told = ProgressError(happened, advice)
        return self._told

    def leave(self, connection: sqlite3.Connection) -> ProgressError | None:
        """To be called before the file is closed: what is to be told and was not yet.

        What the other program wrote stays as it is, if it is whole without our log, or no database,
        and all of ours was copied. Only the last one of this process that has the file open looks.
        """
        if not is_held_once(self._held):
            return None
        told = self._told
        if told is None:
            with suppress(sqlite3.Error, ProgressError):
                if self.is_overwritten():
                    self.overwritten(connection)
        if self._kept_whole and not self._needs_its_log():
            # SQLite would bring its log into the other program's content, or the next start would.
            self.drop_log()
        return None if told is not None else self._told

    def _needs_its_log(self) -> bool:
        """Whether the file is a database that may be whole with its log, and is not without it."""
        from tui.progress.copies.backup import is_sound
        from tui.progress.copies.workshop import workshop

        try:
            with workshop(self._path) as room:
                copy = room / self._path.name
                if not self._copy_file(copy):
                    return True
                with copy.open("rb") as file:
                    is_database = file.read(len(MAGIC)) == MAGIC
                return is_database and not is_sound(copy)
        except (OSError, ProgressError):
            return True

    def drop_log(self) -> None:
        """Empties the log of the file, if no other process writes to it."""
        handle = handle_of(self._held)
        if handle is not None and is_held_once(self._held) and not shared_with_others(handle):
            with suppress(OSError):
                os.truncate(beside(self._path), 0)

    def kept_copy(self, connection: sqlite3.Connection) -> Path | None:
        """Copies what was recorded to a new file beside; None if not all of it can be."""
        copy = kept_name(self._path)
        return copy if self._keep_whole(connection, copy) else None

    def _is_ours(self, size: int, *, thoroughly: bool) -> bool:
        """Whether the file, of `size` bytes, holds our content; `thoroughly` looks at each page."""
        handle = handle_of(self._held)
        header = b"" if handle is None else _read_at(handle, 0, HEADER)
        # Not opened then: SQLite removes the log of a file that is empty.
        if not size or (header and not self._is_long_enough(header, size)):
            return False
        application = int.from_bytes(header[68:72], "big")
        if header and not (
            header.startswith(MAGIC)
            and header[18:20] == _WRITE_AHEAD
            # Whose mark is still in the log only has none in the file.
            and application in (0, APPLICATION_ID)
        ):
            return False
        from tui.progress.copies.backup import connected

        try:
            # One that remembers no pages.
            with closing(connected(self._path)) as fresh:
                is_checked = not thoroughly or size > _CHECKED
                return self._holds_ours(fresh) and (is_checked or _fits_together(fresh))
        except UnicodeDecodeError:
            return False
        except sqlite3.Error as error:
            fault = explained(error, self._path)
            if fault is None or isinstance(fault, DamagedError):
                return False
            raise

    def _is_long_enough(self, header: bytes, size: int) -> bool:
        """Whether the pages that the header promises beyond `size` bytes are all in the log.

        SQLite brings in the first page first, and the file grows after that. A full disk or a kill
        may end it there.
        """
        for _ in range(_TRIES):
            page = int.from_bytes(header[16:18], "big")
            page = 65536 if page == 1 else page
            pages = int.from_bytes(header[28:32], "big")
            there = size // page if page else pages
            if there >= pages:
                return True
            logged = pages_in(self._path)
            # Of a file that is none of ours, the count may be anything.
            missing = range(there + 1, pages + 1)
            if len(missing) <= len(logged) and logged.issuperset(missing):
                return True
            now, handle = _stamp(self._path), handle_of(self._held)
            if now is None or handle is None or now.size == size:
                return False
            # Who was bringing it in has come further, and may begin the log anew.
            header, size = _read_at(handle, 0, HEADER), now.size
        return False

    def _holds_ours(self, connection: sqlite3.Connection) -> bool:
        (device,) = connection.execute("SELECT max(id) FROM device").fetchone()
        last, before = _last(connection), self._last or _Last(0, 0)
        # An older page in the midst of the newer ones leaves a gap between the numbers.
        is_whole = last.newest >= before.newest and last.gaps <= before.gaps
        return bool(device == self._device) and (is_whole or self._last is None)

    def _keep_whole(self, connection: sqlite3.Connection, copy: Path) -> bool:
        """Copies what `connection` reads to `copy`, if that is whole and nothing of another's."""
        from tui.progress.copies.backup import is_sound
        from tui.replacing import replacing

        try:
            with replacing(copy) as partial:
                with closing(sqlite3.connect(partial)) as target:
                    connection.backup(target)
                    target.execute("PRAGMA journal_mode = DELETE")
                    whole = self._holds_ours(target)
                if not whole or not is_sound(partial):
                    raise DamagedError(f"{partial} is not whole.")
        except (OSError, sqlite3.Error, ProgressError):
            return False
        return True

    def _keep_as_it_is(self, copy: Path) -> bool:
        """Copies the file and its log, byte by byte."""
        from shutil import copyfile

        from tui.replacing import sync

        try:
            if not self._copy_file(copy):
                return False
            copyfile(beside(self._path), beside(copy))
            sync(copy)
            sync(beside(copy))
        except OSError:
            for part in (copy, beside(copy)):
                with suppress(OSError):
                    part.unlink(missing_ok=True)
            return False
        return True

    def _copy_file(self, copy: Path) -> bool:
        """Copies the file alone to the new file `copy`; False if there is no handle to read it."""
        handle = handle_of(self._held)
        if handle is None:
            return False
        with copy.open("xb") as file:
            while part := _read_at(handle, file.tell(), _AT_ONCE):
                file.write(part)
        return True


def _fits_together(connection: sqlite3.Connection) -> bool:
    """Whether each page has its place, and only one."""
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    return bool(found == "ok")


def _newest(connection: sqlite3.Connection) -> int:
    (newest,) = connection.execute("SELECT max(number) FROM log").fetchone()
    return newest or 0


def _last(connection: sqlite3.Connection) -> _Last:
    count, newest, oldest = connection.execute(_LAST).fetchone()
    return _Last(newest, newest - oldest + 1 - count) if count else _Last(0, 0)


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _read_at(handle: int, place: int, size: int) -> bytes:
    """Some bytes of a file that SQLite has open: by a handle that is not closed."""
    if hasattr(os, "pread"):
        return os.pread(handle, size, place)
    os.lseek(handle, place, os.SEEK_SET)
    return os.read(handle, size)
