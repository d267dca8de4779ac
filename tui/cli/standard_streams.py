"""Standard input, output and error as commands can rely on them, whatever the shell has given."""

from __future__ import annotations

import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

INPUT, OUTPUT, ERROR = 0, 1, 2


class OutputError(Exception):
    """Standard output took not all that was to be written to it.

    No Fault: who tells one and goes on would tell it there.
    """


def prepare() -> None:
    """Makes streams of `sys.stdin`, `sys.stdout` and `sys.stderr`, also where they are closed.

    Writing to an output that is full or closed raises OutputError, once: what comes later is
    dropped, so that nothing fails again at the exit. A closed input is an empty one.
    """
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _fill()
    if sys.stdin is None:
        sys.stdin = open(INPUT, encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = TextIOWrapper(_Errors(ERROR, "wb", closefd=False), "utf-8")
    elif sys.stderr is sys.__stderr__:
        sys.stderr = _like(sys.stderr, _Errors(ERROR, "wb", closefd=False))
    if sys.stdout is None:
        sys.stdout = TextIOWrapper(BufferedWriter(_Closed(OUTPUT, "wb", closefd=False)), "utf-8")
    elif sys.stdout is sys.__stdout__:
        sys.stdout = _like(sys.stdout, _Output(OUTPUT, "wb", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that knows no curly quotes gets their codes, not a traceback.
            stream.reconfigure(errors="backslashreplace")


class _Output(FileIO):
    """Standard output, without a buffer."""

    _failed = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Writes what there is room for; OutputError if that is nothing."""
        if self._failed:
            return memoryview(data).nbytes
        try:
            return self._written(data)
        except OSError as error:
            self._failed = True
            if isinstance(error, BrokenPipeError):
                raise
            raise OutputError(
                f"Not all of the output could be written: {error.strerror}. "
                "Make room, or send it elsewhere, then try again."
            ) from error

    def _written(self, data: ReadableBuffer) -> int:
        return super().write(data)


class _Closed(_Output):
    """In the place of a standard output that is closed."""

    def _written(self, data: ReadableBuffer) -> int:
        self._failed = True
        raise OutputError(
            "What was to be told could not be written: standard output is closed. "
            "Send it to a file or to /dev/null."
        )


class _Errors(FileIO):
    """Standard error, without a buffer: where it takes nothing, nobody can be told of that."""

    def write(self, data: ReadableBuffer, /) -> int:
        """Writes it if that can be done."""
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def _like(stream: object, raw: _Output | _Errors) -> TextIOWrapper:
    """`raw` as a stream of text, with buffers and encoding as `stream` has them."""
    known = cast("TextIOWrapper", stream)
    return TextIOWrapper(
        # With `python -u` there is no buffer.
        cast("BufferedWriter", raw) if known.write_through else BufferedWriter(raw),
        known.encoding,
        line_buffering=known.line_buffering,
        write_through=known.write_through,
    )


def _fill() -> None:
    """Opens nothing in the place of closed streams: a file that is opened next would get it.

    And what another program is started for, such as git, would be written into that file.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= ERROR:
        os.set_inheritable(handle, True)
    os.close(handle)
