"""The row of a session, in step with progress.db: after a failure, and beside another window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tui.progress import sessions
from tui.progress.database import Database
from tui.progress.errors import NOT_RECORDED
from tui.progress.sessions import SessionRow
from tui.study.errors import StudyError


class MovedOnError(StudyError):
    """The session stands elsewhere than its screen: another window went on with it."""

    def __init__(self) -> None:
        super().__init__(
            "This session went on in another window.",
            f"{NOT_RECORDED} Here is where the session stands now.",
        )


class SavedRow:
    """A session's row as it lies in the file.

    `row` is what was read or committed; inside `writing`, what is to be committed at its end.
    """

    def __init__(self, db: Database, row: SessionRow) -> None:
        self._db = db
        self.row = row

    @contextmanager
    def writing(self, *, wherever: bool = False) -> Iterator[None]:
        """A transaction that writes what became of the row; `row` is as before it where it fails.

        What another window changed is taken in first. If the session stands elsewhere by then,
        nothing is written: MovedOnError, unless it is to be gone on with `wherever` it stands.
        """
        before = self.row
        try:
            with self._db.transaction():
                here = sessions.with_id(self._db, before.id)
                if not (wherever or stand_together(before, here)):
                    raise MovedOnError
                self.row = here
                yield
                if self.row != here:
                    sessions.save(self._db, self.row)
        except BaseException:
            self.row = before
            raise

    def change(self, **changes: object) -> None:
        """Changes the row; it is written at the end of the transaction that is open."""
        self.row = replace(self.row, **changes)  # type: ignore[arg-type]


def stand_together(one: SessionRow, other: SessionRow) -> bool:
    """Whether both rows of a session ask the same question, or show the same answer."""
    return (one.place, one.shown, one.queue[one.place : one.place + 1]) == (
        other.place,
        other.shown,
        other.queue[other.place : other.place + 1],
    )
