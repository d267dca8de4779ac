"""A folder as a tree of files; links that lead out of it are not followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.limits import MAX_BYTES
from tui.banks.sources import source_file
from tui.study.bringing.errors import BringingError
from tui.study.bringing.tree import Kind, shown, too_large


class FolderTree:
    """The files below the folder `root`."""

    def __init__(self, root: Path) -> None:
        self.label = one_line(str(root), 300)
        self._root = root

    def listed(self, folder: str) -> Mapping[str, Kind]:
        """What stands in `folder`, by name; a BringingError if it can't be read."""
        inside = self._root / folder
        try:
            names = sorted(each.name for each in inside.iterdir())
        except OSError as error:
            name = one_line(str(inside), 300)
            raise BringingError(
                f"The folder {name} can't be read: {_reason(error)}.", "Check who may: ls -ld."
            ) from None
        found = {name: self.kind(f"{folder}/{name}" if folder else name) for name in names}
        return {name: kind for name, kind in found.items() if kind is not None}

    def kind(self, path: str) -> Kind | None:
        """What stands at `path`; None if nothing does."""
        where = source_file(self._root, path)
        if where is None:
            return Kind.LINK
        try:
            mode = where.stat().st_mode
        except OSError:
            return Kind.LINK if os.path.lexists(self._root / path) else None
        if stat.S_ISREG(mode):
            return Kind.FILE
        return Kind.FOLDER if stat.S_ISDIR(mode) else Kind.OTHER

    def read(self, path: str) -> bytes:
        """The file `path`; a BringingError if it can't be read or is too large for a bank."""
        where = source_file(self._root, path)
        if where is None or self.kind(path) is not Kind.FILE:
            raise BringingError(f"{shown(self, path)} is not a file.", "Nothing is changed.")
        try:
            with where.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError as error:
            message = f"{shown(self, path)} can't be read: {_reason(error)}."
            raise BringingError(message, "Check who may read it: ls -l.") from None
        if len(content) > MAX_BYTES:
            raise too_large(self, path)
        return content


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown error").lower()
