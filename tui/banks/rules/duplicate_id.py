"""Two questions of a bank have the same id; the first keeps it.

Why: Answers are kept under the id, so two questions under one would share a schedule. The second is
left out of study until it has an id of its own.

Fails:

    questions:
      - id: leader-today
      - id: leader-today

Passes:

    questions:
      - id: leader-today
      - id: leader-in-1990
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.rule import BankContext, QuestionEntry, Rule


class DuplicateId(Rule):
    """An id is used once."""

    code = "duplicate-id"

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._lines: dict[str, int] = {}

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of an id that a question before it has."""
        found = entry.scalar("id")
        if found is None:
            return
        if found.text in self._lines:
            yield Complaint(
                found.place,
                f"The question on line {self._lines[found.text]} has the id “{found.text}”, too.",
                "Give this question an id of its own.",
            )
        else:
            self._lines[found.text] = found.place.line
