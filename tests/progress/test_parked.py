from __future__ import annotations

from tests.progress.entries import NOON
from tui.progress import parked
from tui.progress.database import Database


def test_parked_until_taken_out_under_any_of_its_names(db: Database) -> None:
    with db.transaction():
        parked.park(db, "bank/b")
        parked.park(db, "bank/a")
        parked.park(db, "bank/a")
    assert parked.parked(db) == {"bank/a": NOON, "bank/b": NOON}
    with db.transaction():
        assert parked.unpark(db, ["bank/new", "bank/a"])
        assert not parked.unpark(db, ["bank/new", "bank/a"])
    assert list(parked.parked(db)) == ["bank/b"]
