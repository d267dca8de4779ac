"""Mends the text of a bank, look by look, until there is nothing left to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tui.banks.fixes.tabs import Tabs
from tui.banks.lines import BREAK
from tui.banks.mend.agreement import make_sure
from tui.banks.mend.change import Change, Done, NotMended
from tui.banks.mend.look import readable, wanted
from tui.banks.mend.splice import Splice, Splicer
from tui.collector import collector_paused

MOST_LOOKS = 8
"""A change may make another one possible; so many looks in a row no bank needs."""


@dataclass(frozen=True, slots=True)
class MendedText:
    """A bank's text after mending, what was done, by line, and what was left as it is."""

    text: str
    done: tuple[Done, ...]
    left: tuple[NotMended, ...]


def mended_text(text: str, folder: Path, today: date) -> MendedText:
    """The bank `text` of `folder`, mended on the study day `today`.

    A MendingFault where the text would say something else afterwards than what the fixes meant.
    """
    done: list[Done] = []
    left: tuple[NotMended, ...] = ()
    tabs = Tabs(readable(text) if "\t" in text else "")
    if (spaced := tabs.mended(text)) is not None:
        text = spaced
        done = [Done(line, "indented with spaces instead of tabs") for line in tabs.lines]
    for _ in range(MOST_LOOKS):
        with collector_paused():
            found = wanted(readable(text), folder, today)
        left = found.left
        if not found.changes:
            break
        splicer = Splicer(readable(text))
        made = _without_overlaps(
            _Made(change, splice)
            for change, stretch in found.changes
            if (splice := splicer.splice(change, stretch)) is not None
        )
        if not made:
            break
        new, here = _spliced(text, splicer, made)
        make_sure(text, new, [each.change for each in made])
        done = [_moved(each, splicer, made) for each in done] + here
        text = new
    done.sort(key=lambda each: each.line)
    return MendedText(text, tuple(done), left)


class _Made(NamedTuple):
    change: Change
    splice: Splice


def _without_overlaps(made: Iterator[_Made]) -> list[_Made]:
    """The changes by place; what touches the one before it waits for the next look."""
    kept: list[_Made] = []
    for each in sorted(made, key=lambda each: each.splice):
        if not kept or each.splice.start > kept[-1].splice.end:
            kept.append(each)
    return kept


def _spliced(text: str, splicer: Splicer, made: list[_Made]) -> tuple[str, list[Done]]:
    parts: list[str] = []
    done: list[Done] = []
    at, moved = 0, 0
    for change, splice in made:
        parts += [text[at : splice.start], splice.new]
        at = splice.end
        # What is added behind a line stands on the next one.
        leading = len(splice.new) - len(splice.new.lstrip("\r\n"))
        below = _breaks(splice.new[:leading])
        done.append(Done(splicer.line(splice.start) + moved + below, change.said))
        moved += _growth(text, splice)
    return "".join([*parts, text[at:]]), done


def _moved(done: Done, splicer: Splicer, made: list[_Made]) -> Done:
    """`done`, with its line as it is after `made`."""
    begin = splicer.lines[done.line - 1]
    before = (each.splice for each in made if each.splice.start < begin)
    return Done(done.line + sum(_growth(splicer.text, each) for each in before), done.said)


def _growth(text: str, splice: Splice) -> int:
    """The lines that `splice` adds to `text`."""
    return _breaks(splice.new) - _breaks(text[splice.start : splice.end])


def _breaks(text: str) -> int:
    return len(BREAK.findall(text))
