"""A field that stands twice, to the letter: the second goes.

Where the two differ, only the author knows which one is right. One with a comment stays, too.

Before:

    questions:
      - id: leader-today
        kind: short
        topic: nrf
        kind: short
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

from collections.abc import Iterator

from tui.banks.finding import Place
from tui.banks.mend.change import DropRepeat
from tui.banks.mend.fix import Fix
from tui.banks.nodes import Path


class DuplicateField(Fix):
    """A mapping has a field once."""

    codes = ("duplicate-key",)

    def repeat(self, path: Path, place: Place) -> Iterator[DropRepeat]:
        """Wants each repetition out; whether it is one to the letter shows when it is found."""
        yield DropRepeat(path, place, "deleted: a field that stood there twice, word for word")
