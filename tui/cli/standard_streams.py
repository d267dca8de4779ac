"""Standard input, output and error as commands can rely on them, whatever the shell has given."""

from __future__ import annotations

import os
import sys
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper
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
        sys.stdin = TextIOWrapper(BufferedReader(FileIO(INPUT, closefd=False)), "utf-8")
    if sys.stderr is None:
        sys.stderr = TextIOWrapper(_Errors(ERROR, "wb", closefd=False), "utf-8")
    elif isinstance(sys.stderr, TextIOWrapper) and sys.stderr is sys.__stderr__:
        sys.stderr = _like(sys.stderr, _Errors)
    if sys.stdout is None:
        sys.stdout = TextIOWrapper(BufferedWriter(_Closed(OUTPUT, "wb", closefd=False)), "utf-8")
    elif isinstance(sys.stdout, TextIOWrapper) and sys.stdout is sys.__stdout__:
        sys.stdout = _like(sys.stdout, _Output)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that knows no curly quotes gets their codes, not a traceback.
            stream.reconfigure(errors="backslashreplace")


def on_terminal() -> bool:
    """Whether a screen can be drawn and keys be read: Textual draws on standard error."""
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty()


class _Whole(FileIO):
    """A stream that takes all it is given, without a buffer above it too, or fails."""

    _given_up = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Writes all of it; waits where there is no room just now, though told not to wait."""
        rest = memoryview(data).cast("B")
        whole = rest.nbytes
        if self._given_up:
            return whole
        try:
            while rest:
                # None from a pipe that is full and was set to refuse instead of waiting.
                written: int | None = super().write(rest)
                if written is None:
                    self._wait()
                else:
                    rest = rest[written:]
        except KeyboardInterrupt:
            # Or the buffer would try again at the exit, and wait again.
            self._given_up = True
            raise
        except OSError as error:
            self._fail(error)
        return whole

    def _wait(self) -> None:
        from select import select

        select([], [self], [])

    def _fail(self, error: OSError) -> None:
        raise error


class _Output(_Whole):
    """Standard output: what it does not take is told, once."""

    def _fail(self, error: OSError) -> None:
        self._given_up = True
        if isinstance(error, BrokenPipeError):
            raise error
        raise OutputError(
            f"Not all of the output could be written: {error.strerror}. "
            "Make room, or send it elsewhere, then try again."
        ) from error


class _Closed(FileIO):
    """In the place of a standard output that is closed."""

    _told = False

    def write(self, data: ReadableBuffer, /) -> int:
        """Fails, once."""
        if self._told:
            return memoryview(data).nbytes
        self._told = True
        raise OutputError(
            "What was to be told could not be written: standard output is closed. "
            "Send it to a file or to /dev/null."
        )


class _Errors(_Whole):
    """Standard error: where it takes nothing, nobody can be told of that."""

    def _fail(self, error: OSError) -> None:
        pass


def _like(stream: TextIOWrapper, kind: type[_Whole]) -> TextIOWrapper:
    """`stream` upon a file of this kind, with buffers and encoding as they are."""
    # With `python -u` there is no buffer.
    raw = getattr(stream.buffer, "raw", stream.buffer)
    if type(raw) is not FileIO:
        # The console of Windows takes text, not bytes: a file would garble it.
        return stream
    file = kind(raw.fileno(), "wb", closefd=False)
    return TextIOWrapper(
        cast("BufferedWriter", file) if stream.write_through else BufferedWriter(file),
        stream.encoding,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )


def _fill() -> None:
    """Opens nothing in the place of closed streams: a file that is opened next would get it.

    And what another program is started for, such as git, would be written into that file.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= ERROR:
        os.set_inheritable(handle, True)
    os.close(handle)
