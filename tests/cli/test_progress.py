from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import cssprep
from tests.progress.entries import amendment, review, undo
from tests.progress.files import contents, fill, open_at
from tests.terminal import CSSPREP
from tui.progress import memories
from tui.schedule.fsrs6 import replay

LEAST = '{"question": "bank/ü", "at": "2025-11-22T12:00:00Z", "score": 1}\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A study folder with three entries in its log."""
    root = empty(tmp_path / "study")
    with open_at(root / "progress.db") as db:
        fill(db, [review("R1", score=0.0), amendment("A1", "R1"), undo("U1", "A1")])
    return root


def empty(root: Path) -> Path:
    (root / "question_banks").mkdir(parents=True)
    return root


def test_the_log_is_printed_line_by_line(root: Path) -> None:
    done = cssprep("progress", "export", folder=root)
    assert (done.returncode, done.stderr) == (0, "")
    entries = [json.loads(line) for line in done.stdout.splitlines()]
    # Of one moment: in the order of their ids.
    assert [entry["id"] for entry in entries] == ["A1", "R1", "U1"]
    wanted = "id question at kind answer score grade seconds device key day parts"
    assert set(entries[1]) == set(wanted.split())
    assert cssprep("progress", "export", "-", folder=root).stdout == done.stdout


def test_an_export_taken_in_elsewhere_is_exported_the_same(root: Path, tmp_path: Path) -> None:
    other = empty(tmp_path / "other")
    file = tmp_path / "log.jsonl"
    done = cssprep("progress", "export", str(file), folder=root)
    assert (done.returncode, done.stdout) == (0, f"Wrote 3 entries to {file}.\n")
    done = cssprep("progress", "import", str(file), folder=other)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "3 added, 0 known already, 0 refused.\n",
        "",
    )
    again = tmp_path / "again.jsonl"
    cssprep("progress", "export", str(again), folder=other)
    assert again.read_bytes() == file.read_bytes()
    with open_at(other / "progress.db") as db:
        assert memories.get(db, "bank/a") == replay([review("R1", score=0.0)])
    done = cssprep("progress", "import", str(file), folder=other)
    assert done.stdout == "0 added, 3 known already, 0 refused.\n"


def test_one_entry_is_one_and_no_terminal_obeys_the_name_of_a_file(tmp_path: Path) -> None:
    root = empty(tmp_path / "study")
    cssprep("progress", "import", "-", folder=root, given=LEAST)
    done = cssprep("progress", "export", "\x1b[2J\n.jsonl", folder=root, cwd=tmp_path)
    assert done.stdout == "Wrote 1 entry to \\x1b[2J\\n.jsonl.\n"
    assert (tmp_path / "\x1b[2J\n.jsonl").is_file()
    done = cssprep("progress", "export", "\x1b[2J/log.jsonl", folder=root, cwd=tmp_path)
    assert done.stderr == (
        "cssprep: \\x1b[2J/log.jsonl can't be written: No such file or directory. "
        "Name another file.\n"
    )
    done = cssprep("progress", "export", "x" * 300, folder=root, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_an_export_that_is_interrupted_leaves_nothing_and_says_nothing(
    root: Path, tmp_path: Path
) -> None:
    with open_at(root / "progress.db") as db:
        fill(db, [review(f"S{number:04}") for number in range(1000)])
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = [CSSPREP, "--folder", str(root), "progress", "export", str(pipe)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        with pipe.open("rb") as stream:
            # It waits for a reader: the pipe holds less than the log.
            assert stream.readline()
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 130
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_what_is_refused_is_named_by_line_and_the_rest_comes_in(root: Path) -> None:
    given = LEAST + "nonsense\n" + LEAST + '{"question": "bank/b"}\n'
    done = cssprep("progress", "import", "-", folder=root, given=given)
    assert done.returncode == 1
    assert done.stdout == "1 added, 1 known already, 2 refused.\n"
    assert done.stderr.splitlines() == [
        "standard input:2: Not JSON: Expecting value at column 1.",
        "standard input:4: `at` is missing.",
    ]


def test_of_many_refused_lines_the_first_are_printed(root: Path) -> None:
    done = cssprep("progress", "import", "-", folder=root, given="nonsense\n" * 30 + LEAST)
    assert done.returncode == 1
    assert done.stdout == "1 added, 0 known already, 30 refused.\n"
    assert len(done.stderr.splitlines()) == 21
    assert done.stderr.endswith("standard input: and 10 more.\n")


def test_a_file_without_any_entry_is_refused_as_a_whole(root: Path, tmp_path: Path) -> None:
    before = contents(root)
    for name, content, said in (
        ("bank.yaml", b"title: A bank\nquestions:\n" * 50, "holds no answer that can be read. "),
        ("log.jsonl.gz", gzip.compress(LEAST.encode()), "holds no answer that can be read. Line 1"),
        ("copy.db", (root / "progress.db").read_bytes(), "is a database, not an export. Take it"),
    ):
        file = tmp_path / name
        file.write_bytes(content)
        done = cssprep("progress", "import", str(file), folder=root)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"cssprep: {file} {said}")
        assert done.stderr.count("\n") == 1
    assert contents(root) == before
    done = cssprep("progress", "import", os.devnull, folder=root)
    assert (done.returncode, done.stdout) == (0, "0 added, 0 known already, 0 refused.\n")


def test_the_folder_may_be_named_before_and_after(root: Path) -> None:
    for arguments in (
        ("--folder", str(root), "progress", "export"),
        ("progress", "--folder", str(root), "export"),
        ("progress", "export", "--folder", str(root)),
    ):
        assert cssprep(*arguments).stdout.count("\n") == 3


def test_nothing_is_printed_in_place_of_progress_that_is_not_there(tmp_path: Path) -> None:
    root = empty(tmp_path / "study")
    done = cssprep("progress", "export", folder=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"There is nothing to export yet: {root / 'progress.db'} is not there." in done.stderr
    assert not (root / "progress.db").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("export", "progress.db"), "is where the progress itself is kept"),
        (("export", "progress.db-wal"), "is where the progress itself is kept"),
        (("export", "question_banks"), "is a folder"),
        (("export", "missing/log.jsonl"), "can't be written: No such file or directory"),
        (("import", "missing.jsonl"), "can't be read: No such file or directory"),
        (("import", "question_banks"), "can't be read: Is a directory"),
    ],
)
def test_files_that_can_not_be_used(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = contents(root)
    done = cssprep("progress", *arguments, folder=root, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert contents(root) == before


def test_a_file_that_is_not_there_makes_no_progress(tmp_path: Path) -> None:
    root = empty(tmp_path / "study")
    assert cssprep("progress", "import", "missing.jsonl", folder=root).returncode == 2
    assert contents(root) == {}


def test_progress_that_can_not_be_opened(tmp_path: Path) -> None:
    root = empty(tmp_path / "study")
    (root / "progress.db").write_text("no database")
    for action in (("export",), ("import", "-")):
        done = cssprep("progress", *action, folder=root, given=LEAST)
        assert done.returncode == 2
        assert "no progress database" in done.stderr
        assert done.stderr.count("\n") == 1


def test_a_pipe_is_written_to_and_not_replaced(root: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [CSSPREP, "--folder", str(root), "progress", "export", str(pipe)], stdout=subprocess.PIPE
    ) as process:
        assert pipe.read_bytes().count(b"\n") == 3
        process.communicate()
    assert pipe.is_fifo()


def test_output_is_utf8_whatever_the_locale_says(root: Path) -> None:
    cssprep("progress", "import", "-", folder=root, given=LEAST)
    done = subprocess.run(
        [CSSPREP, "--folder", str(root), "progress", "export"],
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        check=True,
    )
    assert "bank/ü" in done.stdout.decode()


def test_exporting_needs_neither_a_screen_nor_the_banks() -> None:
    program = (
        "import sys, argparse, tui.cli.progress, tui.progress.exchange;"
        "assert not {'textual', 'yaml', 'pydantic', 'fsrs', 'sqlite_utils'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
