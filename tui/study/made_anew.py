"""Whether progress.db begins anew although there were answers before."""

from __future__ import annotations

from tui.progress import history
from tui.progress.guards.opening import has_backups
from tui.study.desk import Desk


def made_anew(desk: Desk) -> str:
    """What to tell where no answer is there, and backups are; '' otherwise."""
    path = desk.folder.progress
    if history.newest(desk.progress).number or not has_backups(path):
        return ""
    return (
        f"{path.name} is new, and there are backups of an earlier one: `cssprep progress backups` "
        "lists them, `cssprep progress restore` puts one in its place."
    )
