"""A rule of thumb of test-wise guessers finds the right options more often than chance does.

`cssprep bank guess` shows all of them; here one counts where the probability of so many hits by
luck is below 5 %, corrected for the number of rules of thumb.

Why: Learners find such patterns without noticing, and the exam need not have them: their results
here are then better than their knowledge.

Fails:

    questions:
      - kind: truefalse
        prompt: The front began in 1990.
        answer: true
      - kind: truefalse
        prompt: A valley northeast of Kabul is called Panjshir.
        answer: true
      - kind: truefalse
        prompt: Its people say that it belongs to them.
        answer: true
      - kind: truefalse
        prompt: The son leads what the father led.
        answer: true
      - kind: truefalse
        prompt: One man was known as a lion.
        answer: true
      - kind: truefalse
        prompt: Kabul lies southwest of the home of the lion.
        answer: true
      - kind: truefalse
        prompt: After the death of its leader there was another.
        answer: true
      - kind: truefalse
        prompt: What started goes on.
        answer: true

Passes:

    questions:
      - kind: truefalse
        prompt: The front began in 1990.
        answer: true
      - kind: truefalse
        prompt: A valley northeast of Kabul is called Panjshir.
        answer: true
      - kind: truefalse
        prompt: Its people say that it belongs to the others.
        answer: false
      - kind: truefalse
        prompt: The son leads what the father led.
        answer: true
      - kind: truefalse
        prompt: One man was known as a wolf.
        answer: false
      - kind: truefalse
        prompt: Kabul lies northeast of the home of the lion.
        answer: false
      - kind: truefalse
        prompt: After the death of its leader there was another.
        answer: true
      - kind: truefalse
        prompt: What started is over.
        answer: false
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint, Place, Severity
from tui.banks.guess.guessing import tallies
from tui.banks.guess.posed import Posed, posed
from tui.banks.nodes import place_of
from tui.banks.rule import BankContext, QuestionEntry, Rule

_NAMED = 12
"""Questions that are named; the others are counted."""


class Guessable(Rule):
    """Who knows nothing scores no better than chance."""

    code = "guessable"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._posed: list[Posed] = []

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Notes how the question looks to a guesser; has nothing to complain of."""
        found = posed(entry.asked) if entry.asked is not None else None
        if found is not None:
            self._posed.append(found)
        yield from ()

    def after(self) -> Iterator[Complaint]:
        """Complains of each strategy that beats chance, and names what feeds it."""
        for tally in tallies(self._posed):
            if tally.beats_chance:
                ids = ", ".join(tally.fed_by[:_NAMED])
                more = len(tally.fed_by) - _NAMED
                yield Complaint(
                    self._place(),
                    f"The strategy “{tally.strategy}” beats chance: {tally.hits} of "
                    f"{tally.applies} right, {tally.chance:.1f} by luck.",
                    f"Reword some of these: {ids}{f' and {more} more' if more > 0 else ''}.",
                )

    def _place(self) -> Place:
        return place_of(self.bank.node, ("bank",))
