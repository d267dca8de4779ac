"""What goes on beside the preview's screen: the file is watched, and checked as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual.screen import Screen

from tui.app.preview.messages import Called, Checked, Saved
from tui.app.preview.watching import Watching
from tui.app.telling import telling_all
from tui.banks.check_apart import CheckApart
from tui.banks.following import Following
from tui.clock import Clock, today
from tui.study.preview_calls import read_line


class Background:
    """Threads that only post messages to `screen`.

    called: the file into which editors write the line of their cursor; None if there is none.
    """

    def __init__(
        self, screen: Screen[None], following: Following, clock: Clock, called: Path | None
    ) -> None:
        self._screen = screen
        self._following = following
        self._clock = clock
        self._called = called
        self._check: CheckApart | None = None
        self._watching = Watching(self._files, self._changed)

    def start(self) -> None:
        """Begins to watch, and checks the whole bank."""
        self._run(self._watch)
        # What was saved between the first reading and now.
        self._changed(frozenset({self._following.path}))
        self.check(self._following.read().number)

    def stop(self) -> None:
        """Ends both."""
        self._watching.stop()
        if self._check is not None:
            self._check.give_up()

    def check(self, number: int) -> None:
        """Checks the whole bank for its reading `number`; a check that is out is given up."""
        if self._check is not None:
            self._check.give_up()
        self._check = CheckApart(self._following.path, today(self._clock), self._following.shown)
        self._run(partial(self._look_through, self._check, number))

    def _run(self, work: Callable[[], None]) -> None:
        self._screen.run_worker(work, thread=True, exit_on_error=False)

    def _files(self) -> tuple[Path, ...]:
        called = () if self._called is None else (self._called,)
        return (*self._following.files(), *called)

    def _watch(self) -> None:
        with telling_all(self._screen, "The file is not followed any more"):
            self._watching.run()

    def _changed(self, files: frozenset[Path]) -> None:
        """Reads what has changed, in the thread that saw it."""
        if self._called in files and self._called is not None:
            line = read_line(self._called)
            if line is not None:
                self._screen.post_message(Called(line))
        if files - {self._called}:
            with telling_all(self._screen, "The change could not be read"):
                self._screen.post_message(Saved(self._following.read()))

    def _look_through(self, check: CheckApart, number: int) -> None:
        with telling_all(self._screen, "The bank could not be checked as a whole"):
            findings = check.findings()
            if findings is not None:
                self._screen.post_message(Checked(number, findings))
