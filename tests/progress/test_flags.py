from __future__ import annotations

from tests.progress.entries import NOON
from tui.progress import flags
from tui.progress.database import Database
from tui.progress.flags import Flag


def test_a_flag_is_set_and_taken_off(db: Database) -> None:
    assert flags.flagged(db) == {}
    with db.transaction():
        assert flags.toggle(db, "bank/a")
        assert flags.toggle(db, "bank/b", "Is this still so?")
    assert flags.flagged(db) == {
        "bank/a": Flag(NOON, ""),
        "bank/b": Flag(NOON, "Is this still so?"),
    }
    with db.transaction():
        assert not flags.toggle(db, "bank/a")
    assert list(flags.flagged(db)) == ["bank/b"]
