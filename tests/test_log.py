from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.progress.entries import NOON, amendment, logs, review, undo
from tui.log import Amendment, Entry, How, Review, Undo, effective
from tui.memory import Grade

LATER = NOON + timedelta(days=100)


def spelled_out(log: list[Entry]) -> list[Review]:
    """What counts, said the slow way."""
    counting = []
    for entry in sorted(log, key=lambda e: (e.at, e.id)):
        if not isinstance(entry, Review) or is_undone(entry, log):
            continue
        said = [e for e in log if isinstance(e, Amendment) and e.target == entry.id]
        standing = [e for e in said if not is_undone(e, log)]
        practice = entry.practice and all(e.how is not How.COUNT for e in standing)
        graded = [e for e in standing if e.how is not How.COUNT]
        if graded:
            last = max(graded, key=lambda e: (e.at, e.id))
            counting.append(replace(entry, score=last.score, grade=last.grade, practice=practice))
        else:
            counting.append(replace(entry, practice=practice))
    return counting


def is_undone(entry: Entry, log: list[Entry]) -> bool:
    return any(isinstance(e, Undo) and e.target == entry.id for e in log)


@given(logs())
def test_means_what_the_log_says(log: list[Entry]) -> None:
    assert effective(log) == spelled_out(log)


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(log: list[Entry], random: Random) -> None:
    shuffled = list(log)
    random.shuffle(shuffled)
    assert effective(shuffled) == effective(log)
    assert effective(log + shuffled) == effective(log)


@given(logs())
def test_leaves_the_log_as_it_is_and_in_order_of_time(log: list[Entry]) -> None:
    before = list(log)
    counting = effective(log)
    assert log == before
    assert counting == sorted(counting, key=lambda r: (r.at, r.id))


@given(logs())
def test_an_answer_taken_back_was_never_given(log: list[Entry]) -> None:
    more = [*log, review("NEW", at=LATER), undo("TAKEN-BACK", "NEW", LATER)]
    assert effective(more) == effective(log)


@given(logs(), st.sampled_from(How), st.data())
def test_what_was_said_and_taken_back_was_never_said(
    log: list[Entry], how: How, data: st.DataObject
) -> None:
    target = data.draw(st.sampled_from([*[e.id for e in log], "absent"]))
    said = amendment("NEW", target, how, LATER)
    assert effective([*log, said, undo("TAKEN-BACK", "NEW", LATER)]) == effective(log)


@given(logs(), st.data())
def test_an_undo_can_not_be_undone(log: list[Entry], data: st.DataObject) -> None:
    undos = [e.id for e in log if isinstance(e, Undo)]
    target = data.draw(st.sampled_from([*undos, "absent"]))
    assert effective([*log, undo("AGAIN", target, LATER)]) == effective(log)


def test_practice_counts_where_the_learner_says_so_whatever_else_was_said() -> None:
    practice = review("R1", score=0.0, practice=True)
    right = amendment("A1", "R1", How.RIGHT, NOON)
    count = amendment("A2", "R1", How.COUNT, LATER)
    assert effective([practice]) == [practice]
    assert effective([practice, right])[0].practice
    assert effective([practice, count]) == [replace(practice, practice=False)]
    both = replace(practice, practice=False, score=1.0, grade=Grade.GOOD)
    assert effective([practice, right, count]) == [both]
    assert effective([practice, right, count, undo("U1", "A2", LATER)])[0].practice


def test_what_is_said_last_counts() -> None:
    wrong = review("R1", score=0.0)
    right = amendment("A1", "R1", How.RIGHT, NOON)
    guessed = amendment("A2", "R1", How.GUESSED, LATER, score=1.0)
    assert effective([wrong, right]) == [replace(wrong, score=1.0, grade=Grade.GOOD)]
    assert effective([wrong, guessed, right]) == [replace(wrong, score=1.0, grade=Grade.AGAIN)]
    assert effective([wrong, right, guessed, undo("U1", "A2", LATER)])[0].grade is Grade.GOOD
