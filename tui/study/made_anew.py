"""Whether progress.db begins anew, or is missing, although there were answers before."""

from __future__ import annotations

from pathlib import Path

from tui.fault import Fault
from tui.progress import history
from tui.progress.database import Database
from tui.progress.guards.opening import check_header, check_place, has_backups

_LISTING = "`cssprep progress backups` lists them"
_RESTORING = f"{_LISTING}, `cssprep progress restore FILE` puts one in its place."
_MERGING = f"{_LISTING}, `cssprep progress merge FILE` takes in what is in one."


def made_anew(progress: Database) -> str:
    """What to tell where no answer is there, and backups are of an earlier file; '' otherwise.

    A device that has a plan and flags, and no answer yet, has backups of itself, too.
    """
    path = progress.path
    if history.newest(progress).number or not has_backups(path):
        return ""
    # Few come here: an app that starts need not load what reads them.
    from tui.progress.copies.backups import all_backups
    from tui.progress.copies.earlier import may_hold_more
    from tui.study.syncing.shared import holds_anything

    found = all_backups(path, progress.clock)
    if not any(may_hold_more(backup.path, progress.device) for backup in found):
        return ""
    if holds_anything(progress):
        # A backup in its place would put that away.
        return f"{path.name} has no answers, and there are backups of an earlier one: {_MERGING}"
    return f"{path.name} is new, and there are backups of an earlier one: {_RESTORING}"


def missing(path: Path) -> Fault | None:
    """What to tell where there is no progress.db at `path`, and backups are; None otherwise.

    ProgressError where its folder is not there either, DamagedError where its log is without it.
    """
    check_place(path)
    check_header(path)
    if not has_backups(path):
        return None
    return Fault(f"{path} is not there, and there are backups of it.", _RESTORING)
