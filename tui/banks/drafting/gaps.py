"""Prompts made of a sentence's own words, which are good English whatever the sentence is."""

from __future__ import annotations

import re

from tui.banks.drafting.source import Told
from tui.banks.drafting.titles import quoted
from tui.banks.drafting.wording import LITTLE, dateline_end

__all__ = ["GAP", "quote_of", "quoted", "with_gap"]

GAP = "____"
_MOST = 34
"""Words beside the gap that a prompt shows at most; a quote has no more either."""
_SHOWN = 10
"""Words beside the gap that a prompt shows at least, where the sentence has so many.

Few, since the rest of the sentence often holds the answer of the next draft.
"""
_PROVING = 5
"""Words beside the answer that a quote has at least, where the sentence has so many."""
_CUT = re.compile(r"[,;:]\s+|\s*[—–]\s*")
_CONNECTIVE = re.compile(
    r"^(?:moreover|likewise|nonetheless|nevertheless|however|thus|therefore|instead|otherwise|"
    r"furthermore|also|similarly|consequently|hence|meanwhile|in addition|as a result|in fact|"
    r"for example|for instance|as observed|of course|finally|on the other hand), ",
    re.IGNORECASE,
)
_EDGES = " ,;:—–-"
_EXPLAINED = re.compile(r"\([A-Z]{2,}s?\)")
"""What gives away the answer of another draft."""
_LEANS_ON_START = re.compile(r"(?:which|who|whose|where|when|and|or|but|of which)\b", re.IGNORECASE)
"""A clause that begins so is understood only with what stands before it."""


def quote_of(sentence: Told, start: int, end: int, told_from: int | None = None) -> str:
    """The clause around what stands from `start` to `end`: enough to prove it.

    told_from: where what has to be told as well begins, if not at `start`.
    """
    first, last = _stretch(sentence.text, start if told_from is None else told_from, end, _PROVING)
    return sentence.text[first:last]


def with_gap(
    sentence: Told, start: int, end: int, gap: str = GAP, told_from: int | None = None
) -> str:
    """The sentence, or what it has around the gap, with a gap from `start` to `end`."""
    first, last = _stretch(sentence.text, start if told_from is None else told_from, end, _SHOWN)
    text = sentence.text
    joined = _CONNECTIVE.match(text[:start])
    if joined is not None and first <= joined.end():
        first = joined.end()
    shown = f"{text[first:start]}{gap}{text[end:last]}"
    whole_from = joined.end() if joined is not None else dateline_end(text)
    before = "… " if first > whole_from else ""
    if not before:
        shown = shown[:1].upper() + shown[1:]
    after = " …" if text[last:].strip(" .!?\"”’'") else text[last:].strip()
    return before + shown + after


def _stretch(text: str, start: int, end: int, wanted: int) -> tuple[int, int]:
    """Start and end of the clauses around a span: so many that they have `wanted` words beside it.

    Never more than _MOST words beside it: a clause that has more is cut.
    """
    told_at = min(dateline_end(text), start)
    cuts = [told_at, *(match.end() for match in _CUT.finditer(text)), len(text)]
    cuts = sorted(cut for cut in cuts if cut >= told_at)
    first = max(cut for cut in cuts if cut <= start)
    last = min(cut for cut in cuts if cut >= end)

    def beside(first: int, last: int) -> int:
        return len(text[first:start].split()) + len(text[end:last].split())

    if beside(first, last) > _MOST:
        first, last = _window(text, start, end, wanted)
    while beside(first, last) < wanted:
        # What follows is taken first: it says what is told, what goes before only when and where.
        right = next((cut for cut in cuts if cut > last), None)
        left = next((cut for cut in reversed(cuts) if cut < first), None)
        if right is not None and beside(first, right) <= _MOST:
            last = right
        elif left is not None and beside(left, last) <= _MOST:
            first = left
        else:
            break
    leans = len(text[first:start].split()) < 2 or _LEANS_ON_START.match(text[first:])
    explains = _EXPLAINED.search(text[told_at:first])
    if leans and not explains and beside(told_at, last) <= _MOST:
        first = told_at  # the name in "The minister, NAME, opened it" needs what stands before
    return _trimmed(text, first, last, start, end)


def _window(text: str, start: int, end: int, words: int) -> tuple[int, int]:
    """So many words on both sides of a span."""
    before = [match.start() for match in re.finditer(r"\S+", text[:start])][-words:]
    following = list(re.finditer(r"\S+", text[end:]))[:words]
    while following and following[-1].group().lower() in LITTLE:
        following.pop()  # "left a political void in" ends in the air
    after = [match.end() for match in following]
    return before[0] if before else start, end + after[-1] if after else end


def _trimmed(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    while first < start and text[first] in _EDGES:
        first += 1
    while last > end and text[last - 1] in _EDGES + ".!?":
        last -= 1
    return first, last
