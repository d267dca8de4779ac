"""Another bank of the folder has the same id; the file that comes first by name keeps it.

Why: Answers are kept under the bank's id and the question's: with two banks under one id, the
progress of one would be taken for that of the other. The second is not studied.

Fails, beside a bank with the id `other`:

    bank: other

Passes:

    bank: sample
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.nodes import Scalar
from tui.banks.rule import Rule


class DuplicateBank(Rule):
    """A bank's id is its own."""

    code = "duplicate-bank"

    def before(self) -> Iterator[Complaint]:
        """Complains of an id that another file has."""
        found = self.bank.node.get("bank")
        if isinstance(found, Scalar) and found.text in self.bank.taken:
            yield Complaint(
                found.place,
                f"The bank {self.bank.taken[found.text]} has the id “{found.text}”, too.",
                "Give one of them another id; answers are kept under it.",
            )
