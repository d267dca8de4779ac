"""A topic has no question, neither of its own nor in a topic under it.

While the bank has a draft, a topic may be waiting for one: then nothing is said.

Why: A learner who chooses the topic gets nothing to study. Mostly it is left over from a renaming.

Fails:

    topics:
      nrf: {title: The NRF}
      nrf.leaders: {title: Leaders}
    questions:
      - topic: nrf

Passes:

    topics:
      nrf: {title: The NRF}
      nrf.leaders: {title: Leaders}
    questions:
      - topic: nrf.leaders
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.complaints import nearest
from tui.banks.finding import Complaint, Severity
from tui.banks.nodes import text
from tui.banks.rule import BankContext, QuestionEntry, Rule

_NO_DRAFT = frozenset({"", "false", "no", "off", "n", "f", "0"})
"""How a question says that it is no draft, if it says anything."""


class UnusedTopic(Rule):
    """A topic is there to be asked about."""

    code = "unused-topic"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._topics = bank.keys("topics")
        self._unused = dict(self._topics)

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Notes which topics are asked about; has nothing to complain of."""
        if text(entry.node.get("draft")).lower() not in _NO_DRAFT:
            self._unused.clear()
        found = entry.scalar("topic")
        if found is not None and self._unused:
            # A misspelt topic is one finding, not two.
            name = found.text if found.text in self._topics else nearest(found.text, self._topics)
            parts = name.split(".")
            for count in range(1, len(parts) + 1):
                self._unused.pop(".".join(parts[:count]), None)
        yield from ()

    def after(self) -> Iterator[Complaint]:
        """Complains of the topics that no question was about."""
        for found in self._unused.values():
            yield Complaint(
                found.place,
                f"No question has the topic “{one_line(found.text, 40)}”.",
                "Write one, or take the topic out.",
            )
