"""What the apps have in common: their keys and how these are shown, help, and failures."""

from __future__ import annotations

import asyncio
import os
import re
import signal
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from tui.app.going import Failed
from tui.app.keymap import FILE, config_folder, read_keymap
from tui.fault import Fault

if TYPE_CHECKING:
    from textual.command import Provider

FEW_COLOURS = frozenset({None, "standard", "windows"})
FUNCTION_KEY = re.compile(r"f\d+")
KEY_NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "minus": "−"}


def key_commands() -> type[Provider]:
    """The palette's commands, imported when it is opened."""
    from tui.app.commands import KeyCommands

    return KeyCommands


GRACE = 3.0
"""Seconds that leaving may take once the terminal is closed."""


class KeyedApp(App[None]):
    """An app whose keys are shown where they work and can be given others by the user.

    own_keys: the user's, by the names of bindings. keys_fault: what is wrong with them, if
    anything. last_words: what to say once the screen is given back, where it ended in a failure.
    """

    KEPT: ClassVar[str] = "Your answers are kept."
    """What is said of the user's work after a failure."""
    IS_PREVIEW: ClassVar[bool] = False
    """Whether it is the app in which banks are looked at, not the one to study with."""

    TITLE = "cssprep"
    NOTIFICATION_TIMEOUT = 4.0
    COMMANDS = App.COMMANDS | {key_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1", "help", "help", id="app.help", tooltip="Shows all keys and signs."
        ),
    ]

    def __init__(self, cache: Path) -> None:
        super().__init__()
        self.cache = cache
        self.last_words = ""
        self.keys_fault: Fault | None = None
        try:
            self.own_keys = read_keymap(config_folder() / FILE)
            self.set_keymap(self.own_keys)
        except Fault as fault:
            self.own_keys, self.keys_fault = {}, fault

    def on_mount(self) -> None:
        """Leaves as by its key where the terminal is closed or the machine shuts down."""
        # Otherwise what is half typed is lost, the terminal is left as it was made for the screen,
        # and where SIGHUP is ignored the app goes on reading from a terminal that is gone.
        for name in ("SIGHUP", "SIGTERM"):
            # Windows has neither loops that take signals, nor SIGHUP.
            with suppress(AttributeError, NotImplementedError):
                number = getattr(signal, name)
                asyncio.get_running_loop().add_signal_handler(number, self.end, number)

    def end(self, number: int) -> None:
        """Leaves because of a signal; without the terminal, if that takes long.

        What is still to be painted may wait for ever for a terminal that is gone.
        """
        for screen in self.screen_stack:
            drafts = getattr(screen, "drafts", None)
            if drafts is not None:
                drafts.flush()
        watch = Timer(GRACE, os._exit, [128 + number])
        watch.daemon = True
        watch.start()
        self.exit()

    def look_at_own_keys(self) -> None:
        """Tells what is wrong with the user's keys, if anything is."""
        if self.own_keys:
            from tui.app.key_names import check_keys

            try:
                check_keys(config_folder() / FILE, self.own_keys)
            except Fault as fault:
                self.keys_fault = fault
        if self.keys_fault is not None:
            self.notify(str(self.keys_fault), severity="warning", timeout=10, markup=False)

    def on_failed(self, event: Failed) -> None:
        """Tells what went wrong; one thing at a time."""
        from tui.app.screens.trouble import TroubleScreen

        if (
            isinstance(self.screen, TroubleScreen)
            and self.screen.fault.message == event.fault.message
        ):
            return
        if not event.in_the_way:
            self.notify(str(event.fault), severity="warning", timeout=15, markup=False)
        elif isinstance(self.screen, TroubleScreen):
            self.notify(str(event.fault), severity="error", markup=False)
        else:
            # A word in the corner would lie over it, and may say the same.
            self.clear_notifications()
            self.push_screen(TroubleScreen(event.fault))

    def action_help(self) -> None:
        """Help on the keys that work on this screen, and on all others."""
        from tui.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            file = config_folder() / FILE
            self.push_screen(HelpScreen(self.screen, self.own_keys, file, self.IS_PREVIEW))

    def get_key_display(self, binding: Binding) -> str:
        """Keys as the key line shows them: `^N` is Control with N."""
        if binding.key_display:
            return binding.key_display
        modifiers, key = binding.parse_key()
        if not modifiers and key in KEY_NAMES:
            return KEY_NAMES[key]
        shown = super().get_key_display(binding)
        return shown.upper() if modifiers or FUNCTION_KEY.fullmatch(key) else shown

    def _fatal_error(self) -> None:
        """Leaves with a sentence; the details go to a file, for a report to the makers."""
        error = self._exception
        if error is None:
            return super()._fatal_error()
        import traceback

        file = self.cache / "last-error.txt"
        where = f" The details are in {file}."
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        except OSError:
            where = ""
        self.last_words = (
            f"cssprep met an error that it did not expect ({type(error).__name__}: {error})."
            f" {self.KEPT}{where}"
        )
        self._close_messages_no_wait()
        return None
