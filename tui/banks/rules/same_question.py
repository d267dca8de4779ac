"""Two questions ask nearly the same and have the same answer.

Prompts are nearly the same where three quarters of their telling words are, and no number and no
name differs.

Why: The learner is asked the same thing twice, and the topic looks better known, or worse, than it
is.

Fails:

    questions:
      - prompt: When did the present leader of the resistance front begin?
        answer: 2019
      - prompt: In which year did the resistance front's present leader begin?
        answer: 2019

Passes:

    questions:
      - prompt: When did the present leader of the resistance front begin?
        answer: 2019
      - prompt: In which year was the son named the successor of his father?
        answer: 2019
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint, Severity
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.banks.wording import Words, ask_nearly_the_same, longest, telling, without_article

_ANCHORS = 3
"""Of two prompts that are nearly the same, one of so many longest words is in both."""
_AT_MOST = 20
"""Questions that one is compared with for each of these words."""


class SameQuestion(Rule):
    """Nothing is asked twice."""

    code = "same-question"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._earlier: dict[tuple[tuple[Words, ...], str], list[tuple[str, int]]] = {}

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a question that one before it asks, too."""
        asked = entry.asked
        if asked is None or asked.kind in {"cloze", "outline"}:
            return
        place = entry.place("prompt")
        answer = tuple(map(without_article, asked.key()))
        lines = set()
        for word in longest(telling(asked.prompt), _ANCHORS):
            same = self._earlier.setdefault((answer, word), [])
            lines |= {line for other, line in same if ask_nearly_the_same(asked.prompt, other)}
            if len(same) < _AT_MOST:
                same.append((asked.prompt, place.line))
        if lines:
            yield Complaint(
                place,
                f"The question on line {min(lines)} asks nearly the same and has the same answer.",
                "Keep the better one, and list the other's id under `retired`.",
            )
