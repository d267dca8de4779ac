from __future__ import annotations

from tests.conftest import HandClock
from tests.progress.entries import NOON
from tui.progress import flags
from tui.progress.database import Database
from tui.progress.flags import Flag


def test_a_flag_is_set_and_taken_off(db: Database) -> None:
    assert flags.flagged(db) == {}
    with db.transaction():
        flags.flag(db, "bank/a")
        flags.flag(db, "bank/b", "Is this still so?")
    assert flags.flagged(db) == {
        "bank/a": Flag(NOON, ""),
        "bank/b": Flag(NOON, "Is this still so?"),
    }
    with db.transaction():
        flags.unflag(db, "bank/a")
    assert list(flags.flagged(db)) == ["bank/b"]


def test_what_is_so_already_stays_as_it_is(db: Database, clock: HandClock) -> None:
    with db.transaction():
        flags.flag(db, "bank/a", "mine")
    before = db.rows("SELECT * FROM flags"), db.rows("SELECT * FROM changed")
    clock.pass_(days=1)
    with db.transaction():
        flags.flag(db, "bank/a")
        flags.unflag(db, "bank/b")
    assert (db.rows("SELECT * FROM flags"), db.rows("SELECT * FROM changed")) == before
