"""Reads again what has changed in a bank, and nothing else, where that is sure to be the same.

A save in an editor changes some lines of one question or two. Questions that begin on lines of
their own, each with a dash at the same indent, can be read without the ones around them: nothing
that is begun in one can go on behind the dash of the next, or it is an error by itself. So the
changed questions are read alone, and the others moved. Where anything is doubtful, all is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.banks.lines import lines_of
from tui.banks.nodes import Node
from tui.banks.outline import (
    Outline,
    Stretch,
    alone,
    dash_column,
    ends_document,
    outline,
    stretches_of,
)
from tui.banks.parse import STREAMED, entries
from tui.banks.report import Report
from tui.banks.unreadable import Unreadable


class Change(NamedTuple):
    """What a save has changed, as one block: lines from 1, both ends included.

    first: the first line that is another now. old_last, new_last: the last one, before and after;
    less than first where lines were only added, or only taken out.
    """

    first: int
    old_last: int
    new_last: int

    @property
    def added(self) -> int:
        """How many lines there are more; less than 0 if fewer."""
        return self.new_last - self.old_last

    def moved(self, line: int) -> int | None:
        """Where the old line `line` is now; None if it was changed."""
        if line < self.first:
            return line
        return line + self.added if line > self.old_last else None


def change_between(old: Sequence[str], new: Sequence[str]) -> Change | None:
    """The lines that differ; None if none do."""
    if old == new:
        return None
    short = min(len(old), len(new))
    same = next((n for n in range(short) if old[n] != new[n]), short)
    left = short - same
    tail = next((n for n in range(left) if old[-1 - n] != new[-1 - n]), left)
    return Change(same + 1, len(old) - tail, len(new) - tail)


def outline_after(before: Outline, text: str, report: Report) -> Outline | None:
    """As `outline(text, report)`, knowing the outline of the text that was there before."""
    lines = tuple(lines_of(text))
    change = change_between(before.lines, lines)
    if change is None:
        return before
    return _patched(before, lines, change) or outline(text, report)


def changed_question(after: Outline, change: Change) -> int | None:
    """The place of the first question that `change` is in, from 0; None if it is in none."""
    written = (
        number
        for number in range(change.first, change.new_last + 1)
        if (line := after.lines[number - 1].strip()) and not line.startswith("#")
    )
    return after.at_line(next(written, change.first))


def _patched(before: Outline, lines: tuple[str, ...], change: Change) -> Outline | None:
    """The outline of `lines`, made of `before` and the changed questions; None if that's unsure."""
    touched = _touched(before, change)
    if touched is None:
        return None
    first, last = touched
    start, end = before.stretches[first].first, before.stretches[last].last + change.added
    if change.added and before.stretches[-1].last < len(before.lines):
        # What stands behind the questions has moved, too.
        return None
    written = lines[start - 1 : end]
    read = _read(written, start, before.indent)
    if read is None:
        return None
    stretches = (
        *before.stretches[:first],
        *read,
        *(each.moved(change.added) for each in before.stretches[last + 1 :]),
    )
    return Outline(before.node, stretches, lines, before.indent)


def _touched(before: Outline, change: Change) -> tuple[int, int] | None:
    """The first and the last question to be read again: the changed ones, and the one before."""
    if before.indent is None:
        return None
    stretches = before.stretches
    # The question before may go on into the first changed line now; it begins on an old one.
    first = before.at_line(min(change.first, stretches[-1].last))
    last = before.at_line(max(change.old_last, change.first - 1))
    if first is None or last is None or change.first <= stretches[0].first:
        return None
    return max(0, first - 1), last


def _read(lines: Sequence[str], start: int, indent: int | None) -> tuple[Stretch, ...] | None:
    """The questions written in `lines`, the first of which is number `start`; None if unsure."""
    if ends_document(lines):
        return None
    report = Report("")
    found: list[tuple[int, Node]] = []
    try:
        for key, value, listed in entries(alone(lines, start), report, skim=True):
            if listed:
                found.append((value.place.line, value))
            elif key.text != STREAMED:
                return None
    except Unreadable:
        return None
    begun = [first for first, _ in found]
    if report.findings() or not begun or begun[0] != start or len(set(begun)) != len(begun):
        return None
    if any(dash_column(lines[first - start]) != indent for first in begun):
        return None
    return stretches_of(found, start + len(lines) - 1)
