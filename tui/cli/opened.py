"""The files of a study folder, opened for a command, by the clock of this machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.fault import Fault

if TYPE_CHECKING:
    from tui.progress.database import Database
    from tui.study.desk import Desk
    from tui.study.folder import StudyFolder


def opened_desk(folder: StudyFolder, *, existing: bool = False) -> Desk:
    """The banks and the progress of `folder`; an upgrade shows how far it is.

    A progress.db without answers beside backups is told on standard error.
    existing: a Fault where there is no progress.db yet, instead of making one.
    """
    if existing:
        require(folder.progress)
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.study.desk import open_desk
    from tui.study.ids import random_id

    with Meter() as meter:
        desk = open_desk(folder, SystemClock(), random_id, note=meter)
    tell_new(desk.progress)
    return desk


def opened_progress(progress: Path, *, existing: bool = False) -> Database:
    """The progress alone, as `opened_desk` opens it."""
    if existing:
        require(progress)
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.progress.database import open_database
    from tui.study.ids import random_id

    with Meter() as meter:
        database = open_database(progress, SystemClock(), random_id, meter)
    tell_new(database)
    return database


@contextmanager
def desk_to_look_at(folder: StudyFolder) -> Iterator[Desk]:
    """As `opened_desk`, for a command that changes nothing: no progress.db is made by looking.

    Where there is none, it answers as for one without answers.
    """
    with ExitStack() as stack:
        if not folder.progress.exists():
            from tui.study.made_anew import missing

            if (trouble := missing(folder.progress)) is not None:
                _tell(str(trouble))
            folder = replace(folder, progress=stack.enter_context(_room()) / folder.progress.name)
        yield stack.enter_context(opened_desk(folder))


def require(progress: Path, without: str = "There is no progress yet", advice: str = "") -> None:
    """A Fault where there is no `progress`, which says what there is of an earlier one.

    Where there is nothing, it says `without`, and `advice` beside that studying makes one.
    """
    if progress.exists():
        return
    from tui.study.made_anew import missing

    if (trouble := missing(progress)) is not None:
        raise trouble
    made = "It is made when you first study."
    raise Fault(f"{without}: {progress} is not there.", f"{made} {advice}".strip())


@contextmanager
def _room() -> Iterator[Path]:
    """A folder that is gone at the end."""
    from tempfile import TemporaryDirectory

    try:
        room = TemporaryDirectory(prefix="cssprep-", ignore_cleanup_errors=True)
    except OSError as error:
        raise Fault(
            f"No temporary folder can be made: {error.strerror}.",
            "Make room on its disk, or name another place for it with $TMPDIR.",
        ) from error
    with room as path:
        yield Path(path)


def tell_new(progress: Database) -> None:
    """Says on standard error where `progress` begins anew beside backups of an earlier one."""
    from tui.study.made_anew import made_anew

    if said := made_anew(progress):
        _tell(said)


def _tell(said: str) -> None:
    from tui.cli.printable import printable_line

    print(printable_line(said), file=sys.stderr)
