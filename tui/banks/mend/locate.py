"""Finds where a part of a bank's tree stands in its text, to the character."""

from __future__ import annotations

from typing import NamedTuple, cast

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from tui.banks.nodes import Path
from tui.banks.parse import LOADER, STREAMED


class Stretch(NamedTuple):
    """The lines from `first` to `last`, from 1, and the column that what is wanted begins in."""

    first: int
    last: int
    column: int


class Located(NamedTuple):
    """A node of the YAML parser, the mapping it is a value of, and its key there, if any.

    offset: what to add to the node's marks to get places in the text.
    """

    node: Node
    offset: int
    key: Node | None = None
    parent: Node | None = None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return start(self.node) + self.offset

    def in_flow(self) -> bool:
        """Whether it stands in brackets or braces."""
        return bool(getattr(self.parent, "flow_style", False))


class Locator:
    """Finds nodes in `text`. lines: where each of its lines begins."""

    def __init__(self, text: str, lines: list[int]) -> None:
        self._text = text
        self._lines = lines
        self._whole: Node | None = None

    def find(self, path: Path, stretch: Stretch) -> Located | None:
        """The node at `path`; None if there is none that can be told for sure.

        stretch: the lines of the question or of the field of the bank that it lies in. They are
        read on their own, as a large bank takes seconds; the whole bank where that can't be done.
        """
        rest = path[2:] if path[:1] == (STREAMED,) else path
        begin = self._lines[stretch.first - 1]
        end = self._lines[stretch.last] if stretch.last < len(self._lines) else len(self._text)
        root = _composed(self._text[begin:end])
        if root is not None and rest is not path:
            items = root.value if isinstance(root, SequenceNode) else []
            if len(items) == 1 and _begins(items[0], stretch):
                return _walk(items[0], rest, begin)
        elif isinstance(root, MappingNode) and _begins(root, stretch):
            return _walk(root, rest, begin)
        return self.find_in_whole(path)

    def find_in_whole(self, path: Path) -> Located | None:
        """As `find`, from the beginning of the text."""
        if self._whole is None:
            self._whole = _composed(self._text)
        return None if self._whole is None else _walk(self._whole, path, 0)


def start(node: Node) -> int:
    """Where `node` begins in what was parsed."""
    return cast("int", node.start_mark.index)


def end(node: Node, text: str, offset: int) -> int:
    """Where `node` ends in `text`, without the blank lines and comments behind it."""
    if isinstance(node, CollectionNode) and node.value and not node.flow_style:
        child = node.value[-1]
        return end(child[1] if isinstance(child, tuple) else child, text, offset)
    begin, last = start(node) + offset, node.end_mark.index + offset
    is_block = isinstance(node, ScalarNode) and node.style in ("|", ">")
    return begin + len(text[begin:last].rstrip()) if is_block else cast("int", last)


def _composed(text: str) -> Node | None:
    try:
        return yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        return None


def _begins(node: Node, stretch: Stretch) -> bool:
    return node.start_mark.line == 0 and node.start_mark.column == stretch.column - 1


def _walk(node: Node, path: Path, offset: int) -> Located | None:
    found = Located(node, offset)
    for step in path:
        inner = found.node
        if isinstance(inner, MappingNode):
            pairs = (pair for pair in inner.value if _is_key(pair[0], step))
            key, value = next(pairs, (None, None))
            if value is None:
                return None
            found = Located(value, offset, key, inner)
        elif isinstance(inner, SequenceNode) and isinstance(step, int) and step < len(inner.value):
            found = Located(inner.value[step], offset, None, inner)
        else:
            return None
    return found


def _is_key(node: Node, step: str | int) -> bool:
    return isinstance(node, ScalarNode) and node.value == step
