"""`cssprep progress backups`: which backups there are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.printable import printable_line

if TYPE_CHECKING:
    from tui.progress.copies.backups import Backup

REASONS = {
    "daily": "the first of its day",
    "restore": "before a backup was restored",
    "merge": "before another device's progress came in",
    "sync": "before another device's progress came in",
    "import": "before lines were imported",
    "fix": "before `cssprep doctor --fix`",
    "upgrade": "before an upgrade of the file",
}


def print_backups(progress: Path, *, as_json: bool) -> int:
    """Lists the backups of `progress`, the newest first; a Fault if their folder can't be read."""
    from tui.clock import SystemClock
    from tui.progress.copies.backups import (
        SECOND_FOLDER_VARIABLE,
        all_backups,
        are_of_another,
        check_folder,
        folder_of,
        is_there,
        second_folder,
        shown,
    )

    clock, second = SystemClock(), second_folder()
    check_folder(folder_of(progress))
    found = all_backups(progress, clock, second)
    others = are_of_another(found, progress, second)
    if as_json:
        print(json.dumps([_row(*each) for each in zip(found, others, strict=True)]))
        return 0
    if not found:
        print("There is no backup yet: the first is made when you study on a day.")
    for backup, is_another in zip(found, others, strict=True):
        at = backup.made.at.astimezone(clock.zone())
        why = REASONS.get(backup.made.reason, backup.made.reason)
        whose = ", of another device" if is_another else ""
        print(f"{at:%Y-%m-%d %H:%M}  {backup.size / 1e6:7.1f} MB  {why}{whose}")
        print(f"    {printable_line(str(backup.path))}")
    if found:
        print("`cssprep progress restore FILE` puts one in place.")
    if second is None:
        print(f"${SECOND_FOLDER_VARIABLE} can name a second folder for them, on another disk.")
    elif not is_there(second):
        print(
            f"The second folder {printable_line(shown(second))} is not there now, or can't be read."
        )
    return 0


def _row(backup: Backup, is_another: bool | None) -> dict[str, object]:
    return {
        "file": str(backup.path),
        "at": backup.made.at.isoformat(),
        "day": backup.made.day.isoformat(),
        "reason": backup.made.reason,
        "bytes": backup.size,
        "of_another_device": is_another,
    }
