"""How far a long command is, on a terminal where somebody looks on."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

WIDTH = 30


class Meter:
    """A bar on standard error; nothing where that is no terminal. Its line is gone at the end."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._shown = ""

    def __call__(self, doing: str, done: float) -> None:
        """Shows that `doing` is done to this share, 0 to 1."""
        if not self._on:
            return
        full = round(WIDTH * min(1.0, max(0.0, done)))
        line = f"{doing:<16} {'█' * full}{'░' * (WIDTH - full)} {done:4.0%}"
        if line != self._shown:
            self._shown = line
            print(f"\r{line}", end="", file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            print(f"\r{'':{WIDTH + 24}}\r", end="", file=sys.stderr, flush=True)
