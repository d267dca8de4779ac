"""A quote is far longer than what it proves: more than 60 words, and ten for each of the answer's.

Outlines are left out: their answer is an essay.

Why: The learner is shown the quote as the proof of the answer. In a page of text the proof has to
be looked for, and few do.

Fails:

    sources:
      book: {title: A book, file: sources/book.txt}
    questions:
      - kind: short
        prompt: What is mined in Panjshir?
        answer: Emeralds
        quote: Panjshir is a valley. The river in it has the name of the
          valley, and flows to the south-west, where it meets the Ghorband and
          goes on to the Kabul River. Those who live there grow wheat,
          mulberries and walnuts on narrow terraces, and dig for emeralds in
          the mountains above them. A road leads along the river up to the
          Anjuman Pass, which is closed by snow from the late autumn to the
          spring.

Passes:

    sources:
      book: {title: A book, file: sources/book.txt}
    questions:
      - kind: short
        prompt: What is mined in Panjshir?
        answer: Emeralds
        quote: and dig for emeralds in the mountains
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule

_LONG = 60
"""Words."""
_TIMES = 10
"""A long quote with so many words for each word of the answer is too long."""


class LongQuote(Rule):
    """A proof is found at a glance."""

    code = "long-quote"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of each quote that is too long for the answer."""
        asked = entry.asked
        if asked is None or asked.kind == "outline":
            return
        proved = asked.prompt if asked.kind == "truefalse" else asked.right_answer()
        for quote in entry.scalars("quote"):
            count = len(quote.text.split())
            if count > _LONG and count > _TIMES * len(proved.split()):
                yield Complaint(
                    quote.place,
                    f"The quote has {count} words, far more than its answer.",
                    "Quote the words that prove it; the paragraph is shown around them.",
                )
