"""Lists with bullets or numbers: two to six points under a heading or after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tui.banks.drafting.candidate import Candidate, Item
from tui.banks.drafting.gaps import quoted
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import count_word
from tui.banks.sentences import Part

_FEWEST, _MOST = 2, 6
_MARK = re.compile(r"\s*\S{1,4}\s+")
"""What stands before a point on its line."""
_LONGEST_ITEM = 25
"""Words of a point's first sentence."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each list."""
    before: Told | None = None
    told = source.told
    known = {each.number for each in told}
    for is_item, group in groupby(source.all, lambda each: each.part is Part.ITEM):
        sentences = list(group)
        if is_item and all(each.number in known for each in sentences):
            yield from _asked(_points(sentences, source), before)
        before = sentences[-1]


def _points(sentences: list[Told], source: SourceSentences) -> list[Told]:
    """The first sentence of each point; none of a list within a list."""
    text = source.source.folded.text
    fronts = [text[: each.span[0]].rpartition("\n")[2] for each in sentences]
    marked = [
        (front, each)
        for front, each in zip(fronts, sentences, strict=True)
        if _MARK.fullmatch(front)
    ]
    indents = {len(front) - len(front.lstrip()) for front, _ in marked}
    return [each for _, each in marked] if len(indents) == 1 else []


def _asked(points: list[Told], before: Told | None) -> Iterator[Candidate]:
    texts = [point.text.rstrip(" .;,") for point in points]
    if not _FEWEST <= len(texts) <= _MOST or before is None:
        return
    if any(len(text.split()) > _LONGEST_ITEM or ": " in text for text in texts):
        return
    if len({text.casefold() for text in texts}) < len(texts):
        return
    head = before.text.lstrip("# ").rstrip(" :")
    if len(head.split()) > 20:
        return
    words = count_word(len(texts))
    place = "under" if before.part is Part.HEADING else "after"
    yield Candidate(
        rule="list",
        sentence=points[0],
        asked=(0, len(points[0].text)),
        worth=76,
        kind="list",
        prompt=f"Which {words} points does the text list {place} {quoted(head)}?",
        quotes=tuple(texts),
        subject=head,
        items=tuple(Item(text) for text in texts),
    )
