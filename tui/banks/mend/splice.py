"""Turns changes of a bank's tree into changes of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from tui.banks.lines import BREAK
from tui.banks.mend.change import AddField, Change, DropRepeat, SetText
from tui.banks.mend.locate import Located, Locator, Stretch, end, start
from tui.banks.mend.scalars import broken_like, written


class Splice(NamedTuple):
    """The text from `start` to `end` becomes `new`."""

    start: int
    end: int
    new: str


class Splicer:
    """Makes splices of `text`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = [0, *(match.end() for match in BREAK.finditer(text))]
        self._locator = Locator(text, self.lines)

    def splice(self, change: Change, stretch: Stretch) -> Splice | None:
        """What `change`, in the lines `stretch`, means for the text; None if it can't be told."""
        if isinstance(change, DropRepeat) and not change.path:
            found = self._locator.find_in_whole(())
        else:
            found = self._locator.find(change.path, stretch)
        if found is None:
            return None
        if isinstance(change, SetText):
            return self._set(found, change)
        if isinstance(change, AddField):
            return self._add(found, change)
        return self._drop(found, change)

    def line(self, position: int) -> int:
        """The line, from 1, that `position` is in."""
        return bisect_right(self.lines, position)

    def _set(self, found: Located, change: SetText) -> Splice | None:
        node, begin = found.node, found.start
        if not isinstance(node, ScalarNode):
            return None
        last = end(node, self.text, found.offset)
        if node.style in ("|", ">"):
            return self._set_block(begin, last, change.text)
        if not node.value and begin == last:
            return self._fill(found, change.text)
        if self.text[begin] in "&!":
            return None
        new = written(change.text, node.style or "", found.in_flow())
        old = BREAK.split(self.text[begin:last])
        if len(old) > 1:
            indent = _indent(old[-1])
            new = f"{self._break(begin)}{indent}".join(broken_like(new, old))
        return Splice(begin, last, new)

    def _set_block(self, begin: int, last: int, text: str) -> Splice | None:
        """A block's header stays; the lines below it hold `text`."""
        content = self.line(begin)
        first = self.lines[content] if content < len(self.lines) else last
        old = BREAK.split(self.text[first:last])
        indent = next((_indent(line) for line in old if line.strip()), None)
        header = self.text[begin:first]
        if indent is None or re.match(r"[|>][-+]?\d", header) or header[0] in "&!":
            return None
        lines = broken_like(text, old)
        return Splice(first, last, indent + f"{self._break(begin)}{indent}".join(lines))

    def _fill(self, found: Located, text: str) -> Splice | None:
        """Writes `text` where a key has no value at all."""
        if found.key is None:
            return None
        colon = _COLON.match(self.text, end(found.key, self.text, found.offset))
        if colon is None:
            return None
        return Splice(colon.end(), colon.end(), " " + written(text, "", found.in_flow()))

    def _add(self, found: Located, change: AddField) -> Splice | None:
        node = found.node
        if not isinstance(node, MappingNode) or not node.value:
            return None
        first = node.value[0][0]
        quote = '"' if getattr(first, "style", "") == '"' else ""
        key = written(change.key, quote, bool(node.flow_style))
        field = f"{key}: {written(change.text, quote, bool(node.flow_style))}"
        pairs = (pair for pair in node.value if getattr(pair[0], "value", "") == change.after)
        _, value = next(pairs, (None, None))
        last = None if value is None else end(value, self.text, found.offset)
        if node.flow_style:
            if last is not None:
                return Splice(last, last, f", {field}")
            at = start(first) + found.offset
            return Splice(at, at, f"{field}, ")
        # A key that is announced by a question mark begins there.
        is_marked = self.text[found.start] == "?"
        at = found.start if is_marked else start(first) + found.offset
        column = at - self.lines[self.line(at) - 1]
        if last is None:
            return Splice(at, at, f"{field}{self._break(at)}{' ' * column}")
        at = self._line_end(last)
        return Splice(at, at, f"{self._break(last)}{' ' * column}{field}")

    def _drop(self, found: Located, change: DropRepeat) -> Splice | None:
        for mapping, key, value in _fields(found.node):
            if start(key) + found.offset != self._position(change):
                continue
            first = next(pair for pair in mapping.value if _same(pair[0], key))
            begin = self.lines[change.place.line - 1]
            last = end(value, self.text, found.offset)
            gone = self.text[begin:last]
            stop = self._line_end(last)
            if (
                mapping.flow_style
                or first[0] is key
                or not _same(first[1], value)
                or self.text[begin : start(key) + found.offset].strip()
                or self.text[last:stop].strip()
                or re.search(r"(?:^|\s)#", gone)
            ):
                return None
            after = BREAK.match(self.text, stop)
            return Splice(begin, after.end() if after else stop, "")
        return None

    def _position(self, change: DropRepeat) -> int:
        return self.lines[change.place.line - 1] + change.place.column - 1

    def _line_end(self, position: int) -> int:
        """Where the line that `position` is in ends, without its break."""
        found = BREAK.search(self.text, position)
        return found.start() if found else len(self.text)

    def _break(self, position: int) -> str:
        """The line break that is used around `position`."""
        found = BREAK.search(self.text, position) or BREAK.search(self.text)
        return found[0] if found else "\n"


_COLON = re.compile(r"\s*:")


def _indent(line: str) -> str:
    """The white space that `line` begins with."""
    return line[: len(line) - len(line.lstrip())]


def _fields(node: Node) -> Iterator[tuple[MappingNode, Node, Node]]:
    """Every field under `node`: its mapping, its key, its value. A node may hold itself."""
    left, seen = [node], {id(node)}
    while left:
        here = left.pop()
        if isinstance(here, MappingNode):
            yield from ((here, key, value) for key, value in here.value)
            inside = [value for _, value in here.value]
        else:
            inside = here.value if isinstance(here, SequenceNode) else []
        left += [each for each in inside if id(each) not in seen]
        seen.update(map(id, inside))


def _same(one: Node, other: Node) -> bool:
    """Whether two nodes hold the same texts in the same order. Either may hold itself."""
    left, seen = [(one, other)], {(id(one), id(other))}
    while left:
        one, other = left.pop()
        if type(one) is not type(other):
            return False
        if not (isinstance(one, CollectionNode) and isinstance(other, CollectionNode)):
            if one.value != other.value:
                return False
            continue
        ours, theirs = _parts(one), _parts(other)
        if len(ours) != len(theirs):
            return False
        pairs = list(zip(ours, theirs, strict=True))
        left += [pair for pair in pairs if (id(pair[0]), id(pair[1])) not in seen]
        seen.update((id(ours), id(theirs)) for ours, theirs in pairs)
    return True


def _parts(node: CollectionNode) -> list[Node]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value)
