"""Counts the seconds spent on a question, without those in which nobody was there."""

from __future__ import annotations

from datetime import datetime

from tui.clock import Clock

IDLE_AFTER = 120.0
"""Seconds without a key after which time stops counting."""


class Stopwatch:
    """Time spent since the last `restart`; each pause between two keys counts at most 120 s."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counted = 0.0
        self._touched: datetime = clock.now()

    def restart(self) -> None:
        """Starts again from 0."""
        self._counted = 0.0
        self._touched = self._clock.now()

    def touch(self) -> None:
        """Says that somebody is there: call it at every key and click."""
        self._counted = self.seconds
        self._touched = self._clock.now()

    @property
    def seconds(self) -> float:
        """Seconds spent so far."""
        pause = (self._clock.now() - self._touched).total_seconds()
        # A clock that was set back must not take time away.
        return self._counted + min(max(pause, 0.0), IDLE_AFTER)
