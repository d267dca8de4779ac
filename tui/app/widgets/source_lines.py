"""How the list of sources shows one of them."""

from __future__ import annotations

from textual.content import Content

from tui.app.clean import clean_line
from tui.app.lines import shortened, text
from tui.app.marks import QUIET
from tui.app.widgets.reader_lines import SIGN_STYLES, SIGNS
from tui.app.words import percent
from tui.study.reader import ListedSource, Tally
from tui.study.stretches import State

HEADINGS = f"{SIGNS['firm']} firm {SIGNS['slipping']} slipping  {SIGNS['unseen']} unseen"
FIGURES = len(HEADINGS)
WITH_BANK = 90
"""Cells from which a row names the bank, too."""


def source_line(source: ListedSource, width: int, at_cursor: bool) -> Content:
    """A source in one line of `width` cells."""
    bank_width, title_width = columns(width)
    title = text(clean_line(source.row.title), "bold" if at_cursor else "")
    parts: list[Content | str | tuple[str, str]] = [
        ("▸ " if at_cursor else "  ", "bold $text-accent"),
        fixed(title, title_width),
        "  ",
    ]
    if bank_width:
        parts += [fixed(text(clean_line(source.row.bank_title), QUIET), bank_width), "  "]
    return Content.assemble(*parts, figures(source.tally))


def figures(tally: Tally) -> Content:
    """The shares of the questions that are firm, that slip and that were never asked."""
    shares: tuple[tuple[State, int, int], ...] = (
        ("firm", tally.firm, 6),
        ("slipping", tally.slipping, 10),
        ("unseen", tally.unseen, 10),
    )
    return Content.assemble(
        *(
            (f"{percent(number / max(1, tally.all)):>{cells}}", SIGN_STYLES[state])
            for state, number, cells in shares
        )
    )


def heading_line(width: int) -> Content:
    """What the columns are."""
    bank_width, title_width = columns(width)
    bank = f"{'bank':<{bank_width + 2}}" if bank_width else ""
    return Content.styled(f"  {'source':<{title_width + 2}}{bank}{HEADINGS}", QUIET)


def columns(width: int) -> tuple[int, int]:
    """The widths of the bank, 0 where it is left out, and of the title."""
    room = width - FIGURES - 4
    bank = room // 3 if width >= WITH_BANK else 0
    return bank, max(8, room - bank - (2 if bank else 0))


def fixed(content: Content, width: int) -> Content:
    """`content` in exactly `width` cells."""
    cut = shortened(content, width)
    return cut.pad_right(max(0, width - cut.cell_length))
