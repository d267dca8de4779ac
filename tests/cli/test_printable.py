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


@pytest.mark.parametrize("command", [["sync"], ["progress", "merge"]])
def test_a_file_whose_name_would_clear_the_screen(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "study" / "question_banks").mkdir(parents=True)
    shared = tmp_path / "shared"
    shared.mkdir()
    line = '{"question":"a/b","at":"2026-11-01T10:00:00Z","score":1}\n'
    for name in (b"\x1b[2J.jsonl", b"\xff.jsonl"):
        (shared / os.fsdecode(name)).write_text(line + "{\n", encoding="utf-8")
    code = main(["--folder", str(tmp_path / "study"), *command, str(shared)])
    said = capsys.readouterr()
    assert code == 1
    for shown in (r"\x1b[2J.jsonl", r"\udcff.jsonl"):
        assert f"{shown}:2: Not JSON" in said.err
        assert f"{shown}: 1 new here" in said.out
    for text in (said.out, said.err):
        assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize("command", [["sync"], ["progress", "merge"]])
def test_a_name_writes_no_line_of_its_own(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "study" / "question_banks").mkdir(parents=True)
    shared = tmp_path / "shared"
    shared.mkdir()
    line = '{"question":"a/b","at":"2026-11-01T10:00:00Z","score":1}\n'
    (shared / "n\nall is well (1).jsonl").write_text(line + "{\n", encoding="utf-8")
    main(["--folder", str(tmp_path / "study"), *command, str(shared)])
    said = capsys.readouterr()
    assert r"n\nall is well (1).jsonl:2: " in said.err
    assert r"n\nall is well (1).jsonl: 1 new" in said.out
    assert not [each for each in (said.out + said.err).splitlines() if each.startswith("all")]
    assert ("conflict copy; keep it" in said.out) == (command == ["sync"])


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
