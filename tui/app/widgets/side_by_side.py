"""Parts of a screen beside each other: their titles, what of them fits, the columns."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.lines import shortened
from tui.app.marks import QUIET

GUTTER = 4
"""Cells between two columns."""
CUT = "… t shows all as a table"


def title_line(place: int, title: str, marked: bool, width: int) -> Content:
    """The number and title of the part at `place`; `▸` marks the one that the keys are about."""
    lead = ("▸ " if marked else "") + f"{place + 1}  "
    style = "bold $text-accent" if marked else "bold"
    return shortened(Content.assemble((lead, style), (title, style)), width)


def fitted(lines: Sequence[Content], rows: int) -> list[Content]:
    """`lines` in just so many rows: what does not fit is cut off, and said to be."""
    if len(lines) > rows:
        return [*lines[: rows - 1], Content.styled(CUT, QUIET)]
    return [*lines, *[Content("")] * (rows - len(lines))]


def beside(columns: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """Columns of equally many lines beside each other, each `width` cells wide."""
    lines: list[Content] = []
    for row in zip(*columns, strict=True):
        *lefts, last = row
        padded = [left.pad_right(max(0, width + GUTTER - left.cell_length)) for left in lefts]
        lines.append(Content.assemble(*padded, last))
    return lines


def tabs(names: Sequence[str], at: int, shown: Sequence[int], gap: str = "") -> Content:
    """The names of all parts, `▸` before the one at `at`, those that are `shown` in bold."""
    return Content.assemble(
        *(
            (
                f"{gap}{'▸' if place == at else ' '}{place + 1} {name}",
                "bold" if place in shown else QUIET,
            )
            for place, name in enumerate(names)
        )
    )
