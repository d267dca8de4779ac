from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.study import queued
from tui.study.queued import Stage

REFS = [f"bank/q{n}" for n in range(8)]
QUEUES = st.permutations(REFS).map(tuple)


def test_an_entry_says_its_question_and_its_stage() -> None:
    assert queued.entry("bank/a", None) == "bank/a"
    assert queued.stage_of("bank/a") is None
    assert queued.ref_of(f"bank/a {queued.PARKED}") == "bank/a"
    assert queued.stage_of(f"bank/a {queued.PARKED}") is None
    for stage in Stage:
        text = queued.entry("bank/a", stage)
        assert (queued.ref_of(text), queued.stage_of(text)) == ("bank/a", stage)


def test_stages_stand_where_the_question_stood_with_three_others_between() -> None:
    queue = queued.with_help(("a", "b", "c", "d", "e", "f"), 1, easier=True)
    assert queue == ("a", "b read", "b easier", "c", "d", "e", "b full", "f")
    assert queued.with_help(("a", "b", "c"), 1, easier=False) == ("a", "b read", "c", "b full")


def test_missed_it_comes_once_more_the_first_time_only() -> None:
    assert queued.answered(("a", "b", "c"), 1, again=True) == ("a", "b", "c", "b")
    assert queued.answered(("a", "b", "c", "b"), 1, again=False) == ("a", "b", "c")
    assert queued.answered(("b read", "b easier", "a", "b full"), 3, again=True) == (
        *("b read", "b easier", "a"),
        "b full",
    )


@given(QUEUES, st.integers(0, 7))
def test_a_skip_taken_back_was_none(queue: queued.Queue, place: int) -> None:
    text = queue[place]
    skipped = queued.skipped(queue, place)
    assert sorted(skipped) == sorted(queue) if place < 7 else len(skipped) == 7
    assert queued.unskipped(skipped, place, text) == queue


@given(QUEUES, st.integers(0, 7), st.booleans())
def test_help_changes_nothing_before_and_keeps_the_order_of_the_others(
    queue: queued.Queue, place: int, easier: bool
) -> None:
    helped = queued.with_help(queue, place, easier=easier)
    assert helped[:place] == queue[:place]
    ref = queue[place]
    assert [text for text in helped if queued.ref_of(text) != ref] == [
        text for text in queue if text != ref
    ]
    assert queued.coming(helped, place - 1, ref) == queue[place + 1 :]
