"""progress.db replaced by renaming another file while it is open, as syncing tools do."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import HandClock
from tests.progress.entries import NOON, review
from tests.progress.files import fill, open_at
from tui.progress import log
from tui.progress.copies.backup import connected, is_sound
from tui.progress.copies.backups import back_up_now
from tui.progress.errors import ProgressError
from tui.progress.guards.held_files import handle_of, identity
from tui.progress.guards.locks import shared_with_others
from tui.progress.guards.wal import is_there

OPENED = """
import sys
from pathlib import Path
from tests.progress.files import open_at
with open_at(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""

REPLACING = """
import sys
from pathlib import Path
from tests.progress.entries import NOON
from tests.progress.files import counted
from tui.clock import FixedClock
from tui.progress.copies.restoring import restore
from tui.progress.noting import silent
restore(Path(sys.argv[1]), Path(sys.argv[2]), FixedClock(NOON), counted("Z"), silent)
"""

EXAMINING = """
import sys
from pathlib import Path
from tests.progress.entries import NOON
from tests.progress.files import counted
from tui.clock import FixedClock
from tui.progress.noting import silent
from tui.study.doctor.examining import examine
from tui.study.folder import StudyFolder
root = Path(sys.argv[1]).parent
folder = StudyFolder(root, root / "question_banks", Path(sys.argv[1]), root / "cache")
examine(folder, FixedClock(NOON), counted("Z"), silent)
"""


@pytest.fixture
def other(path: Path) -> Path:
    """Another device's file, about to be put in the place of `path`."""
    made = path.with_name("other.db")
    with open_at(made) as db:
        fill(db, [review(f"O{n}") for n in range(300)])
    return made


def ids(path: Path) -> set[str]:
    with open_at(path) as db:
        return log.ids(db)


def test_what_comes_of_it(path: Path, other: Path) -> None:
    recorded = {f"R{n}" for n in range(200)}
    with open_at(path) as db:
        fill(db, [review(entry) for entry in recorded])
        other.replace(path)
        with pytest.raises(ProgressError, match="removed or replaced"):
            open_at(path)
        with pytest.raises(ProgressError, match="removed or replaced"):
            connected(path)
        with pytest.raises(ProgressError, match="All that was recorded before is in"):
            fill(db, [review("late")])
    assert ids(path.with_name("progress-kept-1.db")) == recorded
    assert ids(path) == {f"O{n}" for n in range(300)}
    assert is_sound(path)


@pytest.mark.parametrize(
    ("program", "gone"), [(REPLACING, False), (REPLACING, True), (EXAMINING, False)]
)
def test_nobody_puts_another_in_its_place_before(
    path: Path, other: Path, program: str, *, gone: bool
) -> None:
    recorded = {f"R{n}" for n in range(20)}
    with open_at(path) as db:
        backup = back_up_now(other, "daily", HandClock(NOON))
        fill(db, [review(entry) for entry in recorded])
        if gone:
            path.unlink()
        else:
            other.replace(path)
        done = run(path, program, str(backup))
        assert "was removed or replaced while cssprep had it open" in done.communicate("")[1]
        with pytest.raises(ProgressError, match="All that was recorded before is in"):
            fill(db, [review("late")])
    assert ids(path.with_name("progress-kept-1.db")) == recorded


@pytest.mark.parametrize("program", [OPENED, EXAMINING])
@pytest.mark.parametrize("left", ["nothing", "empty file"])
def test_nobody_begins_anew_on_the_log_of_a_file_that_is_gone(
    path: Path, program: str, left: str
) -> None:
    """Though that log is empty, as after each start."""
    with open_at(path) as db:
        fill(db, [review(f"R{n}") for n in range(20)])
    with open_at(path) as db:
        assert not is_there(path)
        path.unlink()
        if left == "empty file":
            path.touch()
        done = run(path, program)
        assert "was removed or replaced while cssprep had it open" in done.communicate("")[1]
        with pytest.raises(ProgressError, match="All that was recorded before is in"):
            fill(db, [review("late")])
    assert ids(path.with_name("progress-kept-1.db")) == {f"R{n}" for n in range(20)}


def test_nobody_else_opens_it_before_that_is_told(path: Path, other: Path) -> None:
    with open_at(path) as db:
        fill(db, [review("R1")])
        other.replace(path)
        done = run(path)
        assert "was removed or replaced while cssprep had it open" in done.communicate("")[1]
        with pytest.raises(ProgressError):
            fill(db, [review("late")])
    assert ids(path.with_name("progress-kept-1.db")) == {"R1"}
    assert len(ids(path)) == 300


@pytest.mark.parametrize("gone", [("",), ("", "-wal", "-shm")])
def test_who_leaves_without_a_word_more_is_told_then(path: Path, gone: tuple[str, ...]) -> None:
    db = open_at(path)
    fill(db, [review("R1")])
    for end in gone:
        path.with_name(path.name + end).unlink()
    with pytest.raises(ProgressError, match="All that was recorded before is in"):
        db.close()
    assert ids(path.with_name("progress-kept-1.db")) == {"R1"}


def test_whether_others_have_it_open_is_asked_without_a_lock_more_or_less(path: Path) -> None:
    with open_at(path), closing(connected(path)):
        handle = handle_of(identity(path))
        assert handle is not None
        assert not shared_with_others(handle)
        another = run(path)
        assert another.stdout is not None
        assert another.stdout.readline() == "open\n"
        assert shared_with_others(handle)
        another.communicate("")
        assert not shared_with_others(handle)


def run(path: Path, program: str = OPENED, *arguments: str) -> subprocess.Popen[str]:
    """Another process that runs `program`: opens the file, and leaves at the end of its input."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
