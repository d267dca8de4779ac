"""Keeps what is half typed, often enough that a crash loses nothing worth a word."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from tui.kinds.question import Answer

EVERY = 0.3
"""Seconds that a change waits at most before it is written."""


class Drafts:
    """Writes the latest draft with `write`: at once where asked to, else after a short while."""

    def __init__(self, owner: Widget, write: Callable[[Answer], None]) -> None:
        self._owner = owner
        self._write = write
        self._waiting: Answer | None = None
        self._timer: Timer | None = None

    def change(self, draft: Answer, at_once: bool) -> None:
        """Takes in a new draft."""
        self._waiting = draft
        if at_once:
            self.flush()
        elif self._timer is None:
            self._timer = self._owner.set_timer(EVERY, self.flush)

    def flush(self) -> None:
        """Writes the draft that waits, if one does."""
        draft = self._waiting
        self.drop()
        if draft is not None:
            self._write(draft)

    def drop(self) -> None:
        """Forgets the draft that waits: its question has been answered."""
        self._waiting = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
