"""A question's answer was said to hold until a day that is past.

Why: A learner would go on learning what may no longer be so, and write it in the exam.

Fails, on 1 January 2026:

    questions:
      - expires: 2025-12

Passes, on that day:

    questions:
      - expires: 2026-01
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.dates import last_day
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule


class Expired(Rule):
    """What is learned still holds."""

    code = "expired"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a day that is past."""
        found = entry.scalar("expires")
        day = last_day(found.text) if found is not None else None
        if found is not None and day is not None and day < self.bank.today:
            yield Complaint(
                found.place,
                f"The question expired at the end of {day.isoformat()}.",
                "Look up what holds today; then change the answer, or the date.",
            )
