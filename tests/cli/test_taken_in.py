from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tui.cli.taken_in import opened_source
from tui.fault import Fault

LINES = [b"\n", b"one\n", b"two\n", b"three\n" * 40_000]


def test_all_of_a_pipe_is_read_however_late_its_writer_writes(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    both = pipe.open("r+b", buffering=0)

    def write() -> None:
        with both:
            for line in LINES:
                both.write(line)

    writer = threading.Thread(target=write)
    with opened_source(str(pipe)) as readline:
        writer.start()
        found = b"".join(iter(lambda: readline(1_000), b""))
    writer.join()
    assert found == b"".join(LINES)


@pytest.mark.parametrize("content", [b"\n\none\n", b"one\ntwo", b"x" * 5_000])
def test_what_lies_in_a_pipe_already(tmp_path: Path, content: bytes) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pipe.open("r+b", buffering=0) as both:
        both.write(content)
        with opened_source(str(pipe)) as readline:
            both.close()
            assert b"".join(iter(lambda: readline(1_000), b"")) == content


def test_a_pipe_that_nobody_writes_to_is_told_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (
        pytest.raises(Fault, match=r"Nobody writes to the pipe .*pipe\. Start what fills it"),
        opened_source(str(tmp_path / "pipe")),
    ):
        pass


def test_a_pipe_whose_writer_has_left_without_a_word_is_empty() -> None:
    """As the shell hands over `<(true)`."""
    reads, writes = os.pipe()
    os.close(writes)
    try:
        with opened_source(f"/dev/fd/{reads}") as readline:
            assert readline(1_000) == b""
    finally:
        os.close(reads)


def test_what_a_writer_that_has_left_wrote_is_read() -> None:
    reads, writes = os.pipe()
    os.write(writes, b"one\ntwo\n")
    os.close(writes)
    try:
        with opened_source(f"/dev/fd/{reads}") as readline:
            assert b"".join(iter(lambda: readline(1_000), b"")) == b"one\ntwo\n"
    finally:
        os.close(reads)


def test_a_file_is_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "log.jsonl"
    file.write_bytes(b"".join(LINES))
    with opened_source(str(file)) as readline:
        assert [readline(4), readline(2), readline(9)] == [b"\n", b"on", b"e\n"]
