"""`cssprep progress restore`: a backup in the place of progress.db."""

from __future__ import annotations

import json
from pathlib import Path

from tui.cli.printable import printable_line

DESCRIPTION = (
    "Puts a backup in the place of progress.db. What was there is backed up first, or kept beside "
    "as it is if it is damaged. Leave every other cssprep before."
)


def restore_from(progress: Path, backup: str, *, as_json: bool) -> int:
    """Restores, and says what was done and where what was there before is."""
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.progress.copies.restoring import restore
    from tui.study.ids import random_id

    with Meter() as meter:
        done = restore(progress, Path(backup).absolute(), SystemClock(), random_id, meter)
    if as_json:
        print(
            json.dumps(
                {
                    "entries": done.entries,
                    "before": None if done.before is None else str(done.before),
                    "was_damaged": done.was_damaged,
                    "missing": done.missing,
                    "of_another_device": done.of_another,
                }
            )
        )
        return 0
    print(f"Restored: the log has {_entries(done.entries)} now.")
    if done.before is None:
        return 0
    before = printable_line(str(done.before))
    if done.was_damaged:
        print(f"What was there before is damaged, and kept as it is: {before}")
        print("What came after the backup may be in it.")
        return 0
    print(f"What was there before: {before}")
    if done.missing:
        print(f"It has {_entries(done.missing)} that the restored file has not.")
    if done.of_another:
        print(
            "The backup is of another device, and this one goes by its name now. To have what both "
            f"know, restore {before} and use `cssprep progress merge` instead."
        )
    return 0


def _entries(count: int) -> str:
    return f"{count:,} {'entry' if count == 1 else 'entries'}"
