"""Opens the app on the terminal, if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tui.cli.standard_streams import on_terminal
from tui.fault import Fault

if TYPE_CHECKING:
    from tui.study.wish import Wish


def open_screen(
    folder: str | None,
    start: Literal["home", "study"],
    minutes: int | None,
    wish: Wish | None = None,
) -> int:
    """Runs the app and returns its exit code; a Fault if this is no terminal."""
    if not on_terminal():
        raise Fault(
            "The app needs a terminal: input, output and errors must all be on it.",
            "Use `cssprep study --plain` to study line by line.",
        )
    from tui.study.folder import find_folder

    found = find_folder(folder)
    from tui.app.app import run_app
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.study.ids import random_id
    from tui.study.wish import DAILY

    with Meter() as meter:
        return run_app(found, SystemClock(), random_id, minutes, start, wish or DAILY, meter)
