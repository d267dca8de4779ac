from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given

from tests.progress.entries import NOON, amendment, logs, review, undo
from tests.progress.files import fill, new_database
from tui.log import Entry, How, effective
from tui.memory import Grade
from tui.progress.accuracy import first_answers, last_answered, recalled_between
from tui.progress.columns import moment_text
from tui.progress.database import Database

DAY = NOON.date()
A = ("bank/a", review("any").key)


@given(logs(max_size=30))
def test_what_was_recalled_is_what_stands_in_the_log(entries: list[Entry]) -> None:
    first, last = DAY - timedelta(days=20), DAY + timedelta(days=10)
    expected: dict[tuple[str, str], tuple[int, int]] = {}
    for each in effective(entries):
        if first <= each.day <= last and not each.practice:
            recalled, answers = expected.get((each.question, each.key), (0, 0))
            recalled += each.grade is not Grade.AGAIN
            expected[each.question, each.key] = recalled, answers + 1
    with new_database() as db:
        fill(db, entries)
        assert recalled_between(db, first, last) == expected


def test_what_the_learner_said_last_counts_unless_it_was_taken_back(db: Database) -> None:
    fill(db, [review("R1", score=0.0)])
    assert recalled_between(db, DAY, DAY) == {A: (0, 1)}
    fill(db, [amendment("A1", "R1", How.RIGHT, NOON + timedelta(seconds=1))])
    assert recalled_between(db, DAY, DAY) == {A: (1, 1)}
    fill(db, [amendment("A2", "R1", How.GUESSED, NOON + timedelta(seconds=2))])
    assert recalled_between(db, DAY, DAY) == {A: (0, 1)}
    fill(db, [undo("U1", "A2", NOON + timedelta(seconds=3))])
    assert recalled_between(db, DAY, DAY) == {A: (1, 1)}
    fill(db, [undo("U2", "R1", NOON + timedelta(seconds=4))])
    assert recalled_between(db, DAY, DAY) == {}


def test_practice_is_left_out_until_it_counts(db: Database) -> None:
    fill(db, [review("R1", practice=True)])
    assert recalled_between(db, DAY, DAY) == {}
    fill(db, [amendment("A1", "R1", How.COUNT, score=1.0)])
    assert recalled_between(db, DAY, DAY) == {A: (1, 1)}


def test_only_the_days_asked_for(db: Database) -> None:
    for back in range(4):
        day = DAY - timedelta(days=back)
        fill(db, [review(f"R{back}", at=NOON - timedelta(days=back), day=day)])
    assert recalled_between(db, DAY - timedelta(days=2), DAY - timedelta(days=1)) == {A: (2, 2)}
    assert recalled_between(db, date(2030, 1, 1), date(2031, 1, 1)) == {}


def test_the_last_answers(db: Database) -> None:
    assert last_answered(db, 5) == (set(), "")
    for back in range(5):
        at = NOON - timedelta(days=back)
        fill(db, [review(f"R{back}", question=f"bank/{back}", at=at)])
    fill(db, [review("R9", question="bank/9", practice=True)])
    fill(db, [review("R8", question="bank/8"), undo("U8", "R8")])
    since = moment_text(NOON - timedelta(days=2))
    assert last_answered(db, 3) == ({"bank/0", "bank/1", "bank/2"}, since)
    assert len(last_answered(db, 50)[0]) == 5


def test_first_answers(db: Database) -> None:
    assert first_answers(db, 100) == (0, 0)
    fill(db, [review("R1", score=0.0), review("R2", question="bank/b")])
    assert first_answers(db, 100) == (1, 2)
    # Later answers say nothing of first ones.
    fill(db, [review("R3", at=NOON + timedelta(days=1), score=0.0)])
    assert first_answers(db, 100) == (1, 2)
    fill(db, [amendment("A1", "R1", How.RIGHT, NOON + timedelta(seconds=1))])
    assert first_answers(db, 100) == (2, 2)
    fill(db, [undo("U1", "A1", NOON + timedelta(seconds=2)), undo("U2", "R2")])
    assert first_answers(db, 100) == (0, 1)
    # Met in practice first, and then answered.
    fill(db, [review("R4", question="bank/c", practice=True)])
    fill(db, [review("R5", question="bank/c", at=NOON + timedelta(days=2))])
    assert first_answers(db, 100) == (0, 1)


def test_only_the_last_answers_are_looked_at(db: Database) -> None:
    for back in range(6):
        at = NOON - timedelta(days=back)
        fill(db, [review(f"R{back}", question=f"bank/{back}", at=at, day=at.date(), score=0.0)])
    assert first_answers(db, 4) == (0, 4)
