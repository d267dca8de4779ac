"""Looks for a quote in a source, blind to white space and to the shape of quotation marks.

Nothing else is forgiven: case, dashes and spelling are as the source has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

_MARKS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
    }
)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
"""What `str.isalnum` holds of every character: what a quote may not cut."""
LONG = 50_000
"""Characters from which on it takes less time to index a text's words than to go through it."""


def folded(text: str) -> str:
    """`text` with runs of white space as one space and with straight quotation marks."""
    return " ".join(text.translate(_MARKS).split())


class FoldedText:
    """A source's text and its folded form, with the way back from one to the other.

    long: from how many characters on its words are indexed.
    """

    def __init__(self, text: str, long: int = LONG) -> None:
        self.text = text
        self._long = long
        straight = text.translate(_MARKS)
        self.folded = _SPACE.sub(" ", straight)
        # After each run of white space that folding shortened: where it ends in the folded text,
        # and by how much the text has been shortened up to there.
        self._ends = [0]
        self._cut = [0]
        cut = 0
        for match in _SPACE.finditer(straight):
            length = match.end() - match.start()
            if length > 1:
                cut += length - 1
                self._ends.append(match.end() - cut)
                self._cut.append(cut)

    def original(self, position: int) -> int:
        """Where in the text the character at `position` of the folded text stands."""
        return position + self._cut[bisect_right(self._ends, position) - 1]

    def find(self, quote: str) -> tuple[int, int] | None:
        """Start and end in the text of the first place where `quote` stands, in whole words."""
        wanted = folded(quote)
        if not wanted:
            return None
        for at in self._candidates(wanted):
            end = at + len(wanted)
            if not self._cuts_word(at) and not self._cuts_word(end):
                return self.original(at), self.original(end - 1) + 1
        return None

    def _candidates(self, wanted: str) -> Iterator[int]:
        """Where `wanted` stands in the folded text, in order, be it within words."""
        rarest = self._rarest_word(wanted) if len(self.folded) >= self._long else None
        if rarest is None:
            at = self.folded.find(wanted)
            while at >= 0:
                yield at
                at = self.folded.find(wanted, at + 1)
            return
        word, ahead = rarest
        for place in self._places.get(word, ()):
            if place >= ahead and self.folded.startswith(wanted, place - ahead):
                yield place - ahead

    def _rarest_word(self, wanted: str) -> tuple[str, int] | None:
        """The word of `wanted` that the text has least often, and how far into it it stands."""
        words = ((match[0], match.start()) for match in _WORD.finditer(wanted))
        return min(words, key=lambda word: len(self._places.get(word[0], ())), default=None)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word begins: a long text is not gone through for every quote."""
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.folded):
            places.setdefault(match[0], []).append(match.start())
        return places

    def _cuts_word(self, position: int) -> bool:
        if not 0 < position < len(self.folded):
            return False
        return self.folded[position - 1].isalnum() and self.folded[position].isalnum()
