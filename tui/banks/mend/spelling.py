"""Finds a quote in its source by its letters, blind to white space and to the shape of marks.

Blinder than the check is, and only there to say what was meant: no white space counts at all, nor
do characters that show nothing, the shape of quotation marks, dashes and ellipses, or whether an
accent is a character of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property

from tui.banks.characters import FORBIDDEN, REPLACEMENT
from tui.banks.proof import SourceText

_SINGLE = "'‘’‚‛‹›`´ʼ′"
_DOUBLE = '"“”„‟«»″'
_MARKS = {**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"')}
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\N{SOFT HYPHEN}]\s+(?=[^\W\d_])")
"""A hyphen that parts a word over two lines."""


class Letters:
    """What counts of a text, and where each character of it stands there.

    joined: words that are parted by a hyphen and white space are whole.
    """

    def __init__(self, text: str, *, joined: bool) -> None:
        found = list(_letters(text, joined))
        self.text = "".join(letter for letter, _ in found)
        self.places = [place for _, place in found]


class SourceLetters:
    """A source, to look for quotes in that it does not have word for word."""

    def __init__(self, source: SourceText) -> None:
        self._source = source

    def spelled(self, quote: str) -> str | None:
        """`quote` as the source spells it, on one line.

        None if it is not there, or there in two spellings, or in one that a bank can't hold.
        """
        found = self._spellings(quote, self._letters, joined=False)
        found = found or self._spellings(quote, self._joined, joined=True)
        if len(found) != 1:
            return None
        spelling = found.pop()
        if FORBIDDEN.search(spelling) or REPLACEMENT in spelling:
            return None
        return spelling if self._source.find(spelling) else None

    def _spellings(self, quote: str, within: Letters, *, joined: bool) -> set[str]:
        wanted = Letters(quote, joined=joined).text
        found: set[str] = set()
        if not any(map(str.isalnum, wanted)):
            return found
        text = self._source.folded.text
        at = within.text.find(wanted)
        while at >= 0:
            begin, end = within.places[at], within.places[at + len(wanted) - 1] + 1
            if _is_whole(text, begin, end):
                found.add(" ".join(text[begin:end].split()))
            at = within.text.find(wanted, at + 1)
        return found

    @cached_property
    def _letters(self) -> Letters:
        return Letters(self._source.folded.text, joined=False)

    @cached_property
    def _joined(self) -> Letters:
        return Letters(self._source.folded.text, joined=True)


def _letters(text: str, joined: bool) -> Iterator[tuple[str, int]]:
    breaks = {place for match in _BROKEN.finditer(text) for place in range(*match.span())}
    last_dash = -2
    for place, character in enumerate(text):
        if joined and place in breaks:
            continue
        if character.isascii() and character.isalnum():
            yield character, place
        elif character in _MARKS:
            yield _MARKS[character], place
        elif character == "…":
            yield from ((".", place) for _ in range(3))
        elif _is_dash(character):
            if place != last_dash + 1:
                yield "-", place
            last_dash = place
        elif not _shows_nothing(character):
            yield from ((part, place) for part in unicodedata.normalize("NFD", character))


def _is_dash(character: str) -> bool:
    return character in "-\N{MINUS SIGN}" or unicodedata.category(character) == "Pd"


def _shows_nothing(character: str) -> bool:
    is_selector = "\N{VARIATION SELECTOR-1}" <= character <= "\N{VARIATION SELECTOR-16}"
    return character.isspace() or is_selector or unicodedata.category(character) == "Cf"


def _is_whole(text: str, begin: int, end: int) -> bool:
    """Whether no word is cut where the text from `begin` to `end` begins or ends."""
    if end < len(text) and unicodedata.category(text[end]).startswith("M"):
        return False
    return not (_parted(text, begin) or _parted(text, end))


def _parted(text: str, position: int) -> bool:
    return 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum()
