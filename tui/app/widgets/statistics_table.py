"""The figures behind a plot, as a table on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from tui.app.lines import hanging, shortened, wrapped
from tui.app.marks import QUIET
from tui.app.widgets.statistics_parts import Part
from tui.app.widgets.statistics_said import NOTHING, WAITING
from tui.study.statistics.gathering import Statistics
from tui.study.statistics.tables import table

NEWEST_FIRST = frozenset({"calendar", "reviews"})
"""Tables of days that are over: what one looks for is at the end."""
GAP = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """Lines that stay, `head`, and those below that can be scrolled, `rows`."""

    head: tuple[Content, ...]
    rows: tuple[Content, ...]


def table_lines(found: Statistics, part: Part, width: int) -> Shown:
    """The table of `part`, in lines of at most `width` cells."""
    shown = table(found, part.table)
    if found.studied.first is None:
        return Shown((), tuple(wrapped(Content(NOTHING), width)))
    if shown is None:
        return Shown((), tuple(wrapped(Content(WAITING), width)))
    if not shown.rows:
        return Shown((), (Content("None yet."),))
    rows = shown.rows[::-1] if part.table in NEWEST_FIRST else shown.rows
    widths = [max(map(len, column)) for column in zip(shown.headings, *rows, strict=True)]
    head = [
        *(hanging(Content.styled(shown.note, QUIET), width, "") if shown.note else ()),
        Content.styled(_row(shown.headings, widths), f"bold {QUIET}"),
    ]
    return Shown(
        tuple(shortened(line, width) for line in head),
        tuple(shortened(Content(_row(row, widths)), width) for row in rows),
    )


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = cells
    beside = (f"{cell:>{size}}" for cell, size in zip(others, widths[1:], strict=True))
    return (" " * GAP).join((first.ljust(widths[0]), *beside))
