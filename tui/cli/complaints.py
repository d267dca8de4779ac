"""Lines that were refused, each with its place, and no more of them than somebody reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

MOST = 20
"""Refused lines of a file that are printed."""


def refused_lines(name: str | Path, refused: Sequence[tuple[int, str]]) -> Iterator[str]:
    """A line for each of the first of `refused`, by number, and one for all others together."""
    for number, reason in refused[:MOST]:
        yield f"{name}:{number}: {reason}"
    if len(refused) > MOST:
        yield f"{name}: and {len(refused) - MOST:,} more."
