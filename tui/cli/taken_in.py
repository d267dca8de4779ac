"""What `cssprep progress import` reads: a file, a pipe or standard input, read once."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STANDARD = "-"


@contextmanager
def opened_source(name: str) -> Iterator[Callable[[int], bytes]]:
    """`readline` of the file `name`; a Fault if it can't be read, or is a pipe that nobody fills.

    "-" is standard input. A pipe that the shell made of a command is as empty as what that printed.
    """
    if name == STANDARD:
        yield sys.stdin.buffer.readline
        return
    from tui.fault import Fault

    try:
        found = Path(name).stat()
        is_pipe = stat.S_ISFIFO(found.st_mode)
        had_writer = is_pipe and _is_handed_over(found)
        # Opening a pipe waits for its writer, who may never come.
        with open(name, "rb", opener=_at_once if is_pipe else None) as stream:
            began = _beginning(stream.fileno()) if is_pipe else b""
            if began is None and not had_writer:
                raise Fault(
                    f"Nobody writes to the pipe {name}.", "Start what fills it, then import it."
                )

            def readline(most: int) -> bytes:
                nonlocal began
                first, began = began or b"", b""
                return first if first == b"\n" else first + stream.readline(most - len(first))

            yield readline
    except OSError as error:
        raise Fault(f"{name} can't be read: {error.strerror}.", "Name a file of JSON Lines.") from (
            error
        )


def _is_handed_over(pipe: os.stat_result) -> bool:
    """Whether this process was started with `pipe` open, as with `<(COMMAND)` in a shell.

    Then its writer was there, even if it has gone.
    """
    with suppress(OSError):
        for each in Path("/dev/fd").iterdir():
            # The listing has one of its own, which is closed by now.
            with suppress(OSError):
                if os.path.samestat(os.fstat(int(each.name)), pipe):
                    return True
    return False


def _at_once(name: str, flags: int) -> int:
    return os.open(name, flags | os.O_NONBLOCK)


def _beginning(pipe: int) -> bytes | None:
    """What is in the pipe of its first byte, b"" if its writer is still to write; None without one.

    From then on reading it waits for the writer.
    """
    try:
        found = os.read(pipe, 1) or None
    except BlockingIOError:
        found = b""
    os.set_blocking(pipe, True)
    return found
