"""Splits a source's text into what it says: headings, list items and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

LONGEST_HEADING = 15
"""Words that a paragraph without a full stop may have and still count as a heading."""


class Part(StrEnum):
    """What a stretch of a text is."""

    HEADING = "heading"
    ITEM = "item"
    """A sentence of a list's item; an item of several sentences is several of them."""
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a heading: the text from `start` to `end`, without white space around it."""

    part: Part
    start: int
    end: int


def sentences(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Sentence]:
    """The sentences of `text`, in order. paragraphs: start and end of each.

    Every letter and digit is in exactly one of them, but for the numbers of a list's items. A
    sentence never runs over the end of a paragraph or of an item.
    """
    return [
        each
        for start, end in paragraphs
        for is_item, first, last in _blocks(text, start, end)
        for each in _in_block(text, is_item, first, last)
    ]


_ITEM = re.compile(r"^[^\S\n]*(?:[-*•–·▪◦‣]|\d{1,3}[.)]|\(?[a-z]\))[^\S\n]+", re.MULTILINE)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[bool, int, int]]:
    """The paragraph's text before its first item and each of its items without its marker."""
    marks = [match.span() for match in _ITEM.finditer(text, start, end)]
    yield False, start, marks[0][0] if marks else end
    for number, (_, after) in enumerate(marks):
        yield True, after, marks[number + 1][0] if number + 1 < len(marks) else end


def _in_block(text: str, is_item: bool, start: int, end: int) -> Iterator[Sentence]:
    ends = [*_ends(text, start, end), end]
    is_heading = not is_item and _is_heading(text[start:end])
    part = Part.ITEM if is_item else Part.HEADING if is_heading else Part.SENTENCE
    begin = start
    for stop in ends:
        piece = text[begin:stop]
        if re.search(r"[^\W_]", piece):
            first = begin + len(piece) - len(piece.lstrip())
            yield Sentence(part, first, first + len(piece.strip()))
        begin = stop


def _is_heading(block: str) -> bool:
    words = block.split()
    if words and re.fullmatch("#{1,6}", words[0]):
        return True
    if " | " in block:
        return False  # a row of a table tells something, as short as it is
    closed = block.rstrip().rstrip(_CLOSERS).endswith((*_STOPS, ":", ";", ","))
    return len(words) <= LONGEST_HEADING and not closed


_STOPS = tuple(".!?…۔؟।")
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«(["
_LONGEST_WORD = 40
_END = re.compile(rf"[{re.escape(''.join(_STOPS))}]+[{re.escape(_CLOSERS)}]*\s+")


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence ends and another begins."""
    for match in _END.finditer(text, start, end):
        after = text[match.end() : end].lstrip(_OPENERS)
        # Urdu has no capitals: what may not follow is a small letter, not what must is a capital.
        if not after or after[0].islower() or not (after[0].isalnum() or after[0] in "$€£#"):
            continue
        before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
        if match.group().startswith(".") and _is_abbreviation(before, after):
            continue
        yield match.end()


def _is_abbreviation(before: str, after: str) -> bool:
    """Whether a full stop after `before` belongs to its last word, with `after` going on."""
    found = re.search(rf"[^\s{re.escape(_OPENERS)}]*$", before)
    word = found.group().casefold() if found else ""
    following = after.split(maxsplit=1)[0].rstrip(",.;:!?")
    if word in _NEVER_LAST:
        return True
    if word in _BEFORE_NUMBERS:
        return following[:1].isdigit()
    # "J. R. Smith", "the U.S. Army": over only where a word follows that begins sentences.
    if re.fullmatch(r"[^\W\d_](\.[^\W\d_])*", word):
        return following not in _BEGINNERS
    return False


# fmt: off
_NEVER_LAST = frozenset(
    "i.e e.g cf vs viz mr mrs ms dr prof st gen col lt capt maj brig sgt hon gov sen rep rev "  # noqa: SIM905
    "messrs adm cmdr".split()
)
_BEFORE_NUMBERS = frozenset(
    "no nos p pp vol ch art sec fig c ca approx jan feb mar apr jun jul aug sep sept oct nov "  # noqa: SIM905
    "dec".split()
)
_BEGINNERS = frozenset(
    "The A An It Its This That These Those He She They We You I In On At By For From After "  # noqa: SIM905
    "Before But And Or So Yet If When While As However Moreover Thus Then There Now Today "
    "Later".split()
)
