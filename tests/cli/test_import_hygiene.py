"""What a command imports is what it needs: checked in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tui.study.folder import StudyFolder

SLOW = ("textual", "rich", "yaml", "pydantic", "sqlite_utils", "fsrs", "asyncio")


def imported(code: str, folder: StudyFolder) -> set[str]:
    """Those of `SLOW` that are loaded after running `code`."""
    script = f"""
import os, sys
os.environ["CSSPREP_FOLDER"] = {str(folder.root)!r}
from tui.cli.main import main
try:
    {code}
except SystemExit:
    pass
print("loaded", *[name for name in {SLOW!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_version_imports_nothing_slow(folder: StudyFolder) -> None:
    assert imported("main(['--version'])", folder) == set()


def test_bank_check_never_imports_textual(folder: StudyFolder) -> None:
    assert "textual" not in imported("main(['bank', 'check'])", folder)


def test_bank_list_never_imports_textual(folder: StudyFolder) -> None:
    assert "textual" not in imported("main(['bank', 'list'])", folder)


@pytest.mark.parametrize("command", ["['today']", "['study', '--plain']"])
def test_a_warm_start_needs_no_yaml_and_no_pydantic(folder: StudyFolder, command: str) -> None:
    imported("main(['plan', '--minutes', '20'])", folder)
    assert imported(f"main({command})", folder) == set()
