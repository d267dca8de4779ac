"""A real terminal for tests: runs a command on a pty and reads its screen as a person would."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

CSSPREP = str(Path(sys.executable).parent / "cssprep")
ENTER, ESCAPE, CTRL_N, CTRL_Q = "\r", "\x1b", "\x0e", "\x11"

# pyte knows no private control sequences such as those of the kitty keyboard protocol.
_PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]")


class Terminal:
    """A command on a pty of `columns` by `rows`."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        columns: int = 80,
        rows: int = 24,
        **environment: str,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            list(command[1:]),
            dimensions=(rows, columns),
            env={
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "CSSPREP_FOLDER": str(folder),
                **environment,
            },
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    @property
    def text(self) -> str:
        """The screen as it stands."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, text: str, seconds: float = 20.0) -> str:
        """Waits until the screen shows `text` (white space folded); returns the screen."""
        end = time.monotonic() + seconds
        while text not in " ".join(self.text.split()):
            if time.monotonic() > end or not self._read(0.1):
                raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")
        return self.text

    def settle(self, quiet: float = 0.4) -> str:
        """Waits until nothing has been painted for `quiet` seconds; returns the screen."""
        end = time.monotonic() + quiet
        while time.monotonic() < end:
            before = self.text
            if not self._read(0.05):
                break
            if self.text != before:
                end = time.monotonic() + quiet
        return self.text

    def type(self, *keys: str) -> None:
        """Types each of `keys`, as a person would, one after the other."""
        for key in keys:
            self.process.send(key)
            self._read(0.05)

    def goes_on(self, seconds: float = 0.1) -> bool:
        """Takes in what is painted, for so long at most; False when the command has ended."""
        return self._read(seconds)

    def kill(self) -> None:
        """SIGKILL: nothing of the command's own can run after it."""
        if self.process.isalive():
            self.process.kill(signal.SIGKILL)
            self.process.wait()
        self.process.close(force=True)

    def ended(self, seconds: float = 10.0) -> int:
        """Waits for the command to end; returns its exit code."""
        end = time.monotonic() + seconds
        while self._read(0.1) and time.monotonic() < end:
            pass
        self.process.wait()
        code = self.process.exitstatus
        assert code is not None, f"ended by signal {self.process.signalstatus}"
        return code

    def _read(self, seconds: float) -> bool:
        """Takes in what was painted; False when the command has ended and all is read."""
        try:
            painted = self.process.read_nonblocking(1 << 16, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self._stream.feed(_PRIVATE.sub(b"", painted))
        return True
