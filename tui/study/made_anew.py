"""Whether progress.db begins anew, or is missing, although there were answers before."""

from __future__ import annotations

from pathlib import Path

from tui.fault import Fault
from tui.progress import history
from tui.progress.database import Database
from tui.progress.guards.opening import check_header, has_backups

_RESTORING = (
    "`cssprep progress backups` lists them, `cssprep progress restore FILE` puts one in its place."
)


def made_anew(progress: Database) -> str:
    """What to tell where no answer is there, and backups are; '' otherwise."""
    path = progress.path
    if history.newest(progress).number or not has_backups(path):
        return ""
    return f"{path.name} is new, and there are backups of an earlier one: {_RESTORING}"


def missing(path: Path) -> Fault | None:
    """What to tell where there is no progress.db at `path`, and backups are; None otherwise.

    DamagedError where its log is there without it.
    """
    check_header(path)
    if not has_backups(path):
        return None
    return Fault(f"{path} is not there, and there are backups of it.", _RESTORING)
