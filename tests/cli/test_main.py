from __future__ import annotations

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tests.cli.run import cssprep
from tui.study.folder import StudyFolder


def test_version() -> None:
    done = cssprep("--version")
    assert done.stdout == f"cssprep {tui.__version__}\n"


def test_help_names_every_command() -> None:
    done = cssprep("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("study", "today", "bank", "progress", "--folder"))


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["study", "--minutes", "0"], ["study", "--minutes", "ten"], ["bank"]],
)
def test_wrong_words_are_explained(arguments: list[str], folder: StudyFolder) -> None:
    done = cssprep(*arguments, folder=folder.root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


def test_no_terminal(folder: StudyFolder) -> None:
    done = cssprep(folder=folder.root)
    assert done.returncode == 2
    assert done.stderr == (
        "cssprep: The app needs a terminal: input, output and errors must all be on it. "
        "Use `cssprep study --plain` to study line by line.\n"
    )


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What was said on standard error, which is one line and no traceback."""
    assert done.returncode == 2
    assert done.stderr.startswith("cssprep: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    said = one_sentence(cssprep("today", "--folder", str(tmp_path / "nowhere")))
    assert "There is no folder" in said
    assert "--folder" in said


def test_the_folder_can_stand_before_the_command(folder: StudyFolder) -> None:
    assert cssprep("--folder", str(folder.root), "today").returncode == 0


def test_progress_that_is_no_database(folder: StudyFolder) -> None:
    folder.progress.write_text("these are my notes\n" * 500)
    before = folder.progress.read_bytes()
    assert str(folder.progress) in one_sentence(cssprep("today", folder=folder.root))
    assert folder.progress.read_bytes() == before


def test_progress_from_a_newer_version(folder: StudyFolder) -> None:
    import sqlite3

    cssprep("study", "--plain", folder=folder.root)
    with sqlite3.connect(folder.progress) as connection:
        connection.execute("PRAGMA user_version = 9000")
    connection.close()
    before = folder.progress.read_bytes()
    assert "newer" in one_sentence(cssprep("today", folder=folder.root))
    assert folder.progress.read_bytes() == before


def test_progress_that_is_a_folder(folder: StudyFolder) -> None:
    folder.progress.mkdir()
    one_sentence(cssprep("study", "--plain", folder=folder.root))


def test_an_unknown_topic(folder: StudyFolder) -> None:
    said = one_sentence(cssprep("study", "--plain", "--topic", "water.damms", folder=folder.root))
    assert said == "cssprep: No bank has the topic water.damms. Did you mean water.dams?\n"


def test_today(folder: StudyFolder) -> None:
    assert cssprep("today", folder=folder.root).stdout.startswith("0 to review, ")


def test_today_as_json(folder: StudyFolder) -> None:
    day = json.loads(cssprep("today", "--json", folder=folder.root).stdout)
    assert (day["due"], day["total"], day["open_place"]) == (0, 11, None)


def test_a_reader_that_leaves_early(folder: StudyFolder) -> None:
    script = f"{sys.executable} -m tui bank list --folder {folder.root} | head -c 1"
    done = subprocess.run(script, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_the_users_own_folder_is_made_on_first_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    done = cssprep("study", "--plain", cwd=tmp_path)
    assert done.returncode == 0
    made = tmp_path / "data" / "cssprep" / "progress.db"
    assert stat.S_ISREG(made.stat().st_mode)
