"""Opens a file at a line in the learner's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, SuspendNotSupported

from tui.fault import Fault

GOTO = frozenset({"code", "code-insiders", "codium", "cursor", "subl", "zed", "hx", "helix"})
"""Editors that take FILE:LINE instead of +LINE FILE."""
WAITS = {"code": "--wait", "code-insiders": "--wait", "codium": "--wait", "cursor": "--wait"}
"""Editors that return at once unless they are told to wait."""
FALLBACKS = ("nano", "vi")


def editor_command(environment: Mapping[str, str], file: Path, line: int) -> list[str]:
    """The command that opens `file` at `line`: $VISUAL, else $EDITOR, else nano or vi.

    Raises a Fault that says what to set where no editor can be found.
    """
    wanted = environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    try:
        command = shlex.split(wanted)
    except ValueError as error:
        raise Fault(
            f"$VISUAL or $EDITOR can't be read: {error}.", "Set $EDITOR to your editor's command."
        ) from error
    if not command:
        found = next((name for name in FALLBACKS if shutil.which(name)), None)
        if found is None:
            raise Fault("No editor was found.", "Set $EDITOR to your editor's command.")
        command = [found]
    if shutil.which(command[0]) is None:
        raise Fault(
            f"The editor {command[0]} was not found.", "Set $EDITOR to your editor's command."
        )
    name = Path(command[0]).stem
    if name in WAITS and WAITS[name] not in command:
        command.append(WAITS[name])
    if name in GOTO:
        goto = ["--goto"] if name in WAITS else []
        return [*command, *goto, f"{file}:{line}"]
    return [*command, f"+{line}", str(file)]


def edit(app: App[object], place: tuple[Path, int] | None) -> None:
    """Gives the terminal to the editor until it is closed; raises a Fault if that can't be."""
    if place is None:
        raise Fault("The file of this question is not here.", "Look for it in question_banks.")
    command = editor_command(os.environ, *place)
    try:
        with app.suspend():
            subprocess.run(command, check=False)
    except SuspendNotSupported as error:
        raise Fault(
            "An editor can't be opened from this terminal.",
            f"Open {place[0]} at line {place[1]} yourself.",
        ) from error
    except OSError as error:
        raise Fault(
            f"The editor {command[0]} could not be started: {error.strerror}.",
            "Set $EDITOR to your editor's command.",
        ) from error
    app.refresh()
