"""A wrong answer of a question is right by another one of its topic that asks nearly the same.

Why: One of the two keys is wrong, or the prompts don't say what sets them apart. Either way a
learner who is right in one question is told that it is wrong in the other.

Fails:

    questions:
      - kind: short
        prompt: Who is leading the resistance front?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
        mistakes:
          Ahmad Shah Massoud: That is his father.
      - kind: short
        prompt: Who was leading the resistance front?
        answer: Ahmad Shah Massoud
        quote: The NRF was led by Ahmed Shah Massoud

Passes:

    questions:
      - kind: short
        prompt: Who is leading the resistance front?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
        mistakes:
          Ahmad Shah Massoud: That is his father.
      - kind: short
        prompt: Who was known as a lion?
        answer: Ahmad Shah Massoud
        quote: The NRF was led by Ahmed Shah Massoud
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.answers import accepted_texts
from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Place, Severity
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.banks.wording import Words, ask_nearly_the_same, without_article

_AT_MOST = 20
"""Questions with the same answer that a mistake is compared with."""

Key = tuple[str, Words]
"""A topic and the words of an answer."""


class MistakeRightElsewhere(Rule):
    """Questions agree with each other."""

    code = "mistake-right-elsewhere"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._right: dict[Key, list[tuple[str, int]]] = {}
        self._wrong: list[tuple[Key, str, str, Place]] = []

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Notes what the question calls right and wrong; has nothing to complain of."""
        asked = entry.asked
        if asked is not None:
            line = entry.node.place.line
            for text in accepted_texts(asked):
                same = self._right.setdefault((asked.topic, without_article(text)), [])
                if len(same) < _AT_MOST:
                    same.append((asked.prompt, line))
            for text in asked.mistakes:
                key = asked.topic, without_article(text)
                self._wrong.append((key, text, asked.prompt, entry.place("mistakes", text)))
        yield from ()

    def after(self) -> Iterator[Complaint]:
        """Complains of mistakes that another question calls right."""
        for key, text, prompt, place in self._wrong:
            for other, line in self._right.get(key, ()):
                if ask_nearly_the_same(prompt, other):
                    yield Complaint(
                        place,
                        f"“{one_line(text, 60)}” is right by the question on line {line}, which "
                        "asks nearly the same.",
                        "Mend the key of one, or word the prompts so that they differ.",
                    )
                    break
