"""Tells of every change of some files at once, however they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from tui.banks.freshness import stamp_of
from tui.banks.moments import Folders, folders_with, moments

LONGEST = 50
"""Milliseconds that a change waits at most for the ones after it."""


class Watching:
    """Watches `files()`, which may be others later on, and calls `changed` with those that changed.

    A change is what differs in a file's size, time or inode.
    """

    def __init__(
        self, files: Callable[[], Iterable[Path]], changed: Callable[[frozenset[Path]], None]
    ) -> None:
        self._files = files
        self._changed = changed
        self._stop = Event()
        self._stamps = {path: stamp_of(path) for path in files()}

    def stop(self) -> None:
        """Ends `run`, within half a second."""
        self._stop.set()

    def run(self) -> None:
        """Watches until `stop` is called; for a thread of its own."""
        for _ in moments(self._folders, LONGEST, self._stop):
            self._look()

    def _look(self) -> None:
        """Calls `changed` if any of the files is another than at the last look."""
        stamps = {path: stamp_of(path) for path in self._files()}
        before, self._stamps = self._stamps, stamps
        changed = frozenset(path for path, stamp in stamps.items() if before.get(path) != stamp)
        if changed:
            self._changed(changed)

    def _folders(self) -> Folders:
        """The folders that the files lie in; for a link also that of what it stands for."""
        return folders_with(
            folder
            for path in self._files()
            for folder in (path.absolute().parent, path.resolve().parent)
        )
