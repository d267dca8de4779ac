"""A source is quoted by no question.

Why: Either the questions on it are still to be written, or the source is left over: then its text
is carried about, checked and attributed for nothing.

Fails:

    sources:
      article: {title: An article, file: sources/article.txt}
      book: {title: A book, file: sources/book.txt}
    questions:
      - source: article

Passes:

    sources:
      article: {title: An article, file: sources/article.txt}
    questions:
      - quote: is leading the NRF
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.complaints import nearest
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import BankContext, QuestionEntry, Rule


class UnusedSource(Rule):
    """A source is there to be quoted."""

    code = "unused-source"
    severity = Severity.WARNING

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._unused = dict(bank.sources)

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Notes which source is quoted; has nothing to complain of."""
        named = entry.scalar("source")
        source = entry.source
        if source is not None:
            self._unused.pop(source.id, None)
        elif named is not None:
            self._unused.pop(nearest(named.text, self.bank.sources), None)  # misspelt
        else:
            self._unused.clear()  # any of them may have been meant
        yield from ()

    def after(self) -> Iterator[Complaint]:
        """Complains of the sources that were not quoted."""
        for source in self._unused.values():
            yield Complaint(
                source.place,
                f"No question quotes the source “{one_line(source.id, 40)}”.",
                "Quote it, or take it out.",
            )
