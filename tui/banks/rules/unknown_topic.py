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
                did_you_mean(found.text, self._topics) or "Declare it under `topics`.",
            )
