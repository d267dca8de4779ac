"""A question has an id, or says it had one, that the bank has retired.

Why: Old answers are still kept under a retired id. A new question under it would start with the
progress of one that it has nothing to do with.

Fails:

    retired: [leader-today]
    questions:
      - id: leader-today

Passes:

    retired: [leader-in-1980]
    questions:
      - id: leader-today
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.nodes import scalars
from tui.banks.rule import BankContext, QuestionEntry, Rule


class RetiredId(Rule):
    """A retired id is gone for good."""

    code = "retired-id"

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._retired = {
            found.text: found.place.line for found in scalars(bank.node.get("retired"))
        }

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of retired ids under `id` and `was`."""
        for field in ("id", "was"):
            for found in entry.scalars(field):
                if found.text in self._retired:
                    yield Complaint(
                        found.place,
                        f"The id “{found.text}” was retired on line {self._retired[found.text]}.",
                        "Take another id: old answers are still kept under this one."
                        if field == "id"
                        else "Take it out of `retired` if its progress is to be handed on.",
                    )
