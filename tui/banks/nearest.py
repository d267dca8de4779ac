"""Finds the passage of a source that a quote was probably taken from."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from tui.banks.folding import FoldedText

CANDIDATES = 4
"""How many places are compared word by word."""

ALIKE = 0.5
"""Share of words in common below which a passage is not worth showing."""


class Near(NamedTuple):
    """A passage like a quote: its text, the line it begins on, and the first words that differ.

    The words are ('', '') where only case or punctuation differs.
    """

    text: str
    line: int
    in_quote: str
    in_source: str


class WordIndex:
    """The words of a source by where they stand."""

    def __init__(self, source: FoldedText) -> None:
        self._source = source
        self._spans: list[tuple[int, int]] = []
        self._words: list[str] = []
        self._places: dict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(source.folded):
            word = match.group().casefold()
            self._places[word].append(len(self._words))
            self._words.append(word)
            self._spans.append(match.span())

    def nearest(self, quote: str) -> Near | None:
        """The passage most like `quote`, or None if nothing is like it."""
        wanted = [word.casefold() for word in _WORD.findall(quote)]
        found = [self._compared(wanted, start) for start in self._starts(wanted)]
        best = max(found, default=None)
        if best is None or best[0] < ALIKE:
            return None
        _, start, end = best
        return self._near(quote, start, end)

    def _starts(self, wanted: list[str]) -> list[int]:
        """Where the quote could begin: each word that both have votes, rare ones more."""
        votes: Counter[int] = Counter()
        for offset, word in enumerate(wanted):
            places = self._places.get(word, [])
            if len(places) > _TOO_COMMON:
                continue
            weight = 1 + 100 // (1 + len(places))
            for place in places:
                # Words left out or added shift the rest: neighbours share their votes.
                for shift in (-1, 0, 1):
                    votes[place - offset + shift] += weight
        return [start for start, _ in votes.most_common(CANDIDATES)]

    def _compared(self, wanted: list[str], start: int) -> tuple[float, int, int]:
        """Likeness from 0 to 1 of the words around `start`, and the words that it is about."""
        slack = 2 + len(wanted) // 4
        first = max(0, start - slack)
        window = self._words[first : max(0, start) + len(wanted) + slack]
        matcher = SequenceMatcher(None, window, wanted, autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        if not blocks:
            return 0.0, first, first
        begin = max(0, first + blocks[0].a - blocks[0].b)
        last = blocks[-1]
        rest = len(wanted) - (last.b + last.size)
        end = min(len(self._words), first + last.a + last.size + rest)
        same = sum(block.size for block in blocks)
        return 2 * same / (len(wanted) + end - begin), begin, end

    def _near(self, quote: str, start: int, end: int) -> Near:
        begin, finish = self._spans[start][0], self._spans[end - 1][1]
        first, last = self._source.original(begin), self._source.original(finish - 1) + 1
        text = re.sub(r"\s+", " ", self._source.text[first:last])
        line = self._source.text.count("\n", 0, first) + 1
        in_quote, in_source = _first_difference(quote, text)
        return Near(text, line, in_quote, in_source)


_WORD = re.compile(r"\w+")
_TOO_COMMON = 2_000


def _first_difference(quote: str, source: str) -> tuple[str, str]:
    """The first words that differ, as they stand there: "65,000", not the words 65 and 000."""
    ours, theirs = list(_WORD.finditer(quote)), list(_WORD.finditer(source))
    words = [word.group() for word in ours], [word.group() for word in theirs]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    for before, after in pairwise([(0, 0, 0), *matcher.get_matching_blocks()]):
        ours_between = ours[before[0] + before[2] : after[0]]
        theirs_between = theirs[before[1] + before[2] : after[1]]
        if ours_between or theirs_between:
            return _stretch(quote, ours_between), _stretch(source, theirs_between)
    return "", ""


def _stretch(text: str, words: list[re.Match[str]]) -> str:
    """`text` from the first of `words` to the last."""
    return text[words[0].start() : words[-1].end()] if words else ""
