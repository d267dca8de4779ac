from __future__ import annotations

from tests.conftest import counted_ids
from tests.progress.entries import review
from tests.progress.files import fill
from tui.clock import Clock
from tui.progress.copies.backups import back_up_now
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.made_anew import made_anew


def test_a_new_file_beside_backups_is_told(desk: Desk, folder: StudyFolder, clock: Clock) -> None:
    assert made_anew(desk.progress) == ""
    fill(desk.progress, [review("R1")])
    back_up_now(folder.progress, "daily", clock)
    assert made_anew(desk.progress) == ""
    desk.close()
    folder.progress.unlink()
    with open_desk(folder, clock, counted_ids()) as new:
        assert "cssprep progress restore" in made_anew(new.progress)
