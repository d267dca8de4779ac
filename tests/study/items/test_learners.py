from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hypothesis import given

from tests.progress.entries import NOON, amendment, logs, review, undo
from tui.kinds.verdict import Variant
from tui.log import Entry, How, effective
from tui.progress.joining.elsewhere import Elsewhere
from tui.study.items.learners import learners

LATER = NOON + timedelta(minutes=1)


def file(*entries: Entry, remembered: tuple[tuple[str, Variant], ...] = ()) -> Elsewhere:
    return Elsewhere(Path("log.jsonl"), entries, remembered)


def test_each_file_is_a_learner() -> None:
    found = learners([file(review("R1")), file(review("R2")), file()])
    assert [len(learner.given) for learner in found] == [1, 1, 0]


def test_files_that_share_an_entry_are_of_one_learner() -> None:
    """An older export and a second device: what they share counts once."""
    variant = ("bank/a", Variant("x", "y"))
    found = learners(
        [
            file(review("R1"), remembered=(variant,)),
            file(review("R9")),
            file(review("R3"), review("R2"), remembered=(variant,)),
            file(review("R1"), review("R2")),
        ]
    )
    assert [len(learner.given) for learner in found] == [3, 1]
    assert found[0].remembered == frozenset({variant})


def test_a_claim_is_told_apart_from_the_grade() -> None:
    (learner,) = learners(
        [
            file(
                review("R1", score=0.0),
                amendment("A1", "R1", How.RIGHT, LATER),
                review("R2", score=1.0, at=LATER),
                amendment("A2", "R2", How.GUESSED, LATER, 1.0),
            )
        ]
    )
    one, two = learner.given
    assert (one.graded, one.counted, one.claimed) == (0.0, 1.0, True)
    assert (two.graded, two.counted, two.claimed) == (1.0, 1.0, False)


def test_a_claim_and_an_answer_that_were_taken_back() -> None:
    (learner,) = learners(
        [
            file(
                review("R1", score=0.0),
                amendment("A1", "R1", How.RIGHT, LATER),
                undo("U1", "A1", LATER),
                review("R2"),
                undo("U2", "R2", LATER),
            )
        ]
    )
    (only,) = learner.given
    assert (only.graded, only.counted, only.claimed) == (0.0, 0.0, False)


@given(logs())
def test_what_counts_is_what_the_app_counts(entries: list[Entry]) -> None:
    (learner,) = learners([file(*entries)])
    counting = [r for r in effective(entries) if not r.practice]
    expected = [(r.question, r.answer, r.score) for r in counting]
    assert [(g.question, g.answer, g.counted) for g in learner.given] == expected
    assert learners([file(*entries[::-1])]) == (learner,)
    if entries:
        assert learners([file(*entries), file(*entries)]) == (learner,)
