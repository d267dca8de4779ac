"""A question's topic is not among the bank's topics.

Why: Study, plans and statistics go by topic: a question under a topic that does not exist would
count for none of them. Mostly the name is misspelt.

Fails:

    topics:
      nrf.leaders:
        title: Leaders
    questions:
      - topic: nrf.leader

Passes:

    topics:
      nrf.leaders:
        title: Leaders
    questions:
      - topic: nrf.leaders
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.complaints import did_you_mean
from tui.banks.finding import Complaint
from tui.banks.rule import BankContext, QuestionEntry, Rule

MOST_NAMED = 8
"""How many topics are named where none is like the one given."""


class UnknownTopic(Rule):
    """A topic is declared before it is used."""

    code = "unknown-topic"

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._topics = bank.keys("topics")

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a topic that is not declared."""
        found = entry.scalar("topic")
        if found is not None and self._topics and found.text not in self._topics:
            yield Complaint(
                found.place,
                f"The bank has no topic “{one_line(found.text, 40)}”.",
                did_you_mean(found.text, self._topics)
                or f"Declare it under `topics`, or write one of those there: {self._known()}.",
            )

    def _known(self) -> str:
        """The topics that there are, or the first ones of many."""
        names = [one_line(name, 40) for name in self._topics]
        rest = len(names) - MOST_NAMED
        return ", ".join(names[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
