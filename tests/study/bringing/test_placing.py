"""The study folder after a kill, or a disk that fails, at every step of bringing banks in."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from tests.banks.sample import BANK, SOURCE, TODAY
from tests.study.bringing.made import INNER, add, bank_named, files, lay_out, study_folder
from tests.study.bringing.stopping import run_stopped
from tui.banks.check import check_folder
from tui.banks.finding import Severity
from tui.study.folder import StudyFolder

TWO = {
    **INNER,
    "other.yaml": bank_named("other", "sources/deep/other.txt"),
    "sources/deep/other.txt": SOURCE.encode(),
}
NEWER = {**TWO, "bank.yaml": BANK.replace("A valley", "A wide valley").encode()}


def sound_ids(folder: StudyFolder) -> list[str]:
    """The banks of `folder`; each is there with all of its questions."""
    found: list[str] = []
    for each in check_folder(folder.banks, TODAY):
        assert not [found for found in each.findings if found.severity is Severity.ERROR]
        assert each.bank is not None
        assert len(each.bank.questions) == 2
        found.append(each.bank.id)
    return found


@pytest.fixture(params=["added", "updated"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[StudyFolder, Path, Path]:
    """A study folder, a copy of it to begin from, and what is brought in."""
    folder = study_folder(tmp_path)
    lay_out(folder.root, {"progress.db": b"answers"})
    origin = lay_out(tmp_path / "from", NEWER)
    if request.param == "updated":
        lay_out(folder.banks, INNER)
    shutil.copytree(folder.root, tmp_path / "pristine")
    return folder, tmp_path / "pristine", origin


@pytest.mark.parametrize("kill", [True, False], ids=["killed", "failed"])
def test_stopped_anywhere(start: tuple[StudyFolder, Path, Path], kill: bool) -> None:
    folder, pristine, origin = start
    before = files(pristine)
    had = sound_ids(folder)
    for step in itertools.count(1):
        shutil.rmtree(folder.root)
        shutil.copytree(pristine, folder.root)
        stopped = run_stopped(
            step, folder.root.as_posix(), lambda: add(folder, origin, update=True), kill=kill
        )
        now = files(folder.root)
        assert set(had) <= set(sound_ids(folder)) <= {"sample", "other"}
        assert now["progress.db"] == b"answers"
        if not stopped:
            break
        if not kill and len(sound_ids(folder)) < 2:
            assert now == before
        add(folder, origin, update=True)
        assert files(folder.banks) == NEWER
    assert files(folder.banks) == NEWER
    assert step > 15
