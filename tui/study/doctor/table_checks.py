"""Whether the tables beside the log can be read: settings, marks, wordings, sessions."""

from __future__ import annotations

from tui.progress import flags, marks, parked, sessions, settings, variants
from tui.progress.database import Database
from tui.progress.rescue.mended_rows import TIMES
from tui.progress.rescue.moments import is_moment


def read_all(db: Database) -> None:
    """Reads each of them as the app does; ProgressError or ValueError where one makes no sense."""
    for table, column in TIMES.items():
        for (at,) in db.stream(f"SELECT {column} FROM {table}"):
            if not is_moment(at):
                raise ValueError(f"a time in the table {table}: {at}")
    settings.every(db)
    marks.every(db)
    flags.flagged(db)
    parked.parked(db)
    variants.every(db)
    session = sessions.latest(db)
    if session is not None:
        sessions.steps(db, session.id)
