"""Which lines of a source are on the screen, found by breaking only the paragraphs near them."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from typing import NamedTuple

from textual.content import Content

from tui.app.lines import wrapped
from tui.app.marks import UNSURE
from tui.app.widgets.reader_lines import (
    BLENDED,
    MARGIN,
    ReaderLine,
    Shades,
    block_lines,
    is_apart,
    note_lines,
)
from tui.study.reader import OpenSource

WIDE = 120
"""Cells from which notes stand beside the text."""
WIDEST_TEXT = 84
"""Cells beyond which lines get tiring to read where there are notes beside them."""
WIDEST_ALONE = 96
"""The same where there is nothing beside them."""
MAP = 3
"""Cells at the right: a space, what is seen, the map."""
GAP = 3
"""Cells between the text and the notes."""
KEPT = 200
"""Paragraphs that are kept in lines."""
ABSENT = "The text is not at hand. These are the passages that are asked about:"


class Row(NamedTuple):
    """A row of a paragraph: a line of its text, of a note, of both, or of neither."""

    line: ReaderLine | None = None
    note: Content | None = None


class Place(NamedTuple):
    """A row of the text: the paragraph, and which of its rows, the blank one before it included."""

    block: int
    row: int


class ReaderLayout:
    """A source in rows of `width` cells, of which `height` can be seen from `top` on.

    current: the number of the passage at hand. notes: whether they are shown, None for where there
    is room beside the text. After a change of width, notes or shades, `forget` is to be called.
    """

    def __init__(self, source: OpenSource) -> None:
        self.source = source
        self.width = self.height = 0
        self.notes: bool | None = None
        self.shades: Shades = BLENDED
        self.top = Place(0, 0)
        self.current = 0
        self._kept: OrderedDict[tuple[int, int], list[Row]] = OrderedDict()

    # --- the room

    @property
    def is_wide(self) -> bool:
        """Whether notes stand beside the text."""
        return self.width >= WIDE

    @property
    def with_notes(self) -> bool:
        """Whether notes are shown."""
        return self.is_wide if self.notes is None else self.notes

    @property
    def text_width(self) -> int:
        """Cells of a line of the text."""
        room = self.width - MARGIN - MAP
        if self.is_wide:
            return min(WIDEST_TEXT, (room - GAP) * 3 // 5)
        return max(8, min(room, WIDEST_ALONE))

    @property
    def note_width(self) -> int:
        """Cells of a line of a note."""
        if not self.is_wide:
            return self.text_width
        return self.width - MARGIN - self.text_width - GAP - MAP

    # --- rows

    def forget(self) -> None:
        """Breaks all lines anew, when they are next needed."""
        self._kept.clear()

    def rows(self, block: int) -> list[Row]:
        """The rows of the paragraph `block`, the blank one before it included."""
        start, end = self.source.blocks[block]
        at_hand = self.source.passages[self.current] if self.source.passages else None
        is_here = at_hand is not None and at_hand.first < end and at_hand.last > start
        key = (block, self.current if is_here else -1)
        if key not in self._kept:
            self._kept[key] = self._broken(block, key[1])
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _broken(self, block: int, current: int) -> list[Row]:
        source = self.source
        lines = block_lines(source, block, self.text_width, self.shades, current)
        rows = [Row()] if is_apart(source, block) else []
        if block == 0 and not source.at_hand:
            said = wrapped(Content.styled(ABSENT, UNSURE), self.text_width)
            rows += [*(Row(ReaderLine(line, None, range(0))) for line in said), Row()]
        notes = self._notes(block, current, lines) if self.with_notes else []
        if not self.is_wide:
            return [*rows, *map(Row, lines), *(Row(note=note) for note in notes)]
        for n in range(max(len(lines), len(notes))):
            line = lines[n] if n < len(lines) else None
            rows.append(Row(line, notes[n] if n < len(notes) else None))
        return rows

    def _notes(self, block: int, current: int, lines: list[ReaderLine]) -> list[Content]:
        """The notes on the passages that begin in `block`; beside the text, each at its line."""
        source, beside = self.source, self.is_wide
        start, end = source.blocks[block]
        first = bisect_right(source.passages, start - 1, key=lambda passage: passage.first)
        notes: list[Content] = []
        for number in range(first, len(source.passages)):
            if source.passages[number].first >= end:
                break
            own = source.notes[number]
            if own and beside:
                at = next((n for n, line in enumerate(lines) if number in line.passages), 0)
                notes += [Content("")] * (at - len(notes))
            for note in own:
                notes += note_lines(note, self.note_width, beside, number == current)
        return notes

    def screen(self) -> list[tuple[Place, Row]]:
        """The rows that can be seen, each with its place."""
        seen: list[tuple[Place, Row]] = []
        block, skip = self.top
        while block < len(self.source.blocks) and len(seen) < self.height:
            rows = enumerate(self.rows(block))
            seen += [(Place(block, number), row) for number, row in rows if number >= skip]
            block, skip = block + 1, 0
        return seen[: self.height]

    # --- moving

    def scroll(self, rows: int) -> None:
        """Moves the text by so many rows, as far as there are any."""
        moved = self._moved(self.top, rows)
        # A window that has grown may show what lies below the last row: then it stays.
        self.top = moved if rows < 0 else max(self.top, min(moved, self._last_top()))

    def to_start(self) -> None:
        """To the beginning of the text."""
        self.top = Place(0, 0)

    def to_end(self) -> None:
        """To the end of the text."""
        self.top = self._last_top()

    def go(self, step: int, slipping: bool) -> bool:
        """Takes the next passage at hand, or the one before; whether there is one.

        slipping: one of which something slips.
        """
        source, number = self.source, self.current + step
        while 0 <= number < len(source.passages):
            refs = source.passages[number].refs
            if not slipping or any(source.states.get(ref) == "slipping" for ref in refs):
                self.current = number
                return True
            number += step
        return False

    def take(self, refs: tuple[str, ...]) -> None:
        """Takes the first passage at hand that the first of `refs` to be quoted here quotes."""
        places: dict[str, int] = {}
        for number, passage in enumerate(self.source.passages):
            for ref in passage.refs:
                places.setdefault(ref, number)
        self.current = next((places[ref] for ref in refs if ref in places), 0)

    def show_current(self, gently: bool = False) -> None:
        """Scrolls until the passage at hand can be seen; gently: no further than needed."""
        if not self.source.passages or not self.height:
            return
        first, last = self._ends_of_current()
        seen = [place for place, _ in self.screen()]
        if not (first in seen and last in seen):
            is_below = gently and bool(seen) and first > seen[-1]
            above = self.height - 1 if is_below else self.height // 4
            self.top = min(self._moved(first, -above), self._last_top())

    def _ends_of_current(self) -> tuple[Place, Place]:
        """Where the passage at hand begins, and where it ends in that paragraph."""
        passage = self.source.passages[self.current]
        blocks = self.source.blocks
        first = bisect_right(blocks, passage.first, key=lambda block: block[1])
        for block in range(first, len(blocks)):
            if blocks[block][0] >= passage.last:
                break
            own = [
                number
                for number, row in enumerate(self.rows(block))
                if row.line is not None and self.current in row.line.passages
            ]
            if own:
                return Place(block, own[0]), Place(block, own[-1])
        # White space alone, which is not drawn.
        near = Place(min(first, len(blocks) - 1), 0)
        return near, near

    def _moved(self, place: Place, rows: int) -> Place:
        """The place so many rows away from `place`, within the text."""
        block, row = place.block, place.row + rows
        while row < 0 and block > 0:
            block -= 1
            row += len(self.rows(block))
        last = len(self.source.blocks) - 1
        while row >= (height := len(self.rows(block))) and block < last:
            row -= height
            block += 1
        return Place(block, max(0, min(row, len(self.rows(block)) - 1)))

    def _last_top(self) -> Place:
        """The top with which the last row of the text is the last one on the screen."""
        block = len(self.source.blocks) - 1
        return self._moved(Place(block, len(self.rows(block))), -self.height)
