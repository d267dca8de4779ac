"""Looks for a quote in a source, blind to white space and to the shape of quotation marks.

Nothing else is forgiven: case, dashes and spelling are as the source has them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

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


def folded(text: str) -> str:
    """`text` with runs of white space as one space and with straight quotation marks."""
    return " ".join(text.translate(_MARKS).split())


class FoldedText:
    """A source's text and its folded form, with the way back from one to the other."""

    def __init__(self, text: str) -> None:
        self.text = text
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
        at = self.folded.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if not self._cuts_word(at) and not self._cuts_word(end):
                return self.original(at), self.original(end - 1) + 1
            at = self.folded.find(wanted, at + 1)
        return None

    def _cuts_word(self, position: int) -> bool:
        if not 0 < position < len(self.folded):
            return False
        return self.folded[position - 1].isalnum() and self.folded[position].isalnum()
