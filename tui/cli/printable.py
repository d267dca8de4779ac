"""Text from files that others wrote, and their names, made safe to print: no terminal obeys it."""

from __future__ import annotations

KEPT = "\n"


def printable(text: str) -> str:
    r"""`text` with an escape such as \x1b for each character that a terminal can't show."""
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or one in KEPT else one.encode("unicode_escape").decode()
        for one in text
    )
