"""Text broken into lines of a given width, so that its height is known before it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from tui.app.clean import clean

NARROWEST = 8
"""Below this, text is not broken any finer: it is cropped."""


def text(plain: str, style: str = "") -> Content:
    """`plain` as content: never markup, never a control character."""
    return Content.styled(clean(plain), style)


def wrapped(content: Content, width: int) -> list[Content]:
    """`content` as lines of at most `width` cells, broken between words."""
    return content.wrap(max(width, NARROWEST))


def hanging(content: Content, width: int, first: Content | str, rest: str = "") -> list[Content]:
    """`content` as lines of at most `width` cells, `first` before the first one.

    The other lines stand under the first one's text, or behind `rest` if it is given; where
    `first` takes more than half of the line, they are indented by two cells.
    """
    head = Content(first) if isinstance(first, str) else first
    if not rest and head.cell_length > width // 2:
        head, content, rest = Content(""), Content.assemble(head, content), "  "
    indent = rest or " " * head.cell_length
    lines = wrapped(content, width - max(head.cell_length, len(indent)))
    return [Content.assemble(indent if row else head, line) for row, line in enumerate(lines)]


def page(lines: Iterable[Content]) -> Content:
    """Lines as one content."""
    return Content("\n").join(lines)


def shortened(content: Content, width: int) -> Content:
    """`content` in at most `width` cells: the words that fit, and dots for those that do not."""
    if content.cell_length <= width:
        return content
    cut = content.truncate(max(1, width - 2))
    space = cut.plain.rfind(" ")
    if space < 1:
        return content.truncate(width, ellipsis=True)
    return Content.assemble(cut[:space].rstrip(), " …")


def ends(lefts: Sequence[Content], right: Content, width: int) -> Content:
    """One line of `width` cells with `right` at its end, and the first of `lefts` that fits.

    Where none does, the last one is shortened; where there is hardly any room, `right` gives way.
    """
    room = width - right.cell_length - 1
    if room < NARROWEST:
        return shortened(lefts[-1], width)
    left = next((left for left in lefts if left.cell_length <= room), None)
    left = left or shortened(lefts[-1], room)
    return Content.assemble(left, " " * (room + 1 - left.cell_length), right)
