from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.main import main
from tui.cli.printable import printable, printable_line


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_is_left_that_a_terminal_obeys(text: str) -> None:
    for line in printable(text).split("\n"):
        assert line.isprintable()
    assert printable_line(text).isprintable()


def test_what_can_be_shown_stays() -> None:
    assert printable("Ahmad “Massoud”, 20 %\nx") == "Ahmad “Massoud”, 20 %\nx"
    assert printable_line("Ahmad “Massoud”, 20 %\nx") == r"Ahmad “Massoud”, 20 %\nx"
    assert printable("\x1b[2J\u202e\r\t\udcff") == r"\x1b[2J\u202e\r\t\udcff"


def told_of(
    names: list[str], command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[str, str]:
    """Output and errors about shared files with these names, each with a line that is refused."""
    (folder / "study" / "question_banks").mkdir(parents=True)
    shared = folder / "shared"
    shared.mkdir()
    line = '{"question":"a/b","at":"2026-11-01T10:00:00Z","score":1}\n'
    for name in names:
        (shared / name).write_text(line + "{\n", encoding="utf-8")
    code = main(["--folder", str(folder / "study"), *command, str(shared)])
    assert code == 1
    return capsys.readouterr()


@pytest.mark.parametrize("command", [["sync"], ["progress", "merge"]])
def test_a_file_whose_name_would_clear_the_screen(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [os.fsdecode(name) for name in (b"\x1b[2J.jsonl", b"\xff.jsonl")]
    out, err = told_of(names, command, tmp_path, capsys)
    for shown in (r"\x1b[2J.jsonl", r"\udcff.jsonl"):
        assert f"{shown}:2: Not JSON" in err
        assert f"{shown}: 1 new here" in out
    for text in (out, err):
        assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize("command", [["sync"], ["progress", "merge"]])
def test_a_name_writes_no_line_of_its_own(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = told_of(["n\nall is well (1).jsonl"], command, tmp_path, capsys)
    assert r"n\nall is well (1).jsonl:2: " in err
    assert r"n\nall is well (1).jsonl: 1 new" in out
    assert not [each for each in (out + err).splitlines() if each.startswith("all")]
    assert ("conflict copy; keep it" in out) == (command == ["sync"])


def test_a_fault_that_names_a_file_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "question_banks").mkdir()
    assert main(["--folder", str(tmp_path), "progress", "merge", "a\nall is well"]) == 2
    assert r"no file or folder a\nall is well" in capsys.readouterr().err


def test_a_fault_that_names_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "question_banks").mkdir()
    assert main(["--folder", str(tmp_path), "progress", "merge", "\x1b[2J.jsonl"]) == 2
    assert r"no file or folder \x1b[2J.jsonl" in capsys.readouterr().err
