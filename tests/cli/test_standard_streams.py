"""Standard streams that are full, closed or left: in processes, as a shell starts them."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.app.preview.bank import write
from tests.cli.run import cssprep
from tests.progress.entries import review
from tests.progress.files import fill, open_at
from tests.terminal import CSSPREP, ENTER, Terminal
from tui.study.folder import StudyFolder

FULL = "cssprep: Not all of the output could be written: No space left on device."
TOO_LARGE = "cssprep: Not all of the output could be written: File too large."
CLOSED = "cssprep: What was to be told could not be written: standard output is closed."
ENTRIES = 1000
"""So many that neither a pipe nor a buffer holds all of them."""
PAGE = 4096
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


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def unbuffered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run twice: with buffers in front of their output, and with none."""
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


@pytest.fixture
def pipe() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The ends of a pipe that holds one page: what to read from, and what to write to."""
    ends = os.pipe()
    fcntl.fcntl(ends[0], fcntl.F_SETPIPE_SZ, PAGE)
    with os.fdopen(ends[0], "rb") as reading, os.fdopen(ends[1], "wb", 0) as writing:
        yield reading, writing


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


@pytest.mark.usefixtures("unbuffered")
def test_an_output_that_takes_a_part_is_told(tmp_path: Path) -> None:
    file = tmp_path / "schema"
    done = subprocess.run(
        ["bash", "-c", 'ulimit -f 1; exec "$0" bank schema >"$1"', CSSPREP, str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert file.stat().st_size == 1024
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith(TOO_LARGE)


@pytest.mark.usefixtures("unbuffered")
@pytest.mark.parametrize(
    ("command", "to"), [(["bank", "schema"], "stdout"), (["nonsense"], "stderr")]
)
def test_a_pipe_that_refuses_what_it_has_no_room_for_gets_it_later(
    pipe: tuple[BinaryIO, BinaryIO], command: list[str], to: str
) -> None:
    known = cssprep(*command)
    reading, writing = pipe
    writing.write(bytes(PAGE))
    os.set_blocking(writing.fileno(), False)
    with subprocess.Popen(
        [CSSPREP, *command],
        stdout=writing if to == "stdout" else subprocess.PIPE,
        stderr=writing if to == "stderr" else subprocess.PIPE,
    ) as process:
        writing.close()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.8)
        whole = reading.read()
        other = [told for told in process.communicate() if told is not None]
    assert whole == bytes(PAGE) + getattr(known, to).encode()
    assert (process.returncode, other) == (known.returncode, [b""])


@pytest.mark.usefixtures("unbuffered")
def test_an_output_that_waits_can_be_interrupted(
    folder: StudyFolder, pipe: tuple[BinaryIO, BinaryIO]
) -> None:
    with open_at(folder.progress) as db:
        fill(db, [review(f"R{number:04}") for number in range(20)])
    command = [CSSPREP, "--folder", str(folder.root), "progress", "export"]
    # More than the pipe holds, less than a buffer: what waits is the flush at the end.
    assert PAGE < len(cssprep(*command[1:]).stdout) < 2 * PAGE
    reading, writing = pipe
    with subprocess.Popen(command, stdout=writing, stderr=subprocess.PIPE, text=True) as process:
        select.select([reading], [], [])
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) == 130
        finally:
            process.kill()
        assert process.communicate()[1] == ""


@pytest.mark.parametrize("command", ["", "study", "bank preview indus"])
def test_no_screen_is_opened_that_nobody_sees(
    folder: StudyFolder, tmp_path: Path, command: str
) -> None:
    write(folder.banks)
    errors = tmp_path / "errors"
    for redirected in ("2>&-", f"2>{errors}", f"<&- 2>{errors}", f">&- 2>{errors}"):
        # SIGKILL: nothing else ends an app that can't draw.
        line = f"timeout --foreground -s KILL 30 {CSSPREP} {command} {redirected}"
        with Terminal(["bash", "-c", line], folder.root) as terminal:
            assert terminal.ended(40) == 2
            assert not terminal.text.strip()
    assert "needs a terminal: input, output and errors must all be on it." in errors.read_text()


def test_a_console_that_takes_text_is_left_as_it_is() -> None:
    # As on Windows, where a console is given UTF-8 and passes UTF-16 on.
    code = """
import sys
from io import BufferedWriter, FileIO, TextIOWrapper

class Console(FileIO):
    def write(self, data):
        super().write(bytes(data).decode().encode("utf-16-le"))
        return len(data)

for name, number in (("stdout", 1), ("stderr", 2)):
    stream = TextIOWrapper(BufferedWriter(Console(number, "wb", closefd=False)), "utf-8")
    setattr(sys, name, stream)
    setattr(sys, f"__{name}__", stream)

from tui.cli.standard_streams import prepare

prepare()
print("“✓”", end="")
print("“✗”", end="", file=sys.stderr, flush=True)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout.decode("utf-16-le"), done.stderr.decode("utf-16-le")) == ("“✓”", "“✗”")
