"""How far something long is: told to whoever looks on."""

from __future__ import annotations

from collections.abc import Callable

Note = Callable[[str, float], None]
"""Told what is being done, and which share of it is done, 0 to 1."""

Share = Callable[[float], None]
"""Told which share of the work is done, 0 to 1."""

STEPS_AT_ONCE = 200_000
"""Of SQLite's machine, between two calls of a `StepMeter`."""
_STEPS_A_PAGE = 1500
"""About, to check or copy a page of the log and of its indexes."""


def silent(doing: str, done: float) -> None:
    """Tells nobody."""


class StepMeter:
    """For `Connection.set_progress_handler`: SQLite counts its steps, which go by the pages."""

    def __init__(self, pages: int, note: Share) -> None:
        self._all = max(1, pages * _STEPS_A_PAGE // STEPS_AT_ONCE)
        self._note = note
        self._done = 0

    def __call__(self) -> int:
        """Counts; 0, so that SQLite goes on."""
        self._done += 1
        self._note(min(0.99, self._done / self._all))
        return 0
