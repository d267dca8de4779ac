from __future__ import annotations

from pathlib import Path

import pytest

from tests.study.doctor import damaging_log
from tests.study.doctor.damaging import (
    Learner,
    Place,
    damage,
    examined_and_repaired,
    faults_after,
    made_learner,
    opened,
    places,
)
from tui.progress.copies.backups import folder_of
from tui.progress.guards.wal import USUAL_SIZE


@pytest.fixture(scope="module")
def learner(tmp_path_factory: pytest.TempPathFactory) -> Learner:
    return made_learner(tmp_path_factory.mktemp("damage") / "study")


def test_wherever_a_file_is_damaged_only_what_lay_there_goes_and_is_told(learner: Learner) -> None:
    found = {place: faults_after(learner, place) for place in places(learner, 40, seed=11)}
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_wherever_the_log_that_a_kill_left_is_damaged_nothing_goes_without_a_word(
    learner: Learner, tmp_path: Path
) -> None:
    case = damaging_log.killed(learner, tmp_path)
    found = {
        place: damaging_log.faults_after(case, place)
        for place in damaging_log.places(case, 12, seed=11)
    }
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_without_a_backup_all_but_the_damaged_pages_is_kept(tmp_path: Path) -> None:
    learner = made_learner(tmp_path / "study")
    for backup in folder_of(learner.folder.progress).iterdir():
        backup.unlink()
    page = next(n for n, ids in sorted(learner.on_page.items()) if n > 20 and len(ids) > 3)
    damage(learner, Place((page - 1) * USUAL_SIZE, 255))
    assert "damaged" in opened(learner)
    repaired = examined_and_repaired(learner)
    assert repaired is not None
    assert repaired.rebuilt is not None
    assert {lost.id for lost in repaired.rebuilt.lost} <= learner.on_page[page]
    assert repaired.rebuilt.lost
    assert all(lost.question for lost in repaired.rebuilt.lost if (lost.id or "").startswith("R"))
    assert repaired.rebuilt.entries == len(learner.entries) - len(repaired.rebuilt.lost)
    assert repaired.rebuilt.from_backups == 0


def test_the_damaged_file_is_kept_as_it_was(learner: Learner) -> None:
    damage(learner, Place(len(learner.content) // 2, 0))
    before = learner.folder.progress.read_bytes()
    repaired = examined_and_repaired(learner)
    assert repaired is not None
    assert repaired.rebuilt is not None
    assert repaired.rebuilt.kept.read_bytes() == before
    assert repaired.rebuilt.kept.parent == learner.folder.root


def test_a_first_page_that_is_gone_hides_nothing(tmp_path: Path) -> None:
    learner = made_learner(tmp_path / "study")
    for backup in folder_of(learner.folder.progress).iterdir():
        backup.unlink()
    damage(learner, Place(0, 255))
    path = learner.folder.progress
    path.write_bytes(b"\0" * USUAL_SIZE + path.read_bytes()[USUAL_SIZE:])
    assert opened(learner)
    repaired = examined_and_repaired(learner)
    assert repaired is not None
    assert repaired.rebuilt is not None
    assert (repaired.rebuilt.lost, repaired.rebuilt.entries) == ((), len(learner.entries))
    assert opened(learner) == ""
