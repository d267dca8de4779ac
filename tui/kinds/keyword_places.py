"""Finds keywords in a line: where their words stand, slips and spacing forgiven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tui.kinds.distinct import WORDS, opposed
from tui.kinds.names import spelt
from tui.kinds.polarity import clauses, short_clauses
from tui.kinds.reading import NEGATORS, without_articles
from tui.kinds.slips import distance, slips
from tui.kinds.spelling import stem, tokens

Groups = tuple[tuple[str, ...], ...]
"""Groups of keywords. A keyword is a word or several; a trailing * leaves a word's ending open."""

_JOINS_FROM = 7
"""Letters from which a keyword is found though spaced otherwise: "low profile", "lowprofile"."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """One keyword: its words, each with whether its ending is open, and whether it denies."""

    words: tuple[tuple[str, bool], ...]
    denies: bool
    whole: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", "".join(word for word, _ in self.words))


@lru_cache(maxsize=8192)
def keyword(text: str) -> Keyword:
    """Reads a keyword. One that begins with a negation asks for the denial of the rest."""
    parts = without_articles(tuple(word for part in text.split() for word in _parts(part)))
    denies = len(parts) > 1 and parts[0] in NEGATORS and parts[0] != "anti"
    if denies:
        parts = tuple(part for part in parts if part not in NEGATORS) or parts
    return Keyword(tuple(map(_open, parts)), denies)


def _parts(part: str) -> tuple[str, ...]:
    """The words of `part`, the star still on the last."""
    words = tokens(part)
    return (*words[:-1], f"{words[-1]}*") if words and part.endswith("*") else words


def _open(part: str) -> tuple[str, bool]:
    return (part[:-1], True) if part.endswith("*") else (spelt(part), False)


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be matched.

    words: its clauses. starts: the places of the words that begin with a letter.
    """

    words: tuple[str, ...]
    starts: Mapping[str, tuple[int, ...]]

    def places(self, wanted: Keyword) -> tuple[tuple[int, int], ...]:
        """Where the words of `wanted` stand: the first place and the one after the last."""
        if not wanted.words:
            return ()
        first = wanted.words[0][0]
        places = self.starts.get(first[0], ())
        if len(first) > 4 and first[1] in self.starts:
            # The first two letters swapped by a slip.
            places += tuple(
                at for at in self.starts[first[1]] if self.words[at][1:2] == first[0] != first[1]
            )
        if not places:
            return ()
        size = len(wanted.words)
        return tuple(
            (at, at + size) for at in places if self._stand_at(at, wanted.words)
        ) + self._spaced_otherwise(wanted)

    def _stand_at(self, at: int, words: tuple[tuple[str, bool], ...]) -> bool:
        return at + len(words) <= len(self.words) and all(
            _is_word(self.words[at + n], word, is_open) for n, (word, is_open) in enumerate(words)
        )

    def _spaced_otherwise(self, wanted: Keyword) -> tuple[tuple[int, int], ...]:
        """Where two words are written as one or one as two."""
        whole, is_open = wanted.whole, wanted.words[-1][1]
        if len(whole) < _JOINS_FROM:
            return ()
        found = []
        width = 1 if len(wanted.words) > 1 else 2
        for at in self.starts.get(whole[0], ()):
            word = self.words[at]
            if width == 2:
                if not whole.startswith(word) or len(word) == len(whole):
                    continue
                word += self.words[at + 1] if at + 1 < len(self.words) else ""
            if word == whole or (is_open and word.startswith(whole)):
                found.append((at, at + width))
        return tuple(found)


def _is_word(word: str, wanted: str, is_open: bool) -> bool:
    """Whether `word` of a line is the keyword's word `wanted`, slips forgiven."""
    if not is_open:
        return word == wanted or (word[0].isalpha() and slips(word, wanted) is not None)
    if word.startswith((wanted, stem(wanted))) or word.replace("z", "s").startswith(wanted):
        return True
    # A slip within the part that is given, which has to be long enough for one to be forgiven.
    size = len(wanted)
    if size < 6 or not (word.startswith(wanted[: size // 2]) or wanted[size // 2 + 1 :] in word):
        return False
    if word in WORDS or opposed(word, wanted):
        return False
    return any(
        word[cut - 1 : cut] == wanted[-1] and distance(word[:cut], wanted, 1) <= 1
        for cut in (size - 1, size, size + 1)
    )


@lru_cache(maxsize=2048)
def lines_of(text: str) -> tuple[Line, ...]:
    """`text` as it stands, and with full titles in their short form if it has any."""
    return tuple(map(_line, dict.fromkeys((short_clauses(text), clauses(text)))))


def _line(words: tuple[str, ...]) -> Line:
    starts: dict[str, tuple[int, ...]] = {}
    for at, word in enumerate(words):
        starts[word[0]] = (*starts.get(word[0], ()), at)
    return Line(words, starts)
