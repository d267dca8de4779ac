"""Text from files that others wrote, and their names, made safe to print: no terminal obeys it."""

from __future__ import annotations

KEPT = "\n"


def printable(text: str) -> str:
    r"""`text` with an escape such as \x1b for each character that a terminal can't show.

    It may have several lines, as a text of a bank has.
    """
    return _escaped(text, KEPT)


def printable_line(text: str) -> str:
    r"""`text` as one line, such as the name of a file or a sentence that holds one.

    A line break is escaped, too, as \n: else a name could write a sentence of its own.
    """
    return _escaped(text, "")


def _escaped(text: str, kept: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        one if one.isprintable() or one in kept else one.encode("unicode_escape").decode()
        for one in text
    )
