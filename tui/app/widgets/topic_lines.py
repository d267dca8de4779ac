"""The columns in which the Topics screen shows topics and papers, and which of them fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import shortened, text
from tui.app.marks import QUIET
from tui.app.words import percent
from tui.study.estimate import Estimate, Share
from tui.study.topics import ENOUGH, TopicStanding

UNKNOWN = "–"
TOO_FEW = "too few to tell"
UNASKED = "not asked yet"
GAP = 2
BAR = 16
"""Cells of a bar from 0 to 100 %."""
GOOD_NAME, LEAST_NAME = 28, 14
"""Cells that a name should have before columns are added, and those that it always has."""

Of = Literal["history", "estimates"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it counts or estimates, its cell, and how dear it is.

    need: columns go one by one where there is no room, the highest first. recall: "" or for which
    day the chance of recall stands here.
    """

    head: str
    of: Of
    need: int
    cell: Callable[[TopicStanding], str]
    least: int = 0
    is_recall: bool = False


def columns_for(ahead: str) -> tuple[Column, ...]:
    """All columns; `ahead` is the heading of the day looked ahead to, "exam" or "30 days"."""
    return (
        Column("seen", "history", 2, lambda row: f"{row.seen:,} of {row.questions:,}"),
        Column("right", "history", 6, lambda row: share_cell(row.accuracy)),
        Column("lapses", "history", 7, lambda row: f"{row.lapses:,}"),
        Column("today", "estimates", 0, lambda row: recall_cell(row, row.recall), 7, True),
        Column("", "estimates", 9, lambda row: bar_cell(row, row.recall), BAR),
        Column(ahead, "estimates", 0, lambda row: recall_cell(row, row.recall_exam), 7, True),
        Column("", "estimates", 9, lambda row: bar_cell(row, row.recall_exam), BAR),
        Column("stake", "estimates", 1, lambda row: amount(row.at_stake), 5),
        Column("min", "estimates", 3, lambda row: minutes_cell(row.minutes), 3),
        Column("marks/min", "estimates", 8, per_minute_cell),
    )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with all their cells: what is drawn of them depends on the width alone."""

    rows: tuple[TopicStanding, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]

    @classmethod
    def of(cls, rows: Sequence[TopicStanding], ahead: str) -> Table:
        """A table of `rows`; `ahead` as in `columns_for`."""
        columns = columns_for(ahead)
        cells = tuple(tuple(column.cell(row) for column in columns) for row in rows)
        widths = tuple(
            max([column.least, len(column.head), *(len(row[place]) for row in cells)])
            for place, column in enumerate(columns)
        )
        return cls(tuple(rows), columns, cells, widths)

    def shown(self, width: int) -> tuple[tuple[int, ...], int]:
        """The places of the columns that fit into `width` cells, and the cells of the name."""
        places = list(range(len(self.columns)))
        for need in sorted({column.need for column in self.columns}, reverse=True):
            name = self.name_width(places, width)
            if name >= (GOOD_NAME if need > 2 else LEAST_NAME) or need == 0:
                break
            places = [place for place in places if self.columns[place].need < need]
        return tuple(places), max(1, self.name_width(places, width))

    def name_width(self, places: Sequence[int], width: int) -> int:
        """The cells that are left for the name beside the columns at `places`."""
        return width - 2 - sum(GAP + self.widths[place] for place in places)


def heading_lines(table: Table, what: str, width: int) -> list[Content]:
    """What is counted and what is estimated, and under that what each column is.

    what: the heading of the names.
    """
    places, name = table.shown(width)
    above = " " * (2 + name)
    for of in ("history", "estimates"):
        cells = sum(GAP + table.widths[p] for p in places if table.columns[p].of == of)
        if cells:
            above += " " * GAP + f" {of} ".center(cells - GAP, "─")[: cells - GAP]
    below = "  " + f"{what:<{name}}"
    for place in places:
        column = table.columns[place]
        below += " " * GAP + f"{column.head:>{table.widths[place]}}"
    return [Content.styled(line.rstrip(), QUIET) for line in (above, below)]


def row_line(table: Table, row: int, width: int, at_cursor: bool) -> Content:
    """A topic or a paper in one line of `width` cells."""
    places, name = table.shown(width)
    topic = table.rows[row]
    indent = " " * min(2 * topic.depth, max(0, name - 8))
    title = text(indent + clean_line(topic.title), "bold" if at_cursor else "")
    cut = shortened(title, name)
    line = Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $text-accent"),
        cut.pad_right(max(0, name - cut.cell_length)),
    )
    said = ""
    for place in places:
        said += " " * GAP + f"{table.cells[row][place]:>{table.widths[place]}}"
    if unsure := no_recall(topic):
        said = instead_of_recall(table, places, said, unsure)
    return Content.assemble(line, said)


def no_recall(topic: TopicStanding) -> str:
    """Why no chance of recall is told of `topic`; '' where it is."""
    if not topic.seen:
        return UNASKED
    return TOO_FEW if topic.few else ""


def instead_of_recall(table: Table, places: Sequence[int], said: str, words: str) -> str:
    """`said` with `words` where the chances of recall would stand."""
    starts: list[tuple[int, int]] = []
    at = 0
    for place in places:
        end = at + GAP + table.widths[place]
        if table.columns[place].is_recall:
            starts.append((at + GAP, end))
        at = end
    start, end = starts[0][0], starts[-1][1]
    return said[:start] + f"{words:>{end - start}}" + said[end:]


# --- cells


def recall_cell(topic: TopicStanding, estimate: Estimate | None) -> str:
    """The chance of recall; nothing where there is too little to tell it by."""
    return "" if no_recall(topic) or estimate is None else percent(estimate.mean)


def bar_cell(topic: TopicStanding, estimate: Estimate | None) -> str:
    """The band of the chance of recall on a line from 0 to 100 %; nothing where it is not told."""
    return "" if no_recall(topic) or estimate is None else band_bar(estimate, BAR)


def band_bar(estimate: Estimate, cells: int) -> str:
    """A line from 0 to 100 %: heavy where the band is, with the estimate itself as a dot."""

    def place(chance: float) -> int:
        return min(cells - 1, max(0, int(chance * cells)))

    low, high = place(estimate.low), place(estimate.high)
    bar = ["━" if low <= cell <= high else "·" for cell in range(cells)]
    bar[place(estimate.mean)] = "●"
    return "".join(bar)


def share_cell(share: Share | None) -> str:
    """The share right with its interval; of a few answers only how many were right."""
    if share is None:
        return UNKNOWN
    if share.of < ENOUGH:
        return f"{share.right} of {share.of}"
    return f"{percent(share.rate)} {band(share)}"


def band(of: Estimate | Share) -> str:
    """A band or an interval in percent, without the sign: "78–89"."""
    return f"{of.low * 100:.0f}–{of.high * 100:.0f}"


def minutes_cell(minutes: float) -> str:
    """Whole minutes; less than one is said to be less."""
    return "<1" if 0 < minutes < 1 else f"{minutes:,.0f}"


def per_minute_cell(topic: TopicStanding) -> str:
    """Marks won a minute; a dash where nothing can be won."""
    return amount(topic.per_minute) if topic.won else UNKNOWN


def amount(value: float) -> str:
    """Marks with two figures that count, as far as a column has room for them."""
    for least, places in ((9.95, 0), (0.995, 1), (0.0995, 2), (0.00095, 3)):
        if value >= least:
            return f"{value:.{places}f}"
    return "<.001" if value else "0"
