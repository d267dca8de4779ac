from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import HandClock, counted_ids
from tests.progress.entries import review
from tests.progress.files import counted, fill
from tui.progress.copies.backups import back_up_now, folder_of
from tui.progress.copies.restoring import restore
from tui.progress.noting import silent
from tui.study.desk import open_desk
from tui.study.doctor.beside_checks import answers_in_backups, answers_in_kept
from tui.study.doctor.examining import examine
from tui.study.doctor.findings import Weight
from tui.study.errors import StudyError
from tui.study.exam_day import set_exam_day
from tui.study.folder import StudyFolder


def answer(folder: StudyFolder, *names: str, device: str = "N") -> None:
    with open_desk(folder, HandClock(), counted(device)) as desk:
        fill(desk.progress, [review(name) for name in names])


def told(folder: StudyFolder) -> list[str]:
    with open_desk(folder, HandClock(), counted_ids()) as desk:
        found = [
            *answers_in_kept(desk.progress, folder.progress),
            *answers_in_backups(desk.progress, folder.progress, HandClock()),
        ]
    assert all(finding.weight is Weight.NOTE for finding in found)
    return [finding.says for finding in found]


@pytest.fixture
def backed_up(folder: StudyFolder) -> Path:
    answer(folder, "R1", "R2", "R3")
    return back_up_now(folder.progress, "daily", HandClock())


def test_a_new_file_beside_backups_is_no_sound_one(folder: StudyFolder, backed_up: Path) -> None:
    assert told(folder) == []
    folder.progress.unlink()
    answer(folder, device="M")
    (says,) = told(folder)
    assert "progress.db has no answers, and a backup of an earlier one holds 3 answers" in says
    assert f"`cssprep progress restore {backed_up}` puts it in place" in says
    found = examine(folder, HandClock(), counted_ids(), silent)
    assert says in [finding.says for finding in found.findings]
    assert found.is_well


def test_a_plan_made_since_is_not_to_be_put_away(folder: StudyFolder, backed_up: Path) -> None:
    folder.progress.unlink()
    with open_desk(folder, HandClock(), counted("M")) as desk:
        set_exam_day(desk, date(2027, 2, 10))
    (says,) = told(folder)
    assert f"`cssprep progress merge {backed_up}` brings them in" in says


def test_answers_that_a_new_file_has_by_now_are_not_put_away(
    folder: StudyFolder, backed_up: Path
) -> None:
    folder.progress.unlink()
    answer(folder, "R1", "R4", device="M")
    (says,) = told(folder)
    assert "holds 2 answers that this one has not" in says
    assert f"`cssprep progress merge {backed_up}` brings them in" in says
    answer(folder, "R2", "R3")
    assert told(folder) == []


def test_a_fuller_backup_of_this_file_hides_none_of_an_earlier_one(
    folder: StudyFolder, backed_up: Path
) -> None:
    folder.progress.unlink()
    answer(folder, *(f"N{n}" for n in range(9)), device="M")
    back_up_now(folder.progress, "merge", HandClock())
    (says,) = told(folder)
    assert "holds 3 answers that this one has not" in says
    assert str(backed_up) in says


def test_what_a_restore_put_away_is_not_missed(folder: StudyFolder, backed_up: Path) -> None:
    answer(folder, "R4")
    restore(folder.progress, backed_up, HandClock(), counted("Y"), silent)
    assert told(folder) == []


def test_a_kept_file_is_a_note(folder: StudyFolder) -> None:
    answer(folder, "R1", "R2")
    shutil.copyfile(folder.progress, folder.progress.with_name("progress-kept-1.db"))
    assert told(folder) == []
    folder.progress.unlink()
    answer(folder, "R1")
    (says,) = told(folder)
    assert says.startswith("progress-kept-1.db holds 1 answer that progress.db has not")
    examined = examine(folder, HandClock(), counted_ids(), silent).findings
    assert says in [finding.says for finding in examined]


def test_a_file_that_was_saved_when_progress_was_removed_is_named(folder: StudyFolder) -> None:
    answer(folder, "R1")
    folder.progress.rename(folder.progress.with_name("progress-kept-1.db"))
    with pytest.raises(StudyError, match=r"progress-kept-1\.db was saved when it was removed"):
        examine(folder, HandClock(), counted_ids(), silent)


def test_a_folder_of_backups_that_is_none_is_a_note(folder: StudyFolder) -> None:
    answer(folder, "R1")
    folder_of(folder.progress).write_text("in the way")
    (says,) = told(folder)
    assert says.startswith("A file lies in the place of the folder")
