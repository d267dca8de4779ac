"""What lies open while one studies: the questions, the progress, the clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tui.banks.index import Index, nothing, open_index
from tui.clock import Clock, today
from tui.fault import Fault
from tui.progress.database import Database, open_database
from tui.progress.noting import Note, silent
from tui.study.changes import look_through
from tui.study.folder import StudyFolder
from tui.study.kept import Kept


@dataclass(slots=True)
class Desk:
    """The open files of a study folder.

    kept: what took long to compute and still holds (`kept.py`), shared by all desks on the folder.
    A desk belongs to the thread that opened it: a worker opens one of its own with `another`.
    """

    folder: StudyFolder
    index: Index
    progress: Database
    clock: Clock
    new_id: Callable[[], str]
    kept: Kept = field(default_factory=Kept)

    def another(self) -> Desk:
        """A second desk on the same files, for another thread; whoever asks for it closes it."""
        other = open_desk(self.folder, self.clock, self.new_id)
        other.kept = self.kept
        return other

    def names(self, ref: str) -> list[str]:
        """Every name that the question `ref` has had: answers under each of them are its own."""
        return [ref, *(old for old, new in self.index.aliases().items() if new == ref)]

    def close(self) -> None:
        """Closes both files; harmless when they are closed."""
        self.index.close()
        self.progress.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.close()
            return
        # What went wrong first is what is told.
        with suppress(Fault):
            self.close()


def open_desk(
    folder: StudyFolder,
    clock: Clock,
    new_id: Callable[[], str],
    before_compiling: Callable[[], None] = nothing,
    note: Note = silent,
) -> Desk:
    """Opens the banks and the progress of `folder`; makes progress.db if there is none.

    `before_compiling` is called where large banks have changed, which takes seconds; `note` is told
    how far an upgrade of progress.db is. Raises a Fault
    that says what is wrong if one of them can't be opened.
    """
    index = open_index(folder.banks, folder.cache, today(clock), before_compiling)
    try:
        progress = open_database(folder.progress, clock, new_id, note)
    except BaseException:
        index.close()
        raise
    desk = Desk(folder, index, progress, clock, new_id)
    try:
        look_through(desk)
    except BaseException:
        desk.close()
        raise
    return desk
