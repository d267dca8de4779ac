"""Lines that are indented with tabs, which YAML does not read: they get spaces.

Only where it can't matter how wide a tab was meant to be: if the bank, with tabs that reach to each
second, fourth or eighth column, either can't be read or says the same.

Before:

    questions:
      - id: leader-today
    ⇥kind: short
        topic: nrf
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF

After:

    questions:
      - id: leader-today
        kind: short
        topic: nrf
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.lines import indent_of
from tui.banks.nodes import Plain, plain
from tui.banks.parse import entries
from tui.banks.report import Report
from tui.banks.unreadable import Unreadable

WIDTHS = (2, 4, 8)

Tree = list[tuple[str, Plain]]


class Tabs:
    """Indentation is made of spaces."""

    codes = ("syntax",)

    def __init__(self, text: str) -> None:
        self._lines = _lines(text)
        self.lines = list(_tabbed(self._lines))
        """The lines, from 1, that begin with tabs and are no part of a text with `|` or `>`."""

    def mended(self, original: str) -> str | None:
        """`original` with spaces, None if there is no or more than one way to read it.

        It is the text that was looked at, but may hold characters that banks may not.
        """
        if not self.lines or _tree("".join(self._lines)) is not None:
            return None
        said: Tree | None = None
        best = 0
        for width in WIDTHS:
            tree = _tree(self._with(width, self._lines))
            if tree is None:
                continue
            if said is not None and tree != said:
                return None
            said, best = tree, best or width
        return self._with(best, _lines(original)) if best else None

    def _with(self, width: int, lines: list[str]) -> str:
        lines = list(lines)
        for number in self.lines:
            line = lines[number - 1]
            rest = line.lstrip(" \t")
            lines[number - 1] = line[: len(line) - len(rest)].expandtabs(width) + rest
        return "".join(lines)


def _lines(text: str) -> list[str]:
    return re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)


def _tabbed(lines: list[str]) -> Iterator[int]:
    block = -1
    for number, line in enumerate(lines, start=1):
        rest = line.lstrip(" \t")
        spaces = indent_of(line)
        if not rest.strip():
            continue
        if block >= 0 and spaces > block:
            continue
        block = spaces if _BLOCK.search(line.rstrip()) else -1
        if "\t" in line[: len(line) - len(rest)]:
            yield number


_BLOCK = re.compile(r"(?:^|[:\-?]\s+)[|>][-+\d]*(?:\s+#.*)?$")


def _tree(text: str) -> Tree | None:
    """What `text` says, None if it can't be parsed."""
    try:
        return [(key.text, plain(value)) for key, value, _ in entries(text, Report(""))]
    except Unreadable:
        return None
