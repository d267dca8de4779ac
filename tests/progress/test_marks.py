from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.progress.entries import NOON
from tests.progress.files import new_database
from tui.progress import flags, marks
from tui.progress.columns import moment, moment_text
from tui.progress.joining.mark_lines import mark_from, mark_line
from tui.progress.marks import FLAG, LATEST, LEAST, Mark, latest, newer


@pytest.mark.parametrize("late", [LATEST, latest(NOON), moment_text(NOON + timedelta(days=9))])
def test_what_the_learner_says_last_stands_and_others_take_it_in(late: str) -> None:
    """However far ahead the clock of the device is that made the change before."""
    hostile = Mark(FLAG, "bank/a", late, "\U0010ffff")
    with new_database() as db:
        with db.transaction():
            marks.put(db, hostile)
            flags.unflag(db, "bank/a")
        (mark,) = marks.every(db)
        assert mark.value is None
        assert mark_from(mark_line(mark)) == mark
        # Soon enough, on any device whose clock goes on.
        soon = latest(NOON + timedelta(seconds=1))
        assert mark.at <= soon
        assert mark.rank > hostile.rank or hostile.at > soon


@pytest.mark.parametrize("year", [1970, 2010, 2024])
def test_a_clock_that_stood_still_refuses_nothing_of_this_time(year: int) -> None:
    stood = datetime(year, 1, 1, tzinfo=UTC)
    assert moment(latest(stood)) > LEAST + timedelta(days=20 * 365)


def test_no_time_is_later_than_a_line_can_hold() -> None:
    assert latest(datetime(9000, 1, 1, tzinfo=UTC)) == LATEST


@pytest.mark.parametrize("value", [None, "", "theirs"])
def test_what_no_other_device_takes_in_gives_way_to_what_these_have(value: str | None) -> None:
    """However old that is; of what these have, the newest."""
    old = Mark(FLAG, "bank/a", moment_text(NOON - timedelta(days=900)), "old")
    theirs = Mark(FLAG, "bank/a", moment_text(NOON - timedelta(days=400)), value)
    with new_database() as db, db.transaction():
        marks.put(db, Mark(FLAG, "bank/a", LATEST, "ours"))
        for of_others in ([old, theirs], [theirs, old]):
            assert newer(db, of_others) == [theirs]
        marks.put(db, theirs)
        assert marks.every(db) == [theirs]
        noted = {name: flag.note for name, flag in flags.flagged(db).items()}
        assert noted == ({} if value is None else {"bank/a": value})
        assert newer(db, [theirs, old]) == []


def test_the_latest_that_others_take_in_gives_way_to_nothing_older() -> None:
    ours = Mark(FLAG, "bank/a", latest(NOON), None)
    with new_database() as db, db.transaction():
        marks.put(db, ours)
        assert newer(db, [Mark(FLAG, "bank/a", moment_text(NOON), "theirs")]) == []
