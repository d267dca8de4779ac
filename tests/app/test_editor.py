from __future__ import annotations

from pathlib import Path

import pytest

from tui.app.editor import editor_command
from tui.fault import Fault

FILE = Path("bank.yaml")


@pytest.fixture(autouse=True)
def editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with some editors on it."""
    for name in ("vim", "code", "subl", "nano"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_most_take_the_line_before_the_file() -> None:
    command = editor_command({"EDITOR": "vim -n"}, FILE, 12)
    assert command == ["vim", "-n", "+12", "bank.yaml"]


def test_visual_comes_first() -> None:
    assert editor_command({"EDITOR": "nano", "VISUAL": "vim"}, FILE, 1)[0] == "vim"


def test_some_take_file_and_line_together_and_are_told_to_wait() -> None:
    wanted = ["code", "--wait", "--goto", "bank.yaml:12"]
    assert editor_command({"EDITOR": "code"}, FILE, 12) == wanted
    assert editor_command({"EDITOR": "code --wait"}, FILE, 12) == wanted
    assert editor_command({"EDITOR": "subl"}, FILE, 12) == ["subl", "bank.yaml:12"]


def test_nano_where_nothing_is_set() -> None:
    assert editor_command({"EDITOR": " "}, FILE, 3) == ["nano", "+3", "bank.yaml"]


def test_an_editor_that_is_not_there_is_named() -> None:
    with pytest.raises(Fault, match="The editor emacs was not found"):
        editor_command({"EDITOR": "emacs -nw"}, FILE, 1)


def test_none_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Fault, match="No editor was found"):
        editor_command({}, FILE, 1)


def test_a_command_with_an_open_quote() -> None:
    with pytest.raises(Fault, match="can't be read"):
        editor_command({"EDITOR": "'vim"}, FILE, 1)
