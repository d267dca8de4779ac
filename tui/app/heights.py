"""How much room a screen gives to what is on it."""

from __future__ import annotations

from enum import IntEnum

HEIGHTS = [(0, "-tiny"), (16, "-short"), (32, "-tall")]
"""Classes of screens by their rows."""
TALL = "-tall"
WIDEST = 106
"""Cells beyond which lines get tiring to read."""


class Air(IntEnum):
    """How much stands beside what is needed: nothing, what is good to know, blank lines too."""

    NONE = 0
    SOME = 1
    MUCH = 2
