"""Runs an action in a process of its own and stops it, or makes the disk fail, at any step.

A step is anything that changes the disk: the interpreter's own audit events tell of each.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

_CHANGING = ("os.rename", "os.mkdir", "os.remove", "os.rmdir")


def run_stopped(step: int, below: str, action: Callable[[], object], *, kill: bool) -> bool:
    """Runs `action` up to its `step`-th change below `below`; whether it got no further.

    kill: by SIGKILL; else that one change fails, as on a full disk, and the action goes on.
    """
    pid = os.fork()
    if pid == 0:
        try:
            reached = _watch(step, below, kill)
            try:
                action()
            finally:
                os._exit(3 if reached[0] >= step else 0)
        finally:
            os._exit(3)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 3


def _watch(step: int, below: str, kill: bool) -> list[int]:
    reached = [0]

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if not _changes(event, arguments) or not _path(arguments[0]).startswith(below):
            return
        reached[0] += 1
        if reached[0] == step:
            if kill:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    sys.addaudithook(watch)
    return reached


def _changes(event: str, arguments: tuple[Any, ...]) -> bool:
    if event == "open":
        flags = arguments[2] if len(arguments) > 2 else 0
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in _CHANGING


def _path(given: object) -> str:
    return os.fsdecode(given) if isinstance(given, (str, bytes, os.PathLike)) else ""
