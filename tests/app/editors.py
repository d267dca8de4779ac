"""Editors for tests: real programs that change the file they are given."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, *commands: str) -> Path:
    """Sets $EDITOR to a program that runs sed's `commands` on the file.

    Returns the file in which it leaves the line it was opened at. The driver of the tests, which
    has no terminal to give away, says that it can.
    """
    program = folder / "editor"
    scripts = " ".join(f"-e '{command}'" for command in commands)
    program.write_text(f'#!/bin/sh\necho "$1" > "$0.line"\nsed -i {scripts} "$2"\n')
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    return folder / "editor.line"
