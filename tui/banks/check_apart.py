"""Checks a bank without holding up whoever asks for it: a large one in a process of its own.

python -m tui.banks.check_apart FILE NAME TODAY
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec

from tui.banks.check import check_file
from tui.banks.finding import Finding

LARGE = 128 * 1024
"""Bytes from which a bank takes so long to check that a screen beside it would stutter."""


class CheckApart:
    """One check of the bank at `path` on the study day `today`; findings call the file `shown`."""

    def __init__(self, path: Path, today: date, shown: str) -> None:
        self._path = path
        self._today = today
        self._shown = shown
        self._process: subprocess.Popen[bytes] | None = None
        self._given_up = False

    def findings(self) -> tuple[Finding, ...] | None:
        """All that is wrong with the bank; None if the check was given up. Takes seconds."""
        if self._size() > LARGE and sys.executable:
            found = self._in_a_process()
            if found is not None or self._given_up:
                return found
        return check_file(self._path, self._today, self._shown).findings

    def give_up(self) -> None:
        """Ends the check, from any thread: nobody waits for its outcome any more."""
        self._given_up = True
        if self._process is not None:
            self._process.kill()

    def _in_a_process(self) -> tuple[Finding, ...] | None:
        """None where there is no process to be had, or it was ended."""
        import tui

        arguments = [str(self._path.absolute()), self._shown, self._today.isoformat()]
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tui.banks.check_apart", *arguments],
                # Not from the author's folder: nothing in it may be taken for a module.
                cwd=Path(tui.__file__).parent.parent,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return None
        with self._process as process:
            if self._given_up:
                process.kill()
            said, _ = process.communicate()
        if process.returncode != 0:
            return None
        return msgspec.json.decode(said, type=tuple[Finding, ...])

    def _size(self) -> int:
        try:
            return self._path.stat().st_size
        except OSError:
            return 0


def main(arguments: list[str]) -> int:
    """Checks a bank and prints what was found as JSON; 0 if that was done."""
    path, shown, today = arguments
    findings = check_file(Path(path), date.fromisoformat(today), shown).findings
    sys.stdout.buffer.write(msgspec.json.encode(findings))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
