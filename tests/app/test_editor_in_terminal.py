"""The editor, in a real terminal: the app gives the screen away and takes the change in."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import CSSPREP, Terminal
from tui.study.folder import StudyFolder

CTRL_O = "\x0f"


def test_a_change_made_in_the_editor_is_taken_in(folder: StudyFolder, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        '#!/bin/sh\necho "$1" > "$0.line"\nsed -i "s/Who brokered/Which body brokered/" "$2"\n'
    )
    editor.chmod(0o755)
    with Terminal([CSSPREP, "study"], folder.root, EDITOR=str(editor)) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type("b", CTRL_O)
        terminal.wait_for("Which body brokered the Indus Waters Treaty?")
        terminal.type("a", "\r")
        terminal.wait_for("The World Bank brokered it.")
        terminal.type("e")
        terminal.settle()
        terminal.wait_for("Which body brokered the Indus Waters Treaty?")
    lines = (folder.banks / "indus.yaml").read_text().splitlines()
    line = int((tmp_path / "editor.line").read_text().strip().removeprefix("+"))
    assert "broker" in lines[line - 1]


def test_a_fault_made_in_the_editor_is_told(folder: StudyFolder, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i "s/answer: The World Bank/anser: The World Bank/" "$2"\n')
    editor.chmod(0o755)
    with Terminal([CSSPREP, "study"], folder.root, EDITOR=str(editor)) as terminal:
        terminal.wait_for("Who brokered the Indus Waters Treaty?")
        terminal.type(CTRL_O)
        terminal.wait_for("There is no field `anser`")
        terminal.wait_for("1 of 10")
