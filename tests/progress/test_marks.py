from __future__ import annotations

from tests.progress.files import new_database
from tui.progress import flags, marks
from tui.progress.joining.mark_lines import mark_from, mark_line
from tui.progress.marks import FLAG, LATEST, Mark


def test_a_change_after_the_latest_is_one_that_others_take_in() -> None:
    """However far ahead the clock of the device is that made the change before."""
    with new_database() as db:
        with db.transaction():
            marks.put(db, Mark(FLAG, "bank/a", LATEST, ""))
            flags.unflag(db, "bank/a")
        (mark,) = marks.every(db)
        assert (mark.at, mark.value) == (LATEST, None)
        assert mark_from(mark_line(mark)) == mark
        with db.transaction():
            flags.flag(db, "bank/a")
        (mark,) = marks.every(db)
        assert mark_from(mark_line(mark)) == mark
        assert flags.flagged(db).keys() == {"bank/a"}
