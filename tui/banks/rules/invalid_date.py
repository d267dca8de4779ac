"""`as_of` or `expires` is not a year, a month or a day.

Why: `expires` is compared with the day of study, and `as_of` says what “today” means. One that
can't be read would leave a question without an end, or a “today” without a date, unnoticed.

Fails:

    questions:
      - expires: next spring

Passes:

    as_of: 2025
    questions:
      - as_of: 2025-11
        expires: 2026-03-31
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.dates import last_day
from tui.banks.finding import Complaint
from tui.banks.nodes import Node, Scalar
from tui.banks.rule import QuestionEntry, Rule
from tui.kinds.written_dates import as_iso


class InvalidDate(Rule):
    """Dates can be told."""

    code = "invalid-date"

    def before(self) -> Iterator[Complaint]:
        """Complains of the bank's own date."""
        yield from _checked(self.bank.node.get("as_of"))

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of the question's dates."""
        yield from _checked(entry.node.get("as_of"))
        yield from _checked(entry.node.get("expires"))


def _checked(found: Node | None) -> Iterator[Complaint]:
    if isinstance(found, Scalar) and found.text and last_day(found.text) is None:
        yield Complaint(
            found.place,
            f"“{one_line(found.text, 40)}” is no date.",
            f"Write {better}."
            if (better := as_iso(found.text))
            else "Write a year, a month or a day: 2025, 2025-11, 2025-11-30.",
        )
