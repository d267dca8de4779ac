"""`was` names an id that a question of the bank has now, itself included.

Why: An old id hands its progress on, so it can't be in use: two questions that name each other
would hand it round in a circle.

Fails:

    questions:
      - id: leader-today
        was: [leader-in-1990]
      - id: leader-in-1990

Passes:

    questions:
      - id: leader-today
        was: [who-leads]
      - id: leader-in-1990
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.rule import BankContext, QuestionEntry, Rule


class WasLive(Rule):
    """An old id is no longer in use."""

    code = "was-live"

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._live = {found.text: found.place.line for found in bank.ids}

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of old ids that are in use."""
        own = entry.scalar("id")
        for found in entry.scalars("was"):
            if own is not None and found.text == own.text:
                message = f"“{found.text}” is the question's own id."
                yield Complaint(found.place, message, "Take it out of `was`.")
            elif found.text in self._live:
                yield Complaint(
                    found.place,
                    f"“{found.text}” is the id of the question on line {self._live[found.text]}.",
                    "Take it out: `was` holds ids that no question has any more.",
                )
