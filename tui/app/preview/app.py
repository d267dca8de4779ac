"""The preview as an app of its own: it opens a bank file, and nothing of the learner's."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, ClassVar

from textual.screen import Screen

from tui.app.keyed_app import FEW_COLOURS, KeyedApp
from tui.app.preview.screen import PreviewScreen
from tui.banks.following import Following
from tui.clock import Clock, today
from tui.fault import Fault
from tui.study.preview import Preview
from tui.study.preview_calls import Presence


class PreviewApp(KeyedApp):
    """Shows the questions of one bank file as they are written."""

    TITLE = "cssprep bank preview"
    KEPT: ClassVar[str] = "Your bank is as you saved it."
    IS_PREVIEW = True

    def __init__(
        self,
        following: Following,
        preview: Preview,
        clock: Clock,
        cache: Path,
        called: Path | None = None,
    ) -> None:
        super().__init__(cache)
        self.following = following
        self.preview = preview
        self.clock = clock
        self.called = called
        if self.console.color_system in FEW_COLOURS:
            self.theme = "ansi-dark"

    def get_default_screen(self) -> Screen[Any]:
        """The only screen that is not above another."""
        first = PreviewScreen(self.following, self.preview, self.clock, self.called)
        first._push_result_callback(self, None)
        return first

    def on_mount(self) -> None:
        """What can wait until the first screen is painted."""
        self.screen.call_after_refresh(self.settle)

    def settle(self) -> None:
        """Turns the garbage collector on again, which was off while all was read."""
        gc.freeze()
        gc.enable()
        self.look_at_own_keys()


def run_preview(
    path: Path, clock: Clock, cache: Path, line: int | None = None, name: str | None = None
) -> int:
    """Previews the bank at `path` until the author leaves; returns the exit code.

    cache: the user's cache folder. line, name: where to begin, the line of a question or its id.
    Raises a Fault if there is no question with that id.
    """
    gc.disable()
    following = Following(path, today(clock), path.name)
    preview = Preview(following.read(), path.name, clock)
    if name is not None and not preview.turn_to_id(name):
        raise Fault(f"{path.name} has no question with the id {name}.", "Look for it with /.")
    if line is not None:
        preview.turn_to_line(line)
    with Presence(cache, path) as presence:
        app = PreviewApp(following, preview, clock, cache, presence.file)
        app.run()
    if app.last_words:
        raise Fault(app.last_words)
    return app.return_code or 0
