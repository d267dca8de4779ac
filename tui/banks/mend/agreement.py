"""Makes sure that a mended text says what the text before it said, but for what was mended."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import zip_longest

from tui.banks.mend.change import AddField, Change, DropRepeat, SetText
from tui.banks.mend.look import Heard, parsed, readable
from tui.banks.nodes import Path as TreePath
from tui.banks.nodes import Plain, plain
from tui.banks.parse import STREAMED
from tui.banks.unreadable import Unreadable
from tui.fault import Fault


class MendingFault(Fault):
    """A bank can't be mended."""


def make_sure(old: str, new: str, changes: list[Change]) -> None:
    """A MendingFault unless `new` says what `old` says, but for `changes`."""
    before, after = Heard(), Heard()
    by_unit: dict[TreePath, list[Change]] = {}
    for change in changes:
        depth = 2 if change.path[:1] == (STREAMED,) else 1
        by_unit.setdefault(change.path[:depth], []).append(change)
    added: dict[str | int, str] = {
        each.key: each.text for each in by_unit.pop((), []) if isinstance(each, AddField)
    }
    try:
        ours = ((path, plain(value)) for path, _, value in parsed(readable(old), before))
        theirs = _without(_plainly(new, after), added)
        for one, other in zip_longest(ours, theirs):
            if one is None or other is None or one[0] != other[0]:
                raise _fault()
            if not _agree(one, other[1], by_unit.get(one[0], [])):
                raise _fault()
    except Unreadable:
        raise _fault() from None
    dropped = sum(isinstance(each, DropRepeat) for each in changes)
    before.codes["duplicate-key"] -= dropped
    # What is dropped may hold more that was complained of.
    same = after.codes <= before.codes if dropped else after.codes == +before.codes
    if added or not same:
        raise _fault()


def _plainly(text: str, heard: Heard) -> Iterator[tuple[TreePath, Plain]]:
    """The fields and questions of the bank `text`, with what they say."""
    return ((path, plain(value)) for path, _, value in parsed(readable(text), heard))


def _without(
    found: Iterator[tuple[TreePath, Plain]], added: dict[str | int, str]
) -> Iterator[tuple[TreePath, Plain]]:
    """`found` but for the fields `added` to the bank itself, which it takes out of `added`."""
    for path, value in found:
        if len(path) == 1 and added.get(path[0]) == value:
            del added[path[0]]
        else:
            yield path, value


def _agree(old: tuple[TreePath, Plain], new: Plain, changes: list[Change]) -> bool:
    """Whether `new` is what `changes` make of the field or question `old`."""
    path, value = old
    if not changes:
        return value == new
    expected = {"": deepcopy(value)}
    found = {"": deepcopy(new)}
    try:
        for change in changes:
            steps = ("", *change.path[len(path) :])
            if isinstance(change, AddField):
                _put(expected, (*steps, change.key), change.text)
            elif isinstance(change, SetText):
                _put(expected, steps, change.text)
                _put(found, steps, " ".join(str(_get(found, steps)).split()))
    except (KeyError, IndexError, TypeError):
        return False
    return expected == found


def _get(tree: object, steps: TreePath) -> object:
    for step in steps:
        tree = tree[step]  # type: ignore[index]
    return tree


def _put(tree: object, steps: TreePath, text: str) -> None:
    _get(tree, steps[:-1])[steps[-1]] = text  # type: ignore[index]


def _fault() -> MendingFault:
    return MendingFault(
        "This bank can't be mended: it would say something else afterwards.",
        "Nothing was written; mend it by hand, by what `cssprep bank check` says.",
    )
