from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.study.stretches import Quoted, QuotedPassage, State, passages, runs, state_of

LENGTH = 40
PLACES = st.integers(0, LENGTH)
QUOTES = st.lists(
    st.builds(
        lambda a, b, ref: Quoted(min(a, b), max(a, b), ref),
        PLACES,
        PLACES,
        st.sampled_from("abcdef"),
    ),
    max_size=12,
)
STATES = st.dictionaries(
    st.sampled_from("abcdef"), st.sampled_from(("unseen", "slipping", "firm")), max_size=6
)


def spans(found: tuple[QuotedPassage, ...]) -> list[tuple[int, int, str]]:
    return [(s.first, s.last, "".join(s.refs)) for p in found for s in p.stretches]


def test_one_quote_is_one_stretch() -> None:
    assert spans(passages([Quoted(3, 9, "a")])) == [(3, 9, "a")]


def test_overlapping_quotes_are_cut_into_stretches_of_one_passage() -> None:
    found = passages([Quoted(0, 10, "a"), Quoted(5, 15, "b"), Quoted(30, 35, "c")])
    assert [(p.first, p.last, p.refs) for p in found] == [(0, 15, ("a", "b")), (30, 35, ("c",))]
    assert spans(found) == [(0, 5, "a"), (5, 10, "ab"), (10, 15, "b"), (30, 35, "c")]


def test_a_quote_within_another() -> None:
    found = passages([Quoted(4, 6, "b"), Quoted(0, 10, "a")])
    assert spans(found) == [(0, 4, "a"), (4, 6, "ab"), (6, 10, "a")]
    assert found[0].refs == ("a", "b")


def test_quotes_that_touch_are_two_passages() -> None:
    found = passages([Quoted(0, 5, "a"), Quoted(5, 9, "b")])
    assert [(p.first, p.last) for p in found] == [(0, 5), (5, 9)]


def test_two_quotes_of_one_question_that_overlap_are_one_stretch() -> None:
    assert spans(passages([Quoted(0, 5, "a"), Quoted(3, 9, "a")])) == [(0, 9, "a")]


def test_an_empty_quote_is_nothing() -> None:
    assert passages([Quoted(3, 3, "a")]) == ()
    assert spans(passages([Quoted(3, 3, "a"), Quoted(0, 9, "b")])) == [(0, 9, "b")]


@given(QUOTES)
def test_stretches_hold_what_is_quoted_and_nothing_else(quotes: list[Quoted]) -> None:
    found = passages(quotes)
    shown = [
        {ref for p in found for s in p.stretches if s.first <= at < s.last for ref in s.refs}
        for at in range(LENGTH)
    ]
    quoted = [{q.ref for q in quotes if q.first <= at < q.last} for at in range(LENGTH)]
    assert shown == quoted


@given(QUOTES)
def test_passages_and_their_stretches_are_in_order_and_without_gaps(quotes: list[Quoted]) -> None:
    found = passages(quotes)
    assert all(before.last <= after.first for before, after in pairwise(found))
    for passage in found:
        parts = passage.stretches
        assert (parts[0].first, parts[-1].last) == (passage.first, passage.last)
        assert all(part.first < part.last for part in parts)
        for before, after in pairwise(parts):
            assert before.last == after.first
            assert set(before.refs) != set(after.refs)


@given(QUOTES)
def test_every_quote_lies_in_one_passage(quotes: list[Quoted]) -> None:
    found = passages(quotes)
    for quote in quotes:
        if quote.first < quote.last:
            holding = [p for p in found if p.first <= quote.first and quote.last <= p.last]
            assert len(holding) == 1
            assert quote.ref in holding[0].refs


@given(st.permutations([Quoted(0, 9, "a"), Quoted(4, 6, "b"), Quoted(6, 12, "c")]))
def test_the_order_of_the_questions_does_not_matter(quotes: list[Quoted]) -> None:
    found = passages(quotes)
    assert [(s.first, s.last, set(s.refs)) for p in found for s in p.stretches] == [
        (0, 4, {"a"}),
        (4, 6, {"a", "b"}),
        (6, 9, {"a", "c"}),
        (9, 12, {"c"}),
    ]


def test_what_slips_is_never_hidden() -> None:
    states: dict[str, State] = {"a": "firm", "b": "slipping", "c": "unseen"}
    assert state_of("abc", states) == "slipping"
    assert state_of("ac", states) == "unseen"
    assert state_of("a", states) == "firm"
    assert state_of("ax", states) == "unseen"


@given(QUOTES, STATES)
def test_runs_are_the_passage_and_no_two_neighbours_look_the_same(
    quotes: list[Quoted], states: dict[str, State]
) -> None:
    for passage in passages(quotes):
        found = runs(passage, states)
        assert (found[0][0], found[-1][1]) == (passage.first, passage.last)
        for before, after in pairwise(found):
            assert before[1] == after[0]
            assert before[2] != after[2]
        for part in passage.stretches:
            (state,) = [s for first, last, s in found if first <= part.first and part.last <= last]
            assert state == state_of(part.refs, states)
