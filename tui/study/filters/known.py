"""The filters that there are, in the order in which help lists them."""

from __future__ import annotations

from tui.study.filters.counts import Lapses, Reviews
from tui.study.filters.days import Answered, Due, Wrong
from tui.study.filters.labels import Named, OfBank, OfKind, Tagged
from tui.study.filters.marked import Flagged, Parked, Seen
from tui.study.filters.recall import Recall, State
from tui.study.filters.term import Term
from tui.study.filters.topics import OfPaper, OfTopic
from tui.study.filters.words import Words

FILTERS: dict[str, type[Term]] = {
    term.NAME: term
    for term in (
        OfTopic,
        OfPaper,
        OfKind,
        OfBank,
        Tagged,
        Named,
        Due,
        Recall,
        State,
        Seen,
        Lapses,
        Reviews,
        Answered,
        Wrong,
        Flagged,
        Parked,
    )
}
"""Each filter by the name that stands before its colon or sign."""

GRAMMAR = (
    (Words.EXAMPLE, Words.HELP),
    ("-kind:date", "a minus: the opposite"),
)


def help_lines() -> list[tuple[str, str]]:
    """What can be typed, each with what it finds."""
    return [*GRAMMAR, *((term.EXAMPLE, term.HELP) for term in FILTERS.values())]
