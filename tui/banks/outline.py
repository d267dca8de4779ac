"""Where the questions of a bank are written, line by line, so that one can be read alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.banks.finding import Place
from tui.banks.lines import lines_of
from tui.banks.nodes import Mapping, Node, Scalar
from tui.banks.parse import STREAMED, entries
from tui.banks.report import TOP, Report
from tui.banks.unreadable import Unreadable


class Stretch(NamedTuple):
    """The lines of one question, from `first` to `last`, both included, counted from 1.

    id: '' where it has none; id_line, id_column: where that stands, 0 where it has none. Comments
    and empty lines behind a question count as its own.
    """

    id: str
    id_line: int
    id_column: int
    first: int
    last: int

    def moved(self, lines: int) -> Stretch:
        """The same question, so many lines farther down."""
        id_line = self.id_line + lines if self.id_line else 0
        return Stretch(self.id, id_line, self.id_column, self.first + lines, self.last + lines)


@dataclass(frozen=True, slots=True)
class Outline:
    """A bank's own fields, and the lines of each of its questions.

    node: the fields, the questions without entries. lines: of the whole text. indent: the spaces
    before the dash of every question; None where they don't each begin on a line of their own with
    a dash, or where something else is odd: then no question can be read without the others.
    """

    node: Mapping
    stretches: tuple[Stretch, ...]
    lines: tuple[str, ...]
    indent: int | None

    @property
    def ids(self) -> tuple[Scalar, ...]:
        """The ids of the questions, in order."""
        return tuple(
            Scalar(each.id, Place(each.id_line, each.id_column, len(each.id)), each.id_line)
            for each in self.stretches
            if each.id
        )

    def at_line(self, line: int) -> int | None:
        """The place of the question whose lines hold `line`, from 0; None if that is in none."""
        found = bisect_right(self.stretches, line, key=lambda each: each.first) - 1
        if found < 0 or line > self.stretches[found].last:
            return None
        return found

    def named(self, name: str) -> int | None:
        """The place of the first question with the id `name`; None if there is none."""
        return next((n for n, each in enumerate(self.stretches) if each.id == name), None)

    def written(self, place: int) -> tuple[str, ...]:
        """The lines of the question at `place`."""
        stretch = self.stretches[place]
        return self.lines[stretch.first - 1 : stretch.last]

    def alone(self, first: int, last: int) -> str:
        """The questions from `first` to `last` as a text of their own, on the lines they have."""
        start, end = self.stretches[first].first, self.stretches[last].last
        return alone(self.lines[start - 1 : end], start)


def alone(lines: Sequence[str], first: int) -> str:
    """`lines`, the first of which is number `first`, as the questions of a bank of nothing else."""
    return "\n" * (first - 2) + f"{STREAMED}:\n" + "\n".join(lines) + "\n"


def outline(text: str, report: Report) -> Outline | None:
    """Looks through `text`; None, with the reason in `report`, if it can't be read to its end."""
    aside = Report(report.path)
    aside.set_text(text)
    pairs: dict[str, tuple[Scalar, Node]] = {}
    found: list[tuple[int, Node]] = []
    after: int | None = None
    try:
        for key, value, listed in entries(text, aside, skim=True):
            if listed:
                found.append((value.place.line, value))
                continue
            if found and after is None and key.text != STREAMED:
                after = key.place.line
            pairs[key.text] = (key, value)
    except Unreadable:
        report.take(aside)
        return None
    lines = tuple(lines_of(text))
    last = len(lines) if after is None else after - 1
    stretches = stretches_of(found, last)
    node = Mapping(pairs, TOP, TOP.line)
    return Outline(node, stretches, lines, _indent(node, stretches, lines, aside))


def stretches_of(found: Sequence[tuple[int, Node]], last: int) -> tuple[Stretch, ...]:
    """The stretches of questions, each given by its first line and its tree; `last` ends all."""
    ends = [*(first - 1 for first, _ in found[1:]), last]
    return tuple(
        _stretch(node, first, end) for (first, node), end in zip(found, ends, strict=bool(found))
    )


def dash_column(line: str) -> int | None:
    """Spaces before the dash that begins `line`; None if none does."""
    begun = _DASH.match(line)
    return len(begun[1]) if begun else None


_DASH = re.compile(r"( *)- ")
_DOCUMENT = re.compile(r"---|\.\.\.|%")
"""How lines begin that end a document, or say something of it."""


def ends_document(lines: Sequence[str]) -> bool:
    """Whether one of `lines` may end the document."""
    return any(line[:1] in _MARKS and _DOCUMENT.match(line) for line in lines)


_MARKS = frozenset("-.%")


def _stretch(node: Node, first: int, last: int) -> Stretch:
    found = node.get("id") if isinstance(node, Mapping) else None
    if not isinstance(found, Scalar) or not found.text:
        return Stretch("", 0, 0, first, last)
    return Stretch(found.text, found.place.line, found.place.column, first, last)


def _indent(
    node: Mapping, stretches: Sequence[Stretch], lines: Sequence[str], aside: Report
) -> int | None:
    if not stretches:
        return None
    start = stretches[0].first
    columns = {dash_column(lines[each.first - 1]) for each in stretches}
    firsts = {each.first for each in stretches}
    odd = any(found.line >= start for found in aside.findings())
    key, _ = node.pairs[STREAMED]
    own_lines = len(columns) == 1 and len(firsts) == len(stretches) and key.place.line < start
    if odd or not own_lines or key.place.column != 1 or ends_document(lines[start - 1 :]):
        return None
    return columns.pop()
