from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import counted_ids
from tests.progress.entries import NOON, review
from tests.progress.files import fill
from tui.clock import Clock
from tui.progress import flags, settings
from tui.progress.columns import moment_text
from tui.progress.copies.backups import back_up_now
from tui.progress.errors import ProgressError
from tui.progress.joining.elsewhere import Elsewhere
from tui.progress.marks import SETTING, Mark
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.made_anew import made_anew, missing
from tui.study.syncing.merge import merge

PLAN = Mark(SETTING, "exam_day", moment_text(NOON), "2027-02-10")
NEW = "progress.db is new, and there are backups of an earlier one: "
RESTORING = "`cssprep progress restore FILE` puts one in its place."
WITHOUT = "progress.db has no answers, and there are backups of an earlier one: "
MERGING = "`cssprep progress merge FILE` takes in what is in one."


@pytest.fixture
def begun_anew(desk: Desk, folder: StudyFolder, clock: Clock) -> Iterator[Desk]:
    """A new progress.db beside a backup of one with an answer."""
    fill(desk.progress, [review("R1")])
    back_up_now(folder.progress, "daily", clock)
    assert made_anew(desk.progress) == ""
    desk.close()
    folder.progress.unlink()
    ids = counted_ids()
    ids()  # the first one named the earlier device
    with open_desk(folder, clock, ids) as new:
        yield new


def test_a_new_file_beside_backups_is_told(begun_anew: Desk) -> None:
    for _ in range(2):
        told = made_anew(begun_anew.progress)
        assert told.startswith(NEW)
        assert told.endswith(RESTORING)
        # What belongs to the device is nothing that a restore would put away.
        with begun_anew.progress.transaction():
            settings.put(begun_anew.progress, "theme", "nord")


def test_what_was_set_since_is_not_to_be_put_away(begun_anew: Desk) -> None:
    with begun_anew.progress.transaction():
        flags.flag(begun_anew.progress, "bank/a", "why")
    told = made_anew(begun_anew.progress)
    assert told.startswith(WITHOUT)
    assert told.endswith(MERGING)
    fill(begun_anew.progress, [review("R2")])
    assert made_anew(begun_anew.progress) == ""


def test_backups_of_a_file_that_never_had_answers_are_of_no_earlier_one(
    desk: Desk, folder: StudyFolder
) -> None:
    """As a merge makes them on a device that has only a plan or a flag."""
    with desk.progress.transaction():
        flags.flag(desk.progress, "bank/a", "why")
    merged = merge(desk, [Elsewhere(folder.progress, (), marks=(PLAN,))])
    assert merged.backup is not None
    assert settings.get(desk.progress, "exam_day") == PLAN.value
    assert made_anew(desk.progress) == ""


def test_a_plan_of_an_earlier_file_is_told(desk: Desk, folder: StudyFolder, clock: Clock) -> None:
    with desk.progress.transaction():
        flags.flag(desk.progress, "bank/a", "why")
    backup = back_up_now(folder.progress, "merge", clock)
    assert made_anew(desk.progress) == ""
    with closing(sqlite3.connect(backup)) as connection, connection:
        connection.execute("UPDATE device SET id = 'EARLIER'")
    assert made_anew(desk.progress).startswith(WITHOUT)


def test_a_backup_that_can_not_be_read_may_be_of_an_earlier_file(
    desk: Desk, folder: StudyFolder, clock: Clock
) -> None:
    back_up_now(folder.progress, "daily", clock).write_bytes(b"not a database at all")
    assert made_anew(desk.progress).startswith(NEW)


def test_a_file_whose_folder_is_not_there_is_not_taken_for_one_never_made(tmp_path: Path) -> None:
    assert missing(tmp_path / "progress.db") is None
    with pytest.raises(ProgressError, match=r"stick is no folder, so progress\.db"):
        missing(tmp_path / "stick" / "progress.db")
