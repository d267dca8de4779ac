"""A question's source is not among the bank's sources.

Why: Nobody can tell which text the quote was taken from, so the answer has no proof. Mostly the
name is misspelt.

Fails:

    questions:
      - source: artikle

Passes:

    questions:
      - source: article
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.complaints import did_you_mean
from tui.banks.finding import Complaint
from tui.banks.rule import QuestionEntry, Rule


class UnknownSource(Rule):
    """A source is declared before it is quoted."""

    code = "unknown-source"

    def before(self) -> Iterator[Complaint]:
        """Complains of a source under `untested` that is not declared."""
        for entry in self.bank.untested:
            yield from self.question(entry)

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a source that is not declared."""
        found = entry.scalar("source")
        if found is not None and self.bank.sources and found.text not in self.bank.sources:
            yield Complaint(
                found.place,
                f"The bank has no source “{one_line(found.text, 40)}”.",
                did_you_mean(found.text, self.bank.sources) or "Declare it under `sources`.",
            )
