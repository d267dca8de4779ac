"""Standard streams that are full, closed or left: in processes, as a shell starts them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.study.folder import StudyFolder

FULL = "cssprep: Not all of the output could be written: No space left on device."
CLOSED = "cssprep: What was to be told could not be written: standard output is closed."
ENTRIES = 1000
"""So many that neither a pipe nor a buffer holds all of them."""
COMMANDS = [
    ["today"],
    ["doctor"],
    ["stats"],
    ["bank", "list"],
    ["study", "--plain"],
    ["progress", "export"],
    ["progress", "flags"],
    ["--help"],
    ["--version"],
]


@pytest.fixture
def root(folder: StudyFolder) -> Path:
    """A study folder with a long log."""
    with open_at(folder.progress) as db:
        fill(db, [review(f"R{number:04}") for number in range(ENTRIES)])
    return folder.root


def shell(root: Path, command: list[str], redirected: str) -> subprocess.CompletedProcess[str]:
    """The outcome of `command` with what a shell is told behind it."""
    return subprocess.run(
        ["bash", "-c", f'set -o pipefail; "$0" "$@" {redirected}', CSSPREP, *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=dict(os.environ) | {"CSSPREP_FOLDER": str(root)},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_output_that_is_full_or_closed_is_told(root: Path, command: list[str]) -> None:
    for redirected, words in ((">/dev/full", FULL), (">&-", CLOSED)):
        done = shell(root, command, redirected)
        assert done.returncode == 2
        assert done.stderr.startswith(words)
        assert done.stderr.count("\n") == 1
    done = shell(root, command, ">/dev/full 2>/dev/full")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize("command", [["progress", "export"], ["bank", "list"]], ids=" ".join)
def test_a_reader_that_leaves_is_not_worth_a_word(root: Path, command: list[str]) -> None:
    done = shell(root, command, "| head -1")
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")


def test_without_errors_or_input_a_command_does_its_work(root: Path) -> None:
    whole = cssprep("progress", "export", folder=root).stdout
    assert whole.count("\n") == ENTRIES
    for redirected in ("2>&-", "2>/dev/full", "<&-"):
        done = shell(root, ["progress", "export"], redirected)
        assert (done.returncode, done.stdout, done.stderr) == (0, whole, "")
    done = shell(root, ["progress", "import", "-"], "<&-")
    assert done.stdout == "0 added, 0 known already, 0 refused.\n"


def test_no_file_takes_the_place_of_a_closed_output(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    done = shell(root, ["progress", "export", str(file)], "<&- >&- 2>&-")
    assert done.returncode == 2
    assert file.read_text() == cssprep("progress", "export", folder=root).stdout


def test_a_fault_beside_a_closed_output_is_told(root: Path) -> None:
    done = shell(root, ["study", "--plain", "--topic", "nothing"], ">&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert "No bank has the topic nothing" in done.stderr


def test_nobody_is_asked_on_and_on_without_seeing_a_question(root: Path) -> None:
    command = ["bash", "-c", f"{CSSPREP} study --plain >/dev/full"]
    with Terminal(command, root) as terminal:
        terminal.type(ENTER, ENTER)
        terminal.wait_for("Not all of the output could be written")
        assert terminal.ended() == 2
