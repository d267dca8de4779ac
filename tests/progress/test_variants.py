from __future__ import annotations

from tests.progress.entries import NOON, amendment, review
from tests.progress.files import fill
from tui.kinds.verdict import Variant
from tui.progress import variants
from tui.progress.database import Database

MASOOD = Variant("Ahmad Massoud", "Ahmad Masood")
MASUD = Variant("Ahmad Massoud", "Ahmad Masud")


def test_are_learned_and_unlearned_with_what_was_said(db: Database) -> None:
    fill(db, [review("R1"), amendment("A1", "R1"), amendment("A2", "R1")])
    with db.transaction():
        variants.remember(db, "bank/a", MASOOD, "A1")
        variants.remember(db, "bank/a", MASUD, "A2")
        variants.remember(db, "bank/b", MASUD)
    assert variants.learned(db, ["bank/a"]) == (MASOOD, MASUD)
    assert variants.learned(db, ["bank/b"]) == (MASUD,)
    assert variants.learned(db, ["bank/c"]) == ()
    with db.transaction():
        assert variants.forget(db, "A1") == 1
        assert variants.forget(db, "A1") == 0
    assert variants.learned(db, ["bank/a"]) == (MASUD,)


def test_one_taught_twice_stays_until_both_are_taken_back(db: Database) -> None:
    fill(db, [review("R1"), amendment("A1", "R1"), amendment("A2", "R1")])
    with db.transaction():
        variants.remember(db, "bank/a", MASOOD, "A1")
        variants.remember(db, "bank/a", MASOOD, "A2")
        variants.remember(db, "bank/a", MASOOD, "A2")
    assert variants.learned(db, ["bank/a"]) == (MASOOD,)
    assert [v.variant for v in variants.every(db)] == [MASOOD]
    with db.transaction():
        assert variants.forget(db, "A1") == 1
    assert variants.learned(db, ["bank/a"]) == (MASOOD,)
    with db.transaction():
        assert variants.forget(db, "A2") == 1
    assert variants.learned(db, ["bank/a"]) == ()


def test_those_of_earlier_names_count_once(db: Database) -> None:
    with db.transaction():
        variants.remember(db, "bank/old", MASOOD)
        variants.remember(db, "bank/a", MASOOD)
    assert variants.learned(db, ["bank/a", "bank/old"]) == (MASOOD,)


def test_instructors_see_them_all(db: Database) -> None:
    with db.transaction():
        variants.remember(db, "bank/b", MASUD)
        variants.remember(db, "bank/a", MASOOD)
    found = variants.every(db)
    assert [(v.question, v.variant) for v in found] == [("bank/a", MASOOD), ("bank/b", MASUD)]
    assert {(v.at, v.device) for v in found} == {(NOON, db.device)}
