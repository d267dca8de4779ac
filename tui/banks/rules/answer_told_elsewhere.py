"""The answer of a question stands in the prompt of another on its topic, which a session shows too.

That is told where the answer of a choice or a short answer, of two words or more, stands word for
word in the other prompt, and the two prompts share a word that says what they are about. Of a name
of one word that is told where they share two: it comes up in other names, too. Where the long form
of an abbreviation is asked for, any other prompt that has it tells it.

Why: Questions of one topic come in one session. The learner reads the answer in one of them and
types it in the other, and both count as known.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF as a guerrilla force?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
      - prompt: When did Ahmad Massoud make the NRF a guerrilla force?

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF as a guerrilla force?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
      - prompt: When did the NRF get its leader as a guerrilla force?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.answers import right_texts
from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Place, Severity
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.banks.wording import Words, names, telling, without_article, words

_ABBREVIATION = re.compile(
    r"\b(?:stands?|stood) for\b|\b(?:full form|long form|in full|short for|abbreviat\w+|acronym)\b",
    re.IGNORECASE,
)
"""How a prompt asks for the long form of an abbreviation."""
_LONGEST = 8
"""Words of an answer that is looked for."""
_SHORTEST_NAME = 4
"""Letters of a name that is looked for."""
_SHARED, _SHARED_NAME = 1, 2
"""Telling words that the two prompts share, beyond those of the answer; for a name of one word."""
_AT_MOST = 20
"""Questions with the same answer that a prompt is compared with."""


class AnswerToldElsewhere(Rule):
    """No question gives away another."""

    code = "answer-told-elsewhere"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._prompts: list[tuple[str, str, Place]] = []
        self._by_answer: dict[tuple[str, Words], list[tuple[str, str, Place]]] = {}

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Notes the prompt and the answer; has nothing to complain of."""
        asked = entry.asked
        if asked is not None:
            self._prompts.append((asked.topic, asked.prompt, entry.place("prompt")))
            if asked.kind in {"choice", "short"}:
                for text in right_texts(asked):
                    wanted = without_article(text)
                    if _is_telling(text, wanted):
                        same = self._by_answer.setdefault((asked.topic, wanted), [])
                        if len(same) < _AT_MOST:
                            same.append((text, asked.prompt, entry.place("prompt")))
        yield from ()

    def after(self) -> Iterator[Complaint]:
        """Complains of prompts that hold the answer of another question."""
        for topic, prompt, place in self._prompts:
            for text, other, line in dict.fromkeys(self._told(topic, prompt)):
                about = telling(prompt) & telling(other)
                least = _SHARED if len(without_article(text)) > 1 else _SHARED_NAME
                if _ABBREVIATION.search(other):
                    least = 0
                if other != prompt and len(about - telling(text)) >= least:
                    yield Complaint(
                        place,
                        f"This gives away “{one_line(text, 60)}”, the answer of the question on "
                        f"line {line.line}.",
                        "Describe it here instead of naming it, or ask for something else there.",
                    )

    def _told(self, topic: str, prompt: str) -> Iterator[tuple[str, str, Place]]:
        shown, named = words(prompt), names(prompt)
        for at in range(len(shown)):
            for end in range(at + 1, min(at + _LONGEST, len(shown)) + 1):
                # An answer of one word begins with a capital, name or not: the prompt tells.
                if end > at + 1 or shown[at] in named:
                    yield from self._by_answer.get((topic, shown[at:end]), ())


def _is_telling(text: str, wanted: Words) -> bool:
    """Whether an answer can be told by its wording: two words or more, or a name."""
    if len(wanted) > 1:
        return bool(telling(text))
    name = "".join(text.rsplit(maxsplit=1)[-1:])
    return len(name) >= _SHORTEST_NAME and name[0].isupper()
