"""How the reader draws a paragraph of a source: what is tested shaded, bracketed and signed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from textual.content import Content, Span

from tui.app.clean import clean_line
from tui.app.lines import hanging, text, wrapped
from tui.app.marks import KEY, QUIET, RIGHT, UNSURE
from tui.study.reader import OpenSource, Tally
from tui.study.stretches import URGENCY, State, runs

SIGNS: dict[State, str] = {"firm": "✓", "slipping": "~", "unseen": "·"}
SIGN_STYLES: dict[State, str] = {"firm": RIGHT, "slipping": UNSURE, "unseen": "bold"}
MARGIN = 3
"""Cells at the left: where the reader is, the sign of the line, a space."""
HEADING = 80
"""Characters of the longest heading."""

_BULLET = re.compile(r"\s*(?:[-–—•*]|\(?\w{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"[.,;:!?…”\"')\]]\s*$")


class Shades(NamedTuple):
    """The styles of what is tested, by how well it is remembered, and of the passage at hand."""

    plain: dict[State, str]
    current: dict[State, str]


BLENDED = Shades(
    {
        "firm": "on $success 18%",
        "slipping": "on $warning 30%",
        "unseen": "on $foreground 12%",
    },
    {
        "firm": "bold on $success 42%",
        "slipping": "bold on $warning 55%",
        "unseen": "bold on $foreground 30%",
    },
)
"""Where colours can be mixed."""

_SIXTEEN: dict[State, str] = {
    "firm": "ansi_black on ansi_green",
    "slipping": "ansi_black on ansi_yellow",
}
_ON_DARK: dict[State, str] = {**_SIXTEEN, "unseen": "ansi_bright_white on ansi_bright_black"}
_ON_LIGHT: dict[State, str] = {**_SIXTEEN, "unseen": "ansi_black on ansi_white"}


def sixteen_colours(dark: bool) -> Shades:
    """The shades where there are only the terminal's own colours."""
    plain = _ON_DARK if dark else _ON_LIGHT
    return Shades(plain, {state: f"bold underline {style}" for state, style in plain.items()})


class ReaderLine(NamedTuple):
    """A line of a paragraph.

    sign: of the most urgent state on it, None where nothing is tested. passages: the numbers of
    those on it.
    """

    content: Content
    sign: State | None
    passages: range


class Piece(NamedTuple):
    """Part of a paragraph; state is None where it is not tested. passage: the number of its own."""

    text: str
    state: State | None
    passage: int


class Mark(NamedTuple):
    """Where a tested piece stands in a paragraph as it is shown."""

    start: int
    end: int
    state: State
    passage: int


def pieces(source: OpenSource, block: int) -> Iterator[Piece]:
    """The parts of the paragraph `block`, in order: together they are its text."""
    start, end = source.blocks[block]
    at = start
    first = bisect_right(source.passages, start, key=lambda passage: passage.last)
    for number in range(first, len(source.passages)):
        passage = source.passages[number]
        if passage.first >= end:
            break
        for run_start, run_end, state in runs(passage, source.states):
            begins, ends = max(run_start, start), min(run_end, end)
            if begins < ends:
                if at < begins:
                    yield Piece(source.text[at:begins], None, -1)
                yield Piece(source.text[begins:ends], state, number)
                at = ends
    if at < end:
        yield Piece(source.text[at:end], None, -1)


def shown(source: OpenSource, block: int) -> tuple[str, list[Mark]]:
    """The paragraph `block` with its brackets and signs, white space folded; where they stand."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    spaced = True
    for piece in pieces(source, block):
        folded = clean_line(piece.text)
        if not spaced and piece.text[:1].isspace():
            parts.append(" ")
            length, spaced = length + 1, True
        if folded:
            if piece.state is not None:
                folded = f"▐{SIGNS[piece.state]}{folded}▌"
                marks.append(Mark(length, length + len(folded), piece.state, piece.passage))
            parts.append(folded)
            length, spaced = length + len(folded), False
        if not spaced and piece.text[-1:].isspace():
            parts.append(" ")
            length, spaced = length + 1, True
    return "".join(parts), marks


def block_lines(
    source: OpenSource, block: int, width: int, shades: Shades, current: int
) -> list[ReaderLine]:
    """The paragraph `block` in lines of at most `width` cells; passage `current` stands out."""
    plain, marks = shown(source, block)
    spans: list[Span] = []
    if not marks and is_heading(source, block):
        spans.append(Span(0, len(plain), "bold"))
    for mark in marks:
        styles = shades.current if mark.passage == current else shades.plain
        sign = SIGN_STYLES[mark.state] if shades is BLENDED else ""
        spans += [
            Span(mark.start + 1, mark.end - 1, styles[mark.state]),
            Span(mark.start + 1, mark.start + 2, sign),
            Span(mark.start, mark.start + 1, SIGN_STYLES[mark.state]),
            Span(mark.end - 1, mark.end, SIGN_STYLES[mark.state]),
        ]
    indent = "  " if is_item(source, block) else ""
    lines: list[ReaderLine] = []
    at = 0
    for number, line in enumerate(wrapped(Content(plain, spans), width - len(indent))):
        start = plain.index(line.plain.strip(), at)
        at = start + len(line.plain.strip())
        here = [mark for mark in marks if mark.start < at and mark.end > start]
        states = {mark.state for mark in here}
        sign_of_line = next((state for state in URGENCY if state in states), None)
        numbers = range(here[0].passage, here[-1].passage + 1) if here else range(0)
        content = Content.assemble(indent, line) if number and indent else line
        lines.append(ReaderLine(content, sign_of_line, numbers))
    return lines


def is_item(source: OpenSource, block: int) -> bool:
    """Whether the paragraph is an item of a list."""
    start, end = source.blocks[block]
    return _BULLET.match(source.text, start, end) is not None


def is_heading(source: OpenSource, block: int) -> bool:
    """Whether the paragraph looks like a heading: short, and no sentence."""
    start, end = source.blocks[block]
    if end - start > HEADING or is_item(source, block) or block + 1 == len(source.blocks):
        return False
    return _SENTENCE_END.search(source.text, start, end) is None


def is_apart(source: OpenSource, block: int) -> bool:
    """Whether a blank line stands before the paragraph."""
    if not block:
        return False
    before = source.blocks[block - 1]
    if source.text[before[1] : source.blocks[block][0]].strip(" \t") == "":
        # A long paragraph that was cut goes on.
        return False
    items = is_item(source, block) and is_item(source, block - 1)
    return not items and not is_heading(source, block - 1)


def note_lines(note: str, width: int, beside: bool, is_current: bool) -> list[Content]:
    """A note of the instructor's: in the margin beside the paragraph, or below it."""
    if not beside:
        return hanging(text(note), width, Content.styled("Note  ", KEY if is_current else QUIET))
    bar = KEY if is_current else QUIET
    lines = wrapped(text(note, "" if is_current else QUIET), width - 2)
    return [
        Content.assemble(("│ " if number else "┃ ", bar), line) for number, line in enumerate(lines)
    ]


def margin(line: ReaderLine | None, is_current: bool) -> Content:
    """What stands before a line: whether the passage at hand is on it, and its sign."""
    if line is None:
        return Content(" " * MARGIN)
    sign = Content.styled(SIGNS[line.sign], SIGN_STYLES[line.sign]) if line.sign else Content(" ")
    return Content.assemble(("▸" if is_current else " ", KEY), sign, " ")


def legend() -> Content:
    """What the signs mean."""
    words: list[Content | str | tuple[str, str]] = []
    for state in ("firm", "slipping", "unseen"):
        style = SIGN_STYLES[state]
        words += ["  " if words else "", (SIGNS[state], style), (f" {state}", QUIET)]
    return Content.assemble(*words)


def tally_words(tally: Tally, short: bool) -> Content:
    """How many questions are remembered how well."""
    if short:
        counts: tuple[tuple[State, int], ...] = (
            ("firm", tally.firm),
            ("slipping", tally.slipping),
            ("unseen", tally.unseen),
        )
        parts: list[tuple[str, str] | str] = []
        for state, number in counts:
            parts += [" " if parts else "", (f"{SIGNS[state]}{number}", SIGN_STYLES[state])]
        return Content.assemble(*parts)
    return Content(
        f"{tally.firm:,} of {tally.all:,} firm, {tally.slipping:,} slipping,"
        f" {tally.unseen:,} unseen"
    )
