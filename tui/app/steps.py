"""Takes steps of a session; the screen lives on while another program holds the file."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Awaitable, Callable

from textual.screen import Screen

from tui.fault import Fault
from tui.progress.errors import BUSY_SECONDS, BusyError
from tui.study.session import MOMENT, Session
from tui.study.states import State

PAUSE = 0.1
"""Seconds between two tries, in which the screen lives."""
TRIES = round(BUSY_SECONDS / (MOMENT + PAUSE))

Step = Callable[[], State | None]
Then = Callable[[State | None], Awaitable[None]]
Failed = Callable[[Fault], Awaitable[None]]


class Steps:
    """The steps of `session` on `screen`, one at a time: none is begun while one waits.

    says: called with True when one begins to wait, and with False when it waits no more.
    """

    def __init__(
        self, session: Session, screen: Screen[None], says: Callable[[bool], None]
    ) -> None:
        self._session = session
        self._screen = screen
        self._says = says
        self._one_waits = False

    async def take(self, step: Step, then: Then, failed: Failed) -> None:
        """Takes `step`, at once if it can be, and goes on with what comes of it."""
        if self._one_waits:
            return
        try:
            state = self._now(step)
        except BusyError:
            self._one_waits = True
            # A screen paints nothing while one of its own messages is being handled.
            self._screen.run_worker(self._patiently(step, then, failed))
        except Fault as fault:
            await failed(fault)
        else:
            await then(state)

    def _now(self, step: Step) -> State | None:
        with self._session.in_haste():
            return step()

    async def _patiently(self, step: Step, then: Then, failed: Failed) -> None:
        self._says(True)
        try:
            state = await self._once_free(step)
        except Fault as fault:
            self._wait_no_more()
            await failed(fault)
        else:
            self._wait_no_more()
            await then(state)

    async def _once_free(self, step: Step) -> State | None:
        for _ in range(TRIES):
            await sleep(PAUSE)
            try:
                return self._now(step)
            except BusyError:
                continue
        return self._now(step)

    def _wait_no_more(self) -> None:
        self._one_waits = False
        self._says(False)
