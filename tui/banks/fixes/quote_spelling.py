"""A quote that has the words of its source, but not its white space or the shape of its marks.

It becomes what the source has, if that stands there in one spelling only. Words are never changed:
what counts as the same is said in `tui/banks/mend/spelling.py`.

Before:

    questions:
      - id: leader-today
        kind: short
        topic: nrf
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: After his death,his son , Ahmed Mas- soud, is leading the NRF .

After:

    questions:
      - id: leader-today
        kind: short
        topic: nrf
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: After his death, his son, Ahmed Massoud, is leading the NRF.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.mend.change import SetText
from tui.banks.mend.fix import Fix, Patient
from tui.banks.mend.spelling import SourceLetters
from tui.banks.nodes import Mapping, Path, Scalar, Sequence
from tui.banks.rule import QuestionEntry

FIELD = "quote"


class QuoteSpelling(Fix):
    """A quote is spelled as its source spells it."""

    codes = ("quote-not-found",)

    def __init__(self, bank: Patient) -> None:
        super().__init__(bank)
        self._letters: dict[str, SourceLetters] = {}

    def before(self) -> Iterator[SetText]:
        """Looks at the quotes under `untested`."""
        listed = self.bank.context.node.get("untested")
        for number, node in enumerate(listed.items if isinstance(listed, Sequence) else ()):
            if isinstance(node, Mapping):
                yield from self.question(("untested", number), node)

    def question(self, path: Path, node: Mapping) -> Iterator[SetText]:
        """Looks at the quotes of one question that are not found."""
        entry = QuestionEntry(node, self.bank.context)
        lost = {quote.place for quote, span in entry.proofs if span is None}
        for inner, quote in _quotes(node) if lost else ():
            if quote.place in lost:
                spelling = self._spelled(entry, quote)
                if spelling is not None:
                    said = f"quote spelled as in the source: “{one_line(spelling, 60)}”"
                    yield SetText((*path, *inner), spelling, said)

    def _spelled(self, entry: QuestionEntry, quote: Scalar) -> str | None:
        source = entry.source
        if source is None or source.text is None:
            return None
        letters = self._letters.setdefault(source.id, SourceLetters(source.text))
        return letters.spelled(quote.text)


def _quotes(node: Mapping) -> Iterator[tuple[Path, Scalar]]:
    found = node.get(FIELD)
    if isinstance(found, Scalar):
        yield (FIELD,), found
    elif isinstance(found, Sequence):
        for number, item in enumerate(found.items):
            if isinstance(item, Scalar):
                yield (FIELD, number), item
