"""A bank has several sources, and a question does not say which one it quotes.

Why: A quote is looked for in one text. Where there are several, the wrong one may hold it by
chance, and the learner would be shown that as the proof.

Fails:

    sources:
      article: {title: An article, file: sources/article.txt}
      book: {title: A book, file: sources/book.txt}
    questions:
      - quote: is leading the NRF

Passes:

    sources:
      article: {title: An article, file: sources/article.txt}
      book: {title: A book, file: sources/book.txt}
    questions:
      - quote: is leading the NRF
        source: article
      - quote: Panjshir is a valley
        source: book
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.rule import QuestionEntry, Rule


class UnnamedSource(Rule):
    """A quote has one source."""

    code = "unnamed-source"

    def before(self) -> Iterator[Complaint]:
        """Complains where `source` is needed under `untested` and not there."""
        for entry in self.bank.untested:
            yield from self.question(entry)

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains where `source` is needed and not there."""
        if len(self.bank.sources) > 1 and entry.scalar("source") is None:
            yield Complaint(
                entry.node.place,
                f"The bank has {len(self.bank.sources)} sources, and this entry names none.",
                self._advice(entry),
            )

    def _advice(self, entry: QuestionEntry) -> str:
        """Names the source that has the entry's quotes, if one has."""
        quotes = [quote.text for quote in entry.scalars("quote")]
        for name, source in self.bank.sources.items():
            if quotes and source.text and all(source.text.find(quote) for quote in quotes):
                return f"Add `source: {name}`: its quote stands there."
        return f"Add `source: {next(iter(self.bank.sources))}`, or another of them."
