"""Queries for property tests: any, or ones about the questions of a given bank."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from tui.banks.characters import FORBIDDEN
from tui.banks.folded_words import words_of
from tui.progress.comparing import Sign
from tui.study.filters.counts import Lapses, Reviews
from tui.study.filters.days import Answered, Due, Wrong
from tui.study.filters.labels import Named, OfBank, OfKind, Tagged
from tui.study.filters.marked import Flagged, Parked, Seen
from tui.study.filters.query import Query
from tui.study.filters.recall import Recall, State
from tui.study.filters.term import Term
from tui.study.filters.topics import OfPaper, OfTopic
from tui.study.filters.words import QUOTES, Words

signs: st.SearchStrategy[Sign] = st.sampled_from(["<", "<=", "=", ">=", ">"])
shares = st.integers(0, 10_000).map(lambda n: n / 10_000)


def queries_about(
    words: st.SearchStrategy[str],
    phrases: st.SearchStrategy[str],
    topics: st.SearchStrategy[str],
    papers: st.SearchStrategy[str],
    banks: st.SearchStrategy[str],
    tags: st.SearchStrategy[str],
    ids: st.SearchStrategy[str],
) -> st.SearchStrategy[Query]:
    """Queries with these words and names in them."""
    negated = st.booleans()

    def some(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
        return st.lists(values, min_size=1, max_size=3).map(tuple)

    def choices(kind: type[OfKind | State | Seen | Flagged | Parked]) -> st.SearchStrategy[Term]:
        return st.builds(kind, some(st.sampled_from(kind.CHOICES)), negated=negated)

    terms: Sequence[st.SearchStrategy[Term]] = (
        st.builds(Words, words, negated=negated),
        st.builds(Words, phrases, whole=st.just(True), negated=negated),
        st.builds(OfTopic, some(topics), negated=negated),
        st.builds(OfPaper, some(papers), negated=negated),
        st.builds(OfBank, some(banks), negated=negated),
        st.builds(Tagged, some(tags), negated=negated),
        st.builds(Named, some(ids), negated=negated),
        *(choices(kind) for kind in (OfKind, State, Seen, Flagged, Parked)),
        *(st.builds(k, signs, st.integers(0, 9), negated=negated) for k in (Lapses, Reviews)),
        *(st.builds(k, signs, st.integers(0, 60), negated=negated) for k in (Due, Answered, Wrong)),
        st.builds(Recall, signs, shares, negated=negated),
    )
    return st.lists(st.one_of(terms), max_size=4).map(lambda found: Query(tuple(found)))


def _has_words(text: str) -> bool:
    return bool(words_of(text))


_LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Z"), exclude_characters=QUOTES + "-:<>=")
_anything = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=QUOTES).filter(
    lambda c: c == " " or not (c.isspace() or FORBIDDEN.match(c))
)
_values = st.text(_anything, min_size=1, max_size=8)

queries = queries_about(
    words=st.text(_LETTERS, min_size=1, max_size=8).filter(
        lambda text: _has_words(text) and not FORBIDDEN.search(text)
    ),
    phrases=st.text(_anything, max_size=12).filter(_has_words),
    topics=_values,
    papers=_values,
    banks=_values,
    tags=_values,
    ids=_values,
)
"""Any queries, of things that need not be there."""
