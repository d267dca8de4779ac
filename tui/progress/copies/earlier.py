"""Whether a backup is of an earlier progress.db than the one that it lies beside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tui.progress.copies.backup import connected
from tui.progress.copies.backups import device_in


def may_hold_more(backup: Path, device: str) -> bool:
    """Whether `backup` may hold more than a progress.db without answers, which is of `device`.

    It does where it has answers, or is of another device. One that can't be read may.
    """
    try:
        with closing(connected(backup)) as made:
            if made.execute("SELECT 1 FROM log LIMIT 1").fetchone() is not None:
                return True
    except (sqlite3.Error, UnicodeDecodeError):
        return True
    return device_in(backup) != device
