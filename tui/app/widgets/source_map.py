"""A source in as many cells as the screen has rows: where something has gone, and what is seen."""

from __future__ import annotations

from tui.study.reader import OpenSource
from tui.study.stretches import URGENCY, State, state_of


def source_map(source: OpenSource, rows: int) -> list[State | None]:
    """The most urgent state of what is tested in each of `rows` equal parts of the text.

    None where nothing is.
    """
    found: list[State | None] = [None] * rows
    length = max(1, len(source.text))
    for passage in source.passages:
        for stretch in passage.stretches:
            state = state_of(stretch.refs, source.states)
            first = row_of(stretch.first, length, rows)
            last = row_of(stretch.last - 1, length, rows)
            for row in range(first, last + 1):
                before = found[row]
                if before is None or URGENCY.index(state) < URGENCY.index(before):
                    found[row] = state
    return found


def row_of(place: int, length: int, rows: int) -> int:
    """The row of the map that the character at `place` of `length` is in."""
    return min(rows - 1, place * rows // max(1, length))
