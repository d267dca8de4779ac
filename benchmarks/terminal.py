"""Runs a command on a real pseudo-terminal, types into it, and notes when what was painted."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self


class Terminal:
    """A command on a pty of a given size; times are seconds on the monotonic clock."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], environment: Mapping[str, str]
    ) -> None:
        columns, rows = size
        # An installed app has its modules compiled: an environment that forbids it measures the
        # compiler instead.
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        self.output = b""
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), {**kept, **environment})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def wait_for(self, text: bytes, seconds: float = 60.0) -> float:
        """Reads until `text` has been painted since the last call; returns when that was.

        RuntimeError with what was painted instead if it does not come.
        """
        end = time.perf_counter() + seconds
        while text not in self.output:
            self._read(0.05)
            if time.perf_counter() > end:
                raise RuntimeError(f"{text!r} was not painted; this was: {self.output[-2000:]!r}")
        seen = time.perf_counter()
        self.output = b""
        return seen

    def rest(self, quiet: float = 0.15) -> None:
        """Reads until nothing has been painted for `quiet` seconds, and forgets it."""
        while self._read(quiet):
            pass
        self.output = b""

    def type(self, keys: bytes) -> float:
        """Types `keys`; returns when."""
        now = time.perf_counter()
        os.write(self._fd, keys)
        return now

    def peak_memory(self) -> int:
        """The most memory, in KiB, that the command has held so far."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
        return 0

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return False
        try:
            read = os.read(self._fd, 1 << 16)
        except OSError:
            return False
        self.output += read
        return bool(read)
