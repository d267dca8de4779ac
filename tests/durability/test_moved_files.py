"""progress.db is removed, replaced or closed by others while the app has it open."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.driving import answer, at_question, settle
from tests.progress.entries import review
from tests.progress.files import contents, fill, open_at
from tui.app.screens.trouble import TroubleScreen
from tui.progress import log
from tui.progress.copies.backup import is_sound
from tui.progress.errors import ProgressError
from tui.study.desk import Desk

OPENS_AND_CLOSES = """
import sys
from pathlib import Path
from tests.progress.files import open_at
open_at(Path(sys.argv[1])).close()
"""

KILLED_AFTER_ANOTHER_LEFT = """
import os, signal, subprocess, sys
from pathlib import Path
from tests.durability.test_moved_files import OPENS_AND_CLOSES
from tests.progress.entries import review
from tests.progress.files import fill, open_at

path = Path(sys.argv[1])
db = open_at(path)
# What a worker of the app does.
open_at(path).close()
subprocess.run([sys.executable, "-c", OPENS_AND_CLOSES, str(path)], check=True)
fill(db, [review("R1")])
os.kill(os.getpid(), signal.SIGKILL)
"""


def remove(path: Path) -> None:
    for name in contents(path.parent):
        path.with_name(name).unlink()


def remove_log(path: Path) -> None:
    path.with_name("progress.db-wal").unlink()


def replace(path: Path) -> None:
    other = path.with_name("other.db")
    shutil.copy(path, other)
    other.replace(path)


def move(path: Path) -> None:
    path.rename(path.with_name("moved.db"))


def entry_ids(path: Path) -> list[str]:
    with open_at(path) as db:
        return [entry.id for entry in log.entries(db)]


@pytest.mark.parametrize("happens", [remove, remove_log, replace, move])
def test_all_recorded_before_is_kept_and_nothing_goes_into_the_void(
    happens: Callable[[Path], None], tmp_path: Path
) -> None:
    path = tmp_path / "progress.db"
    copy = tmp_path / "progress-kept-1.db"
    with open_at(path) as db:
        fill(db, [review("R1"), review("R2")])
        happens(path)
        for number in (3, 4):
            with pytest.raises(ProgressError) as told:
                fill(db, [review(f"R{number}")])
            assert "removed or replaced" in told.value.message
            assert "not recorded" in told.value.advice
            assert str(copy) in told.value.advice
    assert [name for name in contents(tmp_path) if "kept" in name] == [copy.name]
    assert is_sound(copy)
    assert entry_ids(copy) == ["R1", "R2"]


def test_a_file_that_is_put_back_takes_answers_again(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    with open_at(path) as db:
        fill(db, [review("R1")])
        move(path)
        with pytest.raises(ProgressError):
            fill(db, [review("R2")])
        path.with_name("moved.db").rename(path)
        fill(db, [review("R2")])
    assert entry_ids(path) == ["R1", "R2"]


def test_where_no_copy_can_be_made_that_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    folder.mkdir()
    with open_at(folder / "progress.db") as db:
        fill(db, [review("R1")])
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(ProgressError, match=r"Put it back where it was"):
            fill(db, [review("R2")])
        (tmp_path / "elsewhere").rename(folder)
        fill(db, [review("R2")])
    assert entry_ids(folder / "progress.db") == ["R1", "R2"]


async def test_the_learner_is_told(desk: Desk) -> None:
    async with at_question(desk, "broker") as pilot:
        await settle(pilot)
        desk.progress.path.unlink()
        await pilot.press("a", "enter")
        await pilot.pause()
        trouble = pilot.app.screen
        assert isinstance(trouble, TroubleScreen)
        assert "removed or replaced while cssprep had it open" in trouble.fault.message
        assert "Your answer stands where you gave it" in trouble.fault.advice
        await pilot.press("enter")
        assert answer(pilot) == ("The World Bank",)


def test_another_process_that_leaves_does_not_take_the_log_along(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_AFTER_ANOTHER_LEFT, str(path)], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert path.with_name("progress.db-wal").stat().st_size > 0
    assert entry_ids(path) == ["R1"]


def test_as_many_as_open_it_may_close_it(tmp_path: Path) -> None:
    path = tmp_path / "progress.db"
    first, second = open_at(path), open_at(path)
    first.close()
    first.close()
    fill(second, [review("R1")])
    subprocess.run([sys.executable, "-c", OPENS_AND_CLOSES, str(path)], check=True)
    assert path.with_name("progress.db-wal").exists()
    second.close()
    # Nobody has it open now: what lies there is looked at before SQLite sees it.
    os.truncate(path, 50)
    with pytest.raises(ProgressError, match="no progress database"):
        open_at(path)
