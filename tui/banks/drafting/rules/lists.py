"""Lists with bullets or numbers: two to six points under a heading or after a colon.

A list ends where its numbering doesn't go on, and before a numbered heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from tui.banks.drafting.candidate import Candidate, Item
from tui.banks.drafting.gaps import quoted
from tui.banks.drafting.source import SourceSentences, Told
from tui.banks.drafting.wording import LITTLE, WORD, count_word
from tui.banks.sentences import Part

_FEWEST, _MOST = 2, 6
_MARK = re.compile(r"\s*\S{1,4}\s+")
"""What stands before a point on its line."""
_LONGEST_ITEM = 25
"""Words of a point's first sentence."""


_IN_ORDER = re.compile(
    r"\b(?:in|by) (?:this|that|the following|the (?:right|given|same)) (?:order|sequence)\b|"
    r"\bsteps\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 8
"""Words of a numbered line that may be a heading."""


def find(source: SourceSentences) -> Iterator[Candidate]:
    """One for each list."""
    before: Told | None = None
    known = {each.number for each in source.told}
    parts = [
        (is_item, list(group))
        for is_item, group in groupby(source.all, lambda each: each.part is Part.ITEM)
    ]
    lone = [group for is_item, group in parts if is_item and len(group) == 1]
    headings = {int(number) for group in lone if (number := _number(_front(group[0], source)))}
    for is_item, group in parts:
        if not is_item:
            before = group[-1]
            continue
        for run in _runs(group, source, headings):
            if all(each.number in known for each in run):
                yield from _asked(_points(run, source), before)
            before = run[-1]


def _runs(group: list[Told], source: SourceSentences, headings: set[int]) -> list[list[Told]]:
    """The lists that follow one another without text between them.

    headings: numbers that stand before lone lines of the source.
    """
    runs: list[list[Told]] = []
    indent, number, previous = -1, "", group[0]
    for each in group:
        front = _front(each, source)
        if _MARK.fullmatch(front):
            at, own = len(front) - len(front.lstrip()), _number(front)
            goes_on = not own or (bool(number) and int(own) == int(number) + 1)
            is_other = at == indent and (bool(own) != bool(number) or not goes_on)
            if not runs or is_other or _is_heading(each, previous, own, group, headings):
                runs.append([])
                indent, number = at, own
            elif at == indent:
                number = own
        runs[-1:] = [[*runs[-1], each]] if runs else [[each]]
        previous = each
    return runs


def _is_heading(
    told: Told, previous: Told, number: str, group: list[Told], headings: set[int]
) -> bool:
    """Whether a point, after `previous`, is a lone short line that is numbered like headings."""
    is_lone = sum(each.paragraph == told.paragraph for each in group) == 1
    if not number or not is_lone or told.paragraph == previous.paragraph:
        return False
    if told.text.endswith((".", ";", ",")) or len(told.text.split()) > _LONGEST_HEADING:
        return False
    # A list whose points stand close together, or a number that goes on from another heading's.
    is_close = len({each.paragraph for each in group if each.number < told.number}) == 1
    has_several = sum(each.number < told.number for each in group) > 1
    return (is_close and has_several) or int(number) - 1 in headings


def _front(told: Told, source: SourceSentences) -> str:
    """What stands before a sentence on its line."""
    return source.source.folded.text[: told.span[0]].rpartition("\n")[2]


def _number(front: str) -> str:
    """The number of a point; '' if it has none."""
    found = re.fullmatch(r"\s*(\d{1,3})[.)]\s+", front)
    return found[1] if found is not None else ""


def _points(sentences: list[Told], source: SourceSentences) -> list[Told]:
    """The first sentence of each point; none of a list within a list."""
    fronts = [_front(each, source) for each in sentences]
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
    is_order = len(texts) > 2 and _IN_ORDER.search(head) is not None
    within = points[0].within
    yield Candidate(
        rule="list",
        sentence=points[0],
        asked=(0, len(points[0].text)),
        worth=76,
        kind="order" if is_order else "list",
        prompt=(
            f"According to {within}, in which order do these stand {place} {quoted(head)}?"
            if is_order
            else f"According to {within}, which {words} points stand {place} {quoted(head)}?"
        ),
        quotes=tuple(texts),
        subject=_subject(head, points),
        items=tuple(Item(text) for text in texts),
    )


def _subject(head: str, points: list[Told]) -> str:
    """What an id is made from: the line above, with a word of the first point if it says little."""
    found = [each for each in re.findall(WORD, head) if each.lower() not in LITTLE]
    if len(found) < 2:
        own = [each for each in re.findall(WORD, points[0].text) if each.lower() not in LITTLE]
        found += own[:2]
    return " ".join(found)
