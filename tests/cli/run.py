"""Runs the real command in a process of its own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.terminal import CSSPREP


def cssprep(
    *arguments: str, folder: Path | None = None, given: str = "", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The outcome of `cssprep ARGUMENTS` with `given` on standard input."""
    environment = dict(os.environ)
    environment.pop("CSSPREP_FOLDER", None)
    if folder is not None:
        environment["CSSPREP_FOLDER"] = str(folder)
    return subprocess.run(
        [CSSPREP, *arguments],
        input=given,
        capture_output=True,
        text=True,
        env=environment,
        cwd=cwd,
        timeout=60,
        check=False,
    )
