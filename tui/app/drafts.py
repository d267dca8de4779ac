"""Keeps what is half typed, often enough that a crash loses nothing worth a word."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

from tui.app.going import Failed
from tui.fault import Fault
from tui.kinds.question import Answer
from tui.progress.errors import BusyError

EVERY = 0.3
"""Seconds that a change waits at most before it is written."""
AGAIN = 3.0
"""Seconds until one that could not be written is tried again."""
BUSY_TRIES = 3
"""How often it is tried, while another program holds the file, before that is worth a word."""


class Drafts:
    """Writes the latest draft with `write`: at once where asked to, else after a short while.

    One that can't be written is held and tried again; the first Fault is told, and the input goes
    on taking keys.
    """

    def __init__(self, owner: Widget, write: Callable[[Answer], None]) -> None:
        self._owner = owner
        self._write = write
        self._waiting: Answer | None = None
        self._timer: Timer | None = None
        self._is_told = False
        self._failed = 0

    def change(self, draft: Answer, at_once: bool) -> None:
        """Takes in a new draft."""
        self._waiting = draft
        if at_once:
            self.flush()
        elif self._timer is None:
            self._timer = self._owner.set_timer(EVERY, self.flush)

    def flush(self) -> bool:
        """Writes the draft that waits, if one does; whether none waits any more."""
        draft = self._waiting
        self.drop()
        if draft is None:
            return True
        try:
            self._write(draft)
        except Fault as fault:
            self._tell(fault)
            self._waiting = draft
            self._timer = self._owner.set_timer(AGAIN, self.flush)
            return False
        self._is_told, self._failed = False, 0
        return True

    def drop(self) -> None:
        """Forgets the draft that waits: its question has been answered."""
        self._waiting = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tell(self, fault: Fault) -> None:
        self._failed += 1
        is_worth_a_word = not isinstance(fault, BusyError) or self._failed >= BUSY_TRIES
        if is_worth_a_word and not self._is_told:
            self._is_told = True
            self._owner.post_message(Failed(fault, in_the_way=False))
