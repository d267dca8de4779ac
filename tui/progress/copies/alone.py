"""One file in the place of progress.db, while nobody has that open."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC
from pathlib import Path
from typing import BinaryIO

from tui.clock import Clock
from tui.progress.copies.backup import connected, is_sound
from tui.progress.copies.raw_copy import BESIDE, State, raw_copy, state
from tui.progress.copies.workshop import workshop
from tui.progress.errors import ProgressError, damaged, explaining, is_no_room, no_room
from tui.progress.guards.locks import SHARED_BYTES, log_in_use
from tui.progress.guards.opening import is_folder, replaced
from tui.progress.guards.wal import is_there
from tui.replacing import sync, sync_folder


@contextmanager
def alone_with(path: Path) -> Iterator[BinaryIO | None]:
    """ProgressError if another process has the database `path` open; in the block none can open it.

    Or if one has the file open that was at `path` before, and works with the log that lies there.

    Gives the handle that holds the lock, None where nothing is locked. The block must not open
    `path` by itself: closing it would give up the lock. Not for a process that has it open itself.
    On Windows nothing is locked: there the system does not let a file be replaced that is open.
    """
    try:
        import fcntl
    except ImportError:
        yield None
        return
    if not path.exists():
        if log_in_use(path):
            raise replaced(path)
        yield None
        return
    try:
        with path.open("r+b") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *SHARED_BYTES)
            except OSError as error:
                raise held(path) from error
            if log_in_use(path):
                raise replaced(path)
            yield file
    except OSError as error:
        if is_no_room(error):
            raise no_room(path) from error
        if isinstance(error, IsADirectoryError):
            raise is_folder(path) from error
        raise ProgressError(
            f"{path} can't be replaced: {error.strerror}.",
            "Let yourself write to it and to its folder: chmod u+w.",
        ) from error


def held(path: Path) -> ProgressError:
    """Another process has the file open."""
    return ProgressError(
        f"Another cssprep, or another program, has {path} open.", "Leave it, then try again."
    )


def settled(path: Path) -> State:
    """How the database `path` lies on the disk once its write-ahead log is taken in.

    DamagedError if it is not sound; then it stays as it is, with its log.
    """
    beside = [path.with_name(path.name + end) for end in BESIDE]
    if any(file.exists() and file.stat().st_size for file in beside):
        with workshop(path) as room:
            if not is_sound(raw_copy(path, room)):
                raise damaged(path)
    with explaining(path), closing(connected(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return state(path)


def take_place(new: Path, path: Path, seen: State, aside: Path | None = None) -> bool:
    """Puts the database `new` in the place of `path`, at once and whole; returns True.

    False, and nothing is done, if `path` is not as it was `seen`. aside: keeps the old file, and
    what lies beside it, under this name. ProgressError if another process has `path` open.
    """
    # It may take long, while whoever opens the file meanwhile waits.
    sync(new)
    if is_there(new):
        # What SQLite could not take in when it closed the file: a full disk, by all experience.
        raise no_room(path)
    with alone_with(path) as file:
        if state(path) != seen:
            return False
        if aside is not None:
            _keep(path, aside, file)
        # Before the new file comes: its predecessor's log would be taken for its own.
        for end in (*BESIDE, "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
        new.replace(path)
        sync_folder(path.parent)
    return True


def damaged_name(path: Path, clock: Clock) -> Path:
    """Under which name a damaged file is kept beside the new one; there is none of it yet."""
    stem = f"{path.stem}-damaged-{clock.now().astimezone(UTC):%Y%m%dT%H%M%SZ}"
    name = path.with_name(f"{stem}{path.suffix}")
    number = 2
    while any(name.with_name(name.name + end).exists() for end in ("", *BESIDE)):
        name = path.with_name(f"{stem}-{number}{path.suffix}")
        number += 1
    return name


def _keep(path: Path, aside: Path, file: BinaryIO | None) -> None:
    for end in ("", *BESIDE):
        source, target = path.with_name(path.name + end), aside.with_name(aside.name + end)
        if not source.exists():
            continue
        try:
            # Takes no room, which may be short.
            os.link(source, target)
        except OSError:
            if end or file is None:
                shutil.copyfile(source, target)
            else:
                file.seek(0)
                with target.open("wb") as kept:
                    shutil.copyfileobj(file, kept)
            with suppress(OSError):
                shutil.copystat(source, target)
            sync(target)
    sync_folder(path.parent)
