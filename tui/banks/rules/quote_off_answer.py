"""No quote shares a word with the answer that it is to prove.

That is asked of choices, multiple choices, short answers, clozes and lists: there the answer is in
words. Numbers may be written out in the source, and a name may be spelled or shortened otherwise.

Why: The learner who doubts an answer is shown the quote. One that speaks of something else settles
nothing, and is often a sign that the quote of another question was copied.

Fails:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: Panjshir is a valley

Passes:

    questions:
      - kind: short
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.answers import accepted_texts
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule
from tui.banks.wording import telling

_SAME_START = 4
"""Letters after which two words count as forms of one, such as "recognised" and "recognition"."""


class QuoteOffAnswer(Rule):
    """A proof speaks of what it proves."""

    code = "quote-off-answer"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a question none of whose quotes has a word of its answer."""
        asked = entry.asked
        if asked is None or any(span is None for _, span in entry.proofs):
            return
        texts = accepted_texts(asked)
        wanted = _starts(texts)
        if (
            wanted
            and wanted.isdisjoint(_starts(asked.quotes))
            and not _abbreviated(texts, asked.quotes)
        ):
            yield Complaint(
                entry.place("quote", 0)
                if not isinstance(asked.quote, str)
                else entry.place("quote"),
                "The quote has no word of the answer.",
                "Quote the passage that proves the answer, or take the answer's words from it.",
            )


def _starts(texts: tuple[str, ...]) -> set[str]:
    return {word[:_SAME_START] for text in texts for word in telling(text)}


def _abbreviated(answers: tuple[str, ...], quotes: tuple[str, ...]) -> bool:
    """Whether a quote has the initials of an answer, or the other way round."""
    said, wanted = " ".join(quotes), " ".join(answers)
    return bool(
        {_initials(text) for text in answers} & set(said.casefold().split())
        or {_initials(text) for text in quotes} & set(wanted.casefold().split())
    )


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.casefold().split())
