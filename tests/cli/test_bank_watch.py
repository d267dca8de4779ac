from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from tests.banks.sample import BANK, write
from tests.terminal import CSSPREP

BROKEN = BANK.replace("topic: nrf\n    prompt: Who", "topic: nfr\n    prompt: Who")
ENOUGH = 30
"""Seconds after which what is waited for won't come any more."""


class Watching:
    """A running `cssprep bank check --watch`, line by line."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [CSSPREP, "bank", "check", "--watch", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._lines: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def until(self, end: str) -> str:
        """What it prints up to a line that begins with `end`."""
        found: list[str] = []
        while not (found and found[-1].startswith(end)):
            found.append(self._lines.get(timeout=ENOUGH))
        return "".join(found)

    def interrupted(self) -> tuple[int, str]:
        """The exit code, and what it says on standard error, once Ctrl+C is pressed."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=ENOUGH)
        assert self.process.stderr is not None
        said = self.process.stderr.read()
        self._reader.join(ENOUGH)
        return code, said

    def __enter__(self) -> Watching:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self._reader.join(ENOUGH)
        for pipe in (self.process.stdout, self.process.stderr):
            assert pipe is not None
            pipe.close()
        self.process.wait()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    """The command, watching a folder with one sound bank."""
    write(tmp_path)
    with Watching("--format", "concise", str(tmp_path)) as found:
        assert found.until("Watching") == "Watching 1 bank; Ctrl+C ends.\n"
        yield found


def save(path: Path, text: str) -> None:
    """Saves as editors do: beside the file, then renamed."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def test_a_save_is_checked_and_ctrl_c_ends_it(watching: Watching, tmp_path: Path) -> None:
    bank = tmp_path / "sample.yaml"
    save(bank, BROKEN)
    changed, finding, last = watching.until("Watching").splitlines()
    assert changed == f"Changed: {bank}."
    assert finding.startswith(f"{bank}:11:12: error unknown-topic: ")
    assert last == "Watching 1 bank; Ctrl+C ends."
    save(bank, BANK)
    assert watching.until("Watching").splitlines() == [changed, last]
    assert watching.interrupted() == (0, "")


def test_banks_come_and_go(watching: Watching, tmp_path: Path) -> None:
    other = tmp_path / "zzz.yaml"
    save(other, BANK)
    found = watching.until("Watching")
    assert f"{other}:2:7: error duplicate-bank: " in found
    assert found.endswith("Watching 2 banks; Ctrl+C ends.\n")
    (tmp_path / "sample.yaml").unlink()
    assert "duplicate-bank" not in watching.until("Watching")
    other.unlink()
    assert "There is no bank in" in watching.until("Watching 0 banks")
    write(tmp_path)
    watching.until("Watching 1 bank;")
    assert watching.interrupted() == (0, "")


def test_a_change_of_a_source_is_a_change(watching: Watching, tmp_path: Path) -> None:
    source = tmp_path / "sources" / "article.txt"
    save(source, "Another text.\n")
    found = watching.until("Watching")
    assert found.startswith(f"Changed: {source}.\n")
    assert found.count("quote-not-found") == 2


def test_programs_read_findings_alone(tmp_path: Path) -> None:
    write(tmp_path, BROKEN)
    with Watching("--format", "github", str(tmp_path)) as watching:
        assert watching.until("::error").startswith("::error file=")
        assert watching.process.stderr is not None
        assert watching.process.stderr.readline() == "Watching 1 bank; Ctrl+C ends.\n"
        assert watching.interrupted() == (0, "")


def test_what_can_not_be_watched_is_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [CSSPREP, "bank", "check", "--watch", os.fspath(tmp_path / "lost")],
        capture_output=True,
        text=True,
        timeout=ENOUGH,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("cssprep: There is no file or folder")
