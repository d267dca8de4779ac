"""Runs cssprep, and kills it with SIGKILL before the n-th statement that writes to progress.db.

Usage: python -m tests.durability.at_statement N ARGUMENTS. Works wherever Python does, unlike
strace, but sees statements where that sees each write to the disk.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from functools import partial
from pathlib import Path
from typing import Any


def main() -> int:
    left = int(sys.argv[1])

    def count(statement: str) -> None:
        nonlocal left
        # What only reads can be killed as well as not.
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            return
        left -= 1
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    class Watched(sqlite3.Connection):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            if Path(arguments[0]).name == "progress.db":
                self.set_trace_callback(count)

    sqlite3.connect = partial(sqlite3.connect, factory=Watched)  # type: ignore[assignment]
    from tui.cli.main import main as cssprep

    return cssprep(sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
