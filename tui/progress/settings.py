"""What the learner has set, as texts by name."""

from __future__ import annotations

from tui.progress import marks
from tui.progress.database import Database


def get(db: Database, key: str) -> str | None:
    """The value set for `key`; None if it was never set."""
    row = db.row("SELECT value FROM settings WHERE key = ?", (key,))
    return None if row is None else str(row[0])


def every(db: Database) -> dict[str, str]:
    """All settings by name."""
    return dict(db.rows("SELECT key, value FROM settings"))


def put(db: Database, key: str, value: str | None) -> None:
    """Sets `key` to `value`; None takes the setting back. The time is kept of what is a change.

    So is it of what was set before by a clock that was years ahead: now others take it in.
    """
    if value == get(db, key) and not marks.is_far_ahead(db, marks.SETTING, key):
        return
    marks.note(db, marks.SETTING, key)
    if value is None:
        db.write("DELETE FROM settings WHERE key = ?", (key,))
    else:
        db.write("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, value))
