"""What is told where the name given to restore, or that of progress.db, is not that of a file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.files import as_learner, contents, counted, open_at
from tui.progress.copies.restoring import restore
from tui.progress.errors import ProgressError
from tui.progress.noting import silent


def refusal(path: Path, backup: Path, clock: HandClock) -> str:
    with pytest.raises(ProgressError) as told:
        restore(path, backup, clock, counted(), silent)
    return str(told.value)


def test_a_folder_is_no_backup(tmp_path: Path, clock: HandClock) -> None:
    path = tmp_path / "progress.db"
    open_at(path).close()
    before = contents(tmp_path)
    assert refusal(path, tmp_path, clock).startswith(f"{tmp_path} is a folder. Name a file")
    assert contents(tmp_path) == before


def test_a_folder_in_the_place_of_progress_is_moved_by_its_owner(
    tmp_path: Path, clock: HandClock
) -> None:
    backup = tmp_path / "backup.db"
    open_at(backup).close()
    path = tmp_path / "progress.db"
    path.mkdir()
    said = refusal(path, backup, clock)
    assert said == (
        f"{path} is a folder, where the progress database should be. "
        "Move it elsewhere, then start again."
    )


def test_a_backup_that_may_not_be_read(clock: HandClock) -> None:
    # Everybody may enter it, unlike pytest's.
    folder = Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o777)
        backup = folder / "backup.db"
        open_at(backup).close()
        backup.chmod(0)
        said = as_learner(lambda: refusal(folder / "progress.db", backup, clock))
    finally:
        shutil.rmtree(folder)
    assert said.startswith(f"{backup} can't be read: Permission denied. Check whose it is")
    assert "disk" not in said
