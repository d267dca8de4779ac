"""A bank's text as a tree whose every part knows its line and column.

Every scalar is the text that was typed: `No`, `1:30` and `2025-09` stay what they are.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.banks.finding import Place

Path = tuple[str | int, ...]
"""The way to a part of a tree: keys of mappings, numbers of list entries from 0."""


class Scalar(NamedTuple):
    """A text. `blank`: nothing was typed at all."""

    text: str
    place: Place
    end_line: int
    blank: bool = False


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place
    end_line: int


class Mapping(NamedTuple):
    """Keys and their values, in the order written; no key twice."""

    pairs: dict[str, tuple[Scalar, Node]]
    place: Place
    end_line: int

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        pair = self.pairs.get(key)
        return None if pair is None else pair[1]


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """The tree under `node` as texts, lists and dicts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, (_, value) in node.pairs.items()}


def scalars(node: Node | None) -> tuple[Scalar, ...]:
    """The texts that `node` is: itself, or those in a list; nothing of what has another shape."""
    if isinstance(node, Scalar):
        return (node,)
    if isinstance(node, Sequence):
        return tuple(item for item in node.items if isinstance(item, Scalar))
    return ()


def text(node: Node | None) -> str:
    """The text of a scalar; '' for anything else."""
    return node.text if isinstance(node, Scalar) else ""


def find(node: Node, path: Path) -> tuple[Scalar | None, Node, Path]:
    """Walks `path` from `node` as far as there is a way.

    Returns the last key walked over (None after a list entry), the node reached, and what is left
    of the path.
    """
    key: Scalar | None = None
    for done, step in enumerate(path):
        if isinstance(node, Mapping) and step in node.pairs:
            key, node = node.pairs[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            key, node = None, node.items[step]
        else:
            return key, node, path[done:]
    return key, node, ()


def place_of(node: Node, path: Path) -> Place:
    """The place to point at for `path` under `node`.

    That is the value, but the key where the value is empty or more than a text, or where the key
    is the author's own words (a mistake, a pair's left side) rather than the name of a field. A
    path that ends nowhere is pointed at as far as it leads.
    """
    key, found, rest = find(node, path)
    in_own_words = len(path) > 1 and path[-2] in OWN_WORDS
    if key is None or (rest and not isinstance(found, Scalar)):
        return found.place if key is None else key.place
    if isinstance(found, Scalar) and not found.blank and not in_own_words:
        return found.place
    return key.place


OWN_WORDS = frozenset({"mistakes", "disputed", "pairs"})
"""Fields that are mappings whose keys are the author's own words."""
