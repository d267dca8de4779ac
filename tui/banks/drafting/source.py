"""A source as the rules see it: its sentences, numbered, with what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tui.banks.drafting.titles import named
from tui.banks.drafting.wording import UNTITLED, WORD
from tui.banks.proof import SourceText
from tui.banks.rule import Span
from tui.banks.sentences import Part, sentences

LONGEST = 1000
"""Characters of a sentence that may be asked about: what is longer is a table or no prose."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a source.

    number: from 1, headings not counted; 0 for a heading. line: where it begins, from 1. text:
    white space folded. span: where it stands in the source's text. heading: the last one above it,
    or ''. paragraph: the number of its paragraph. within: what a prompt calls the source.
    """

    number: int
    line: int
    part: Part
    text: str
    span: Span
    heading: str
    paragraph: int
    within: str = UNTITLED


class SourceSentences:
    """The sentences of a source's text, with its headings.

    left_out: stretches of the text that no question is meant to test. title: the source's, by which
    prompts name it, so that they can be understood among questions of other banks.
    """

    def __init__(self, text: SourceText, left_out: tuple[Span, ...] = (), title: str = "") -> None:
        self.source = text
        self._left_out = left_out
        self.all = tuple(_told(text, named(title)))

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The sentences that may be asked about.

        Not headings, what is left out on purpose, and what is too long to be one.
        """
        left_out = {each.number for span in self._left_out for each in self.at(span)}
        return tuple(
            each
            for each in self.all
            if each.number and each.number not in left_out and len(each.text) <= LONGEST
        )

    def at(self, span: Span) -> Iterator[Told]:
        """The sentences and headings that share a character with `span`."""
        for each in self.all[bisect_right(self._ends, span[0]) :]:
            if each.span[0] >= span[1]:
                break
            yield each

    @cached_property
    def _ends(self) -> list[int]:
        return [each.span[1] for each in self.all]

    @cached_property
    def word_counts(self) -> Counter[str]:
        """How often each word stands in the text, by its spelling; endings such as ’s cut off."""
        found = re.findall(WORD, self.source.folded.text)
        return Counter(re.sub(r"[’']s?$", "", word) for word in found)


def _told(source: SourceText, within: str) -> list[Told]:
    text = source.folded.text
    breaks = [match.start() for match in re.finditer("\n", text)]
    paragraphs = source.paragraphs()
    starts = [start for start, _ in paragraphs]
    found: list[Told] = []
    number, heading = 0, ""
    for each in sentences(text, paragraphs):
        told = " ".join(text[each.start : each.end].split())
        is_heading = each.part is Part.HEADING
        if is_heading:
            heading = told.lstrip("# ")
        else:
            number += 1
        found.append(
            Told(
                number=0 if is_heading else number,
                line=bisect_left(breaks, each.start) + 1,
                part=each.part,
                text=told,
                span=(each.start, each.end),
                heading=heading,
                paragraph=bisect_left(starts, each.start + 1),
                within=within,
            )
        )
    return found
