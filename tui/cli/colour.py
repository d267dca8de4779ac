"""Whether a command may colour what it prints."""

from __future__ import annotations

import os
import sys


def may_colour() -> bool:
    """Whether standard output is a terminal that knows colours, and nobody has asked for none."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
