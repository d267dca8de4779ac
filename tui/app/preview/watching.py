"""Tells of every change of some files at once, however they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

from tui.banks.freshness import stamp_of

LOOK_EVERY = 500
"""Milliseconds after which the files are looked at even if the system tells of nothing: some
network folders never tell, and a folder may have been put in another's place."""
QUIET, LONGEST = 10, 50
"""Milliseconds without a change after which one is told of, and that one waits at most."""


class Watching:
    """Watches `files()`, which may be others later on, and calls `changed` with those that changed.

    Editors save by writing another file and giving it the name of the old one: so folders are
    watched, not files, and a change is what differs in a file's size, time or inode.
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
        from watchfiles import watch

        while not self._stop.is_set():
            folders = self._folders()
            if not folders:
                self._stop.wait(LOOK_EVERY / 1000)
                self._look()
                continue
            try:
                for _ in watch(
                    *folders,
                    watch_filter=None,
                    debounce=LONGEST,
                    step=QUIET,
                    stop_event=self._stop,
                    rust_timeout=LOOK_EVERY,
                    yield_on_timeout=True,
                    raise_interrupt=False,
                    recursive=False,
                ):
                    self._look()
                    if self._folders() != folders:
                        break
            except OSError:
                # A folder went while it was being looked for.
                self._stop.wait(LOOK_EVERY / 1000)
                self._look()

    def _look(self) -> None:
        """Calls `changed` if any of the files is another than at the last look."""
        stamps = {path: stamp_of(path) for path in self._files()}
        before, self._stamps = self._stamps, stamps
        changed = frozenset(path for path, stamp in stamps.items() if before.get(path) != stamp)
        if changed:
            self._changed(changed)

    def _folders(self) -> dict[Path, int]:
        """The folders that the files lie in, as far as they are there, with their inodes.

        For a symbolic link also the folder of what it stands for.
        """
        folders: dict[Path, int] = {}
        for path in self._files():
            for folder in (path.absolute().parent, path.resolve().parent):
                try:
                    folders[folder] = folder.stat().st_ino
                except OSError:
                    continue
        return folders
