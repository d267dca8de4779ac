"""Tells what went wrong, and what to do about it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.app.lines import text
from tui.app.marks import KEY, QUIET, WRONG
from tui.fault import Fault


class TroubleScreen(ModalScreen[None]):
    """One sentence, one piece of advice, and Enter closes it."""

    DEFAULT_CSS = """
    TroubleScreen { align: center middle; }
    TroubleScreen > Static {
        width: 80%; max-width: 76; height: auto; max-height: 90%; padding: 1 2;
        border: round $error; background: $background; overflow-y: auto;
    }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "dismiss(None)", "close", id="trouble.close")
    ]

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault

    def compose(self) -> ComposeResult:
        """The sentences."""
        parts: list[Content | str | tuple[str, str]] = [("✗ ", WRONG), text(self.fault.message)]
        if self.fault.advice:
            parts += ["\n\n", text(self.fault.advice)]
        yield Static(Content.assemble(*parts, "\n\n", ("Enter", KEY), (" close", QUIET)))

    def on_click(self) -> None:
        """A click closes it, too."""
        self.dismiss(None)
