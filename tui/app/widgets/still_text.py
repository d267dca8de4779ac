"""Text whose height changes with what it says, laid out once."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Static


class StillText(Static):
    """Text that never scrolls on its own.

    A widget that finds its size changed asks for a second layout of the whole screen, for the sake
    of what it might scroll. Here nothing can: a verdict and the next question are laid out once.
    """

    virtual_size = Reactive(Size(0, 0))
