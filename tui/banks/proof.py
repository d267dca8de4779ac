"""The proof of an answer: a quote, in the paragraph of its source that it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tui.banks.folding import FoldedText, folded

WRAPPED_AT = 100
"""A text with no longer line, and with blank lines between paragraphs, counts as hard-wrapped."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote as its source spells it, with the paragraph before and after it.

    White space is folded; the three texts, one after the other, are the paragraph.
    """

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True)
class ProvenQuote:
    """A quote, its passage and where it is from.

    before and after are '' where the source's text is not at hand.
    """

    source_title: str
    author: str
    url: str
    before: str
    quote: str
    after: str


class SourceText:
    """A source's text, ready to be searched for quotes."""

    def __init__(self, text: str) -> None:
        self.folded = FoldedText(text)
        self._gaps = _gaps(text)

    def find(self, quote: str) -> tuple[int, int] | None:
        """Start and end of `quote` in the text, or None if it is not there word for word."""
        return self.folded.find(quote)

    def paragraphs(self) -> list[tuple[int, int]]:
        """Start and end of every paragraph, in order; some may be blank."""
        return _between(self._gaps, len(self.folded.text))

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """Start and end of the paragraphs that the text from `start` to `end` is in."""
        after = bisect_right(self._gaps, start, key=lambda gap: gap[1])
        first = self._gaps[after - 1][1] if after else 0
        # A quote may run over a gap; its passage then ends with the paragraph that it ends in.
        while after < len(self._gaps) and self._gaps[after][0] < end:
            after += 1
        last = self._gaps[after][0] if after < len(self._gaps) else len(self.folded.text)
        return first, last

    def passage(self, span: tuple[int, int]) -> Passage:
        """The text of `span` in its paragraph."""
        text = self.folded.text
        start, end = span
        first, last = self.paragraph(start, end)
        return Passage(
            before=_spaces_folded(text[first:start]).lstrip(),
            quote=_spaces_folded(text[start:end]),
            after=_spaces_folded(text[end:last]).rstrip(),
        )


def passage(source_text: str, quote: str) -> Passage:
    """The passage of `source_text` around `quote`; the quote alone if it does not stand there."""
    source = SourceText(source_text)
    span = source.find(quote)
    return source.passage(span) if span else Passage("", folded(quote), "")


def paragraphs(source_text: str) -> list[tuple[int, int]]:
    """Start and end of every paragraph, in order, some blank: without what finding quotes takes."""
    return _between(_gaps(source_text), len(source_text))


def _gaps(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _gap(text).finditer(text)]


def _between(gaps: list[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    ends = [gap[0] for gap in gaps]
    starts = [gap[1] for gap in gaps]
    return list(zip([0, *starts], [*ends, end], strict=True))


def _spaces_folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _gap(text: str) -> re.Pattern[str]:
    """What parts paragraphs in `text`: blank lines where it is hard-wrapped, else line breaks."""
    blank_line = re.compile(r"\n(?:[^\S\n]*\n)+")
    has_gaps = blank_line.search(text.strip()) is not None
    is_wrapped = has_gaps and max(map(len, text.split("\n"))) <= WRAPPED_AT
    return blank_line if is_wrapped else re.compile(r"\n")
