"""What the source says: a passage with the quote marked, trimmed to the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import hanging, text, wrapped
from tui.app.marks import QUIET
from tui.banks.proof import ProvenQuote

QUOTE = "bold $text-accent"
BAR = "│ "
LEAST = 3
"""Rows below which a passage is not trimmed."""
WHOLE = 10_000
"""More rows than any passage has."""


class Marked(NamedTuple):
    """Part of a paragraph: what stands before the marked quotes, they themselves, what follows."""

    before: str
    quotes: Content
    after: str


def passage_lines(
    proof: Sequence[ProvenQuote], width: int, rows: int, whole: bool
) -> tuple[list[Content], bool]:
    """The passages that prove an answer, in about `rows` lines; whether something was left out.

    Each source is named once, and quotes of one paragraph are marked in it together. Quotes are
    never cut: where there is no room for all, the first ones are shown, at least one.
    """
    groups = [list(group) for _, group in groupby(proof, key=paragraph_of)]
    if whole or not groups:
        return joined(groups, width, [WHOLE] * len(groups))
    shortest = [len(wrapped(around(marked(group), 0), width - len(BAR))) for group in groups]
    heads = [len(source_lines(group[0], width)) + 1 for group in groups]
    count, used = 0, 0
    for head, least in zip(heads, shortest, strict=True):
        more = 1 if count + 1 < len(groups) else 0
        if count and used + head + least + more > rows:
            break
        used += head + least
        count += 1
    spare = max(0, rows - used)
    rooms = [max(LEAST, least + spare // count) for least in shortest[:count]]
    lines, trimmed = joined(groups[:count], width, rooms)
    if left := len(groups) - count:
        words = "1 more passage" if left == 1 else f"{left} more passages"
        lines.append(Content.styled(f"… {words}", QUIET))
    return lines, trimmed or left > 0


def least_rows(proof: Sequence[ProvenQuote], width: int) -> int:
    """Rows that the shortest form of `passage_lines` takes, found by breaking few of its lines."""
    groups = [list(group) for _, group in groupby(proof, key=paragraph_of)]
    if not groups:
        return 0
    first, inner = groups[0], max(1, width - len(BAR))
    rows = len(wrapped(around(marked(first), 0), inner))
    if rows < LEAST:
        # About as many as the paragraph has: words leave a little of each line empty.
        rows = min(LEAST, 1 + round(len(paragraph_of(first[0])[2]) * 1.06) // inner)
    return len(source_lines(first[0], width)) + rows + (len(groups) > 1)


def joined(
    groups: Sequence[Sequence[ProvenQuote]], width: int, rooms: Sequence[int]
) -> tuple[list[Content], bool]:
    """The passages of `groups`, each in as many lines as `rooms` says; whether one was trimmed."""
    lines: list[Content] = []
    trimmed = False
    named: tuple[str, str] | None = None
    for group, room in zip(groups, rooms, strict=True):
        first = group[0]
        if named != (first.source_title, first.author):
            named = (first.source_title, first.author)
            lines += source_lines(first, width)
        else:
            lines.append(Content.styled(BAR, QUIET))
        passage, cut = fitted(marked(group), width - len(BAR), room)
        trimmed = trimmed or cut
        lines += [Content.assemble((BAR, QUIET), line) for line in passage]
    return lines, trimmed


def paragraph_of(quote: ProvenQuote) -> tuple[str, str, str]:
    """What quotes of one paragraph have in common."""
    return quote.source_title, quote.author, f"{quote.before}{quote.quote}{quote.after}"


def source_lines(quote: ProvenQuote, width: int) -> list[Content]:
    """The line that names a source."""
    title = clean_line(quote.source_title)
    author = f", {clean_line(quote.author)}" if quote.author else ""
    named = Content.assemble(f"“{title}”", (author, QUIET))
    return hanging(named, width, Content.styled("Source  ", QUIET))


def marked(group: Sequence[ProvenQuote]) -> Marked:
    """The quotes of one paragraph, each between ▐ and ▌; one that overlaps another is left out."""
    paragraph = f"{group[0].before}{group[0].quote}{group[0].after}"
    spans = sorted({(len(quote.before), len(quote.before) + len(quote.quote)) for quote in group})
    parts: list[Content | tuple[str, str]] = []
    end = start = spans[0][0]
    for first, last in spans:
        if first >= end:
            parts.append(text(between(paragraph[end:first])))
            parts.append((f"▐{clean_line(paragraph[first:last])}▌", QUOTE))
            end = last
    return Marked(paragraph[:start], Content.assemble(*parts), paragraph[end:])


def between(gap: str) -> str:
    """The text between two quotes, the spaces at its ends kept."""
    if not gap.strip():
        return " " if gap else ""
    ends = (" " if gap[0].isspace() else "", " " if gap[-1].isspace() else "")
    return f"{ends[0]}{clean_line(gap)}{ends[1]}"


def fitted(passage: Marked, width: int, rows: int) -> tuple[list[Content], bool]:
    """The quotes in as much of their paragraph as fits into `rows` lines; whether some is left."""
    words = max(len(passage.before.split()), len(passage.after.split()))
    lines = wrapped(around(passage, words), width)
    if len(lines) <= rows or not words:
        return lines, False
    least, most = 0, words
    best = wrapped(around(passage, 0), width)
    while least < most:
        middle = (least + most + 1) // 2
        lines = wrapped(around(passage, middle), width)
        if len(lines) <= rows:
            least, best = middle, lines
        else:
            most = middle - 1
    return best, True


def around(passage: Marked, words: int) -> Content:
    """The quotes with `words` words on either side, and dots for those left out."""
    before, after = passage.before.split(), passage.after.split()
    head = before[max(0, len(before) - words) :]
    if len(head) < len(before):
        head = ["…", *head]
    tail = after[:words]
    if len(tail) < len(after):
        tail = [*tail, "…"]
    # A full stop right after the quote stays there, as a bracket right before it does.
    head_gap = " " if head and (passage.before[-1:].isspace() or head == ["…"]) else ""
    tail_gap = " " if tail and (passage.after[:1].isspace() or tail == ["…"]) else ""
    return Content.assemble(
        text(" ".join(head)), head_gap, passage.quotes, tail_gap, text(" ".join(tail))
    )
