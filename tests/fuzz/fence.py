"""Notes every file that is opened outside the folders where a case may open files.

Python tells an audit hook of each file before it opens it, and of each database before SQLite does.
A hook can't be taken away again, so it does nothing but in a `fenced` block.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN_CODE = (str(ROOT / "tui"), str(ROOT / "tests"), *sorted({sys.prefix, sys.base_prefix}))
"""Python reads modules and their compiled forms when they are first imported."""
READING = {"open", "os.listdir", "os.scandir", "sqlite3.connect", "os.remove", "os.rename",
           "os.mkdir", "os.symlink", "shutil.copyfile"}  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
STARTING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect",
            "os.fork", "os.forkpty"}  # fmt: skip


class _Fence:
    def __init__(self) -> None:
        self.inside: tuple[str, ...] | None = None
        self.escapes: list[str] = []

    def heed(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.inside is None:
            return
        if event in STARTING:
            self.escapes.append(f"{event}: {arguments[:1]!r}")
        elif event in READING:
            inside, self.inside = self.inside, None  # what is done here is not what is looked for
            try:
                allowed = inside if _writes(event, arguments) else (*inside, *OWN_CODE)
                for path in _paths(event, arguments):
                    # An import lists the folders that modules are in.
                    is_import = event == "os.listdir" and path in map(os.path.realpath, sys.path)
                    if not is_import and not _is_within(path, allowed):
                        self.escapes.append(f"{event}: {path}")
            finally:
                self.inside = inside


_FENCE = _Fence()
_HOOKED: list[bool] = []


@contextmanager
def fenced(*folders: Path) -> Iterator[list[str]]:
    """What was opened in the block, or started, that lies in none of `folders`."""
    if not _HOOKED:
        sys.addaudithook(_FENCE.heed)
        _HOOKED.append(True)
    _FENCE.escapes = []
    _FENCE.inside = tuple(os.path.realpath(folder) for folder in folders)
    try:
        yield _FENCE.escapes
    finally:
        _FENCE.inside = None


def _paths(event: str, arguments: tuple[object, ...]) -> Iterator[str]:
    count = 2 if event in {"os.rename", "shutil.copyfile"} else 1
    for argument in arguments[:count]:
        if isinstance(argument, str | bytes | os.PathLike):
            path = os.fsdecode(argument)
            if path and path != ":memory:":
                yield os.path.realpath(path)


def _writes(event: str, arguments: tuple[object, ...]) -> bool:
    if event != "open":
        return event not in {"os.listdir", "os.scandir"}
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & WRITING)


def _is_within(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(folder + os.sep) for folder in folders)
