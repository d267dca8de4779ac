"""Two questions say that they had the same id; the first keeps its progress.

Why: Progress is handed on whole. Two heirs would both claim to be known already, and at most one of
them is.

Fails:

    questions:
      - id: leader-today
        was: [leader]
      - id: leader-in-1990
        was: [leader]

Passes:

    questions:
      - id: leader-today
        was: [leader]
      - id: leader-in-1990
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.rule import BankContext, QuestionEntry, Rule


class WasTwice(Rule):
    """An old id has one heir."""

    code = "was-twice"

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._lines: dict[str, int] = {}

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of old ids that were claimed before."""
        for found in entry.scalars("was"):
            line = self._lines.setdefault(found.text, found.place.line)
            if line != found.place.line:
                yield Complaint(
                    found.place,
                    f"“{found.text}” was already claimed on line {line}.",
                    "Its progress goes to one question: decide which.",
                )
