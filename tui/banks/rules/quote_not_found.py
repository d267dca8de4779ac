"""A quote does not stand in its source word for word.

White space and the shape of quotation marks don't count; everything else does.

Why: The quote is the proof. A passage that the source does not have proves nothing, and the learner
can't be shown where it stands. Mostly it is a slip of typing; sometimes the source says something
else.

Fails:

    questions:
      - quote: his son, Ahmad Massoud, leads the NRF

Passes:

    questions:
      - quote: his son, Ahmed Massoud, is leading the NRF
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.banks.characters import one_line
from tui.banks.finding import Complaint
from tui.banks.nodes import Scalar
from tui.banks.rule import BankContext, QuestionEntry, Rule
from tui.banks.sources import LoadedSource

if TYPE_CHECKING:
    from tui.banks.nearest import WordIndex


class QuoteNotFound(Rule):
    """Every answer can be proved."""

    code = "quote-not-found"

    def __init__(self, bank: BankContext) -> None:
        super().__init__(bank)
        self._words: dict[str, WordIndex] = {}

    def before(self) -> Iterator[Complaint]:
        """Complains of each quote under `untested` that is not in the source."""
        for entry in self.bank.untested:
            yield from self.question(entry)

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of each quote that is not in the source, and shows what is most like it."""
        source = entry.source
        for quote, span in entry.proofs:
            if span is None and source is not None:
                message = f"The quote is not in the source “{source.id}” word for word."
                advice = (
                    self._elsewhere(source, quote)
                    or _without_markup(source, quote)
                    or self._nearest(source, quote)
                )
                yield Complaint(quote.place, message, advice)

    def _elsewhere(self, source: LoadedSource, quote: Scalar) -> str:
        """Says which other source of the bank has the quote; '' if none has."""
        for other in self.bank.sources.values():
            if other is not source and other.text is not None and other.text.find(quote.text):
                return f"It stands in the source “{other.id}”: write `source: {other.id}`."
        return ""

    def _nearest(self, source: LoadedSource, quote: Scalar) -> str:
        from tui.banks.nearest import WordIndex

        if source.id not in self._words and source.text is not None:
            self._words[source.id] = WordIndex(source.text.folded)
        near = self._words[source.id].nearest(quote.text)
        if near is None:
            return "Nothing like it stands there: copy the passage from the source."
        help_text = f"Nearest, on line {near.line} of {source.file}: “{one_line(near.text, 300)}”."
        if near.in_quote and near.in_source:
            return f"{help_text} There it is “{near.in_source}”, not “{near.in_quote}”."
        if near.in_quote:
            return f"{help_text} It has no “{near.in_quote}” there."
        if near.in_source:
            return f"{help_text} The quote leaves out “{near.in_source}”."
        return f"{help_text} Look at the punctuation and where the words end."


def _without_markup(source: LoadedSource, quote: Scalar) -> str:
    """What is said of a quote that is there but for the stars or underscores of Markdown."""
    signs = [sign for sign in "*_" if sign in quote.text]
    for dropped in (*signs, "*_"):
        bare = quote.text.translate({ord(sign): "" for sign in dropped})
        if signs and bare.strip() and source.text is not None and source.text.find(bare):
            named = _SIGNS[dropped]
            return f"The {named} are not in the source: write “{one_line(bare, 300)}”."
    return ""


_SIGNS = {"*": "stars", "_": "underscores", "*_": "stars and underscores"}
