"""Text broken into lines of a given width, so that its height is known before it is drawn."""

from __future__ import annotations

from collections.abc import Iterable

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

    The other lines stand under the first one's text, or behind `rest` if it is given.
    """
    head = Content(first) if isinstance(first, str) else first
    indent = rest or " " * head.cell_length
    lines = wrapped(content, width - max(head.cell_length, len(indent)))
    return [Content.assemble(indent if row else head, line) for row, line in enumerate(lines)]


def page(lines: Iterable[Content]) -> Content:
    """Lines as one content."""
    return Content("\n").join(lines)


def ends(left: Content, right: Content, width: int) -> Content:
    """One line of `width` cells with `left` and `right` at its ends; the left one gives way."""
    room = width - right.cell_length
    if room < NARROWEST:
        return left.truncate(width, ellipsis=True)
    if left.cell_length >= room:
        left = left.truncate(max(1, room - 1), ellipsis=True)
    gap = " " * (room - left.cell_length)
    return Content.assemble(left, gap, right)
