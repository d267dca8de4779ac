"""The files of a study folder, opened for a command, by the clock of this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.fault import Fault

if TYPE_CHECKING:
    from tui.progress.database import Database
    from tui.study.desk import Desk
    from tui.study.folder import StudyFolder


def opened_desk(folder: StudyFolder, *, existing: bool = False) -> Desk:
    """The banks and the progress of `folder`; an upgrade shows how far it is.

    existing: a Fault where there is no progress.db yet, instead of making one.
    """
    if existing:
        _require(folder.progress)
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.study.desk import open_desk
    from tui.study.ids import random_id

    with Meter() as meter:
        return open_desk(folder, SystemClock(), random_id, note=meter)


def opened_progress(progress: Path, *, existing: bool = False) -> Database:
    """The progress alone, as `opened_desk` opens it."""
    if existing:
        _require(progress)
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.progress.database import open_database
    from tui.study.ids import random_id

    with Meter() as meter:
        return open_database(progress, SystemClock(), random_id, meter)


def _require(progress: Path) -> None:
    if not progress.exists():
        raise Fault(
            f"There is no progress yet: {progress} is not there.",
            "It is made when you first study.",
        )
