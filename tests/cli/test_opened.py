"""What commands do where there is no progress.db, and where backups or a log of one are left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.conftest import HandClock
from tests.progress.entries import review
from tests.progress.files import contents, fill, open_at
from tui.progress.copies.backups import back_up_now
from tui.study.folder import StudyFolder

LOOKING = [
    ["today"],
    ["today", "--json"],
    ["stats"],
    ["weak"],
    ["plan"],
    ["bank", "list", "--filter", ""],
]
ASKING = [
    ["progress", "export"],
    ["progress", "flags"],
    ["progress", "wordings"],
    ["progress", "leeches"],
    ["progress", "fit"],
    ["bank", "items"],
]
MAKING = [["plan", "--minutes", "30"], ["weak", "--exam", "none"], ["progress", "import", "-"]]
MISSING = "progress.db is not there, and there are backups of it. "
NEW = "progress.db is new, and there are backups of an earlier one: "
LISTS, RESTORES = "`cssprep progress backups` lists them", "`cssprep progress restore FILE`"
ADVICE = f"{LISTS}, {RESTORES} puts one in its place.\n"


@pytest.fixture
def gone(folder: StudyFolder, clock: HandClock) -> StudyFolder:
    """A study folder whose progress.db is gone, with a backup of it."""
    with open_at(folder.progress) as db:
        fill(db, [review("R1")])
        back_up_now(folder.progress, "daily", clock)
    folder.progress.unlink()
    return folder


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_who_only_looks_makes_nothing(folder: StudyFolder, command: list[str]) -> None:
    before = contents(folder.root)
    done = cssprep(*command, folder=folder.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(folder.root) == before
    assert not list(folder.cache.glob("statistics-*"))
    # As with a progress.db that holds no answer.
    open_at(folder.progress).close()
    assert cssprep(*command, folder=folder.root).stdout == done.stdout


@pytest.mark.parametrize("command", LOOKING, ids=" ".join)
def test_who_looks_is_told_of_backups(gone: StudyFolder, command: list[str]) -> None:
    before = contents(gone.root)
    done = cssprep(*command, folder=gone.root)
    assert (done.returncode, done.stderr) == (0, f"{gone.root}/{MISSING}{ADVICE}")
    assert done.stdout
    assert contents(gone.root) == before


@pytest.mark.parametrize("command", ASKING, ids=" ".join)
def test_what_needs_answers_names_backups(gone: StudyFolder, command: list[str]) -> None:
    before = contents(gone.root)
    done = cssprep(*command, folder=gone.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"cssprep: {gone.root}/{MISSING}{ADVICE}"
    assert contents(gone.root) == before


@pytest.mark.parametrize("command", MAKING, ids=" ".join)
def test_who_makes_one_beside_backups_tells_it(gone: StudyFolder, command: list[str]) -> None:
    done = cssprep(*command, folder=gone.root)
    assert (done.returncode, done.stderr) == (0, NEW + ADVICE)
    assert gone.progress.is_file()


def test_studying_line_by_line_tells_it(gone: StudyFolder) -> None:
    for _ in range(2):
        done = cssprep("study", "--plain", folder=gone.root, given=":quit\n")
        assert (done.returncode, done.stderr) == (0, NEW + ADVICE)


@pytest.mark.parametrize("command", [*LOOKING, *ASKING], ids=" ".join)
def test_a_link_to_where_nothing_is_plugged_in_is_told(
    folder: StudyFolder, tmp_path: Path, command: list[str]
) -> None:
    folder.progress.symlink_to(tmp_path / "stick" / "progress.db")
    done = cssprep(*command, folder=folder.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"cssprep: {tmp_path}/stick is no folder, so progress.db can't be in it. Plug in its disk "
        "or make the folder, or name another one with --folder.\n"
    )


def test_a_link_to_a_file_that_is_still_to_be_made_is_followed(
    folder: StudyFolder, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    folder.progress.symlink_to(tmp_path / "stick" / "progress.db")
    assert cssprep("today", folder=folder.root).returncode == 0
    assert not list((tmp_path / "stick").iterdir())
    assert cssprep("plan", "--minutes", "30", folder=folder.root).returncode == 0
    assert (tmp_path / "stick" / "progress.db").is_file()


@pytest.mark.parametrize("command", [*LOOKING, *ASKING], ids=" ".join)
def test_a_log_without_its_file_is_told(folder: StudyFolder, command: list[str]) -> None:
    wal = folder.root / "progress.db-wal"
    wal.write_bytes(b"what was recorded last")
    before = contents(folder.root)
    done = cssprep(*command, folder=folder.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "progress.db is missing, and progress.db-wal holds what was recorded" in done.stderr
    assert contents(folder.root) == before
