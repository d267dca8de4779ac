"""What a bank may come in: a tree of files, whether a folder, an archive or a repository."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from tui.banks.characters import one_line
from tui.banks.folder import SUFFIXES
from tui.banks.limits import MAX_BYTES
from tui.study.bringing.errors import BringingError
from tui.study.folder import BANKS

DEEPEST = 4
"""How many folders that hold nothing but the next one are gone into."""


class Kind(Enum):
    """What stands at a path."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    """A link that is not followed: every one in an archive, one that leads out of a folder."""
    OTHER = auto()
    """A device, a pipe, a submodule."""


class Tree(Protocol):
    """Files by their paths, parted by "/"; '' is the top. Nothing is read before it is asked for.

    label: what the whole is called in messages.
    """

    label: str

    def listed(self, folder: str) -> Mapping[str, Kind]:
        """What stands in `folder`, by name."""
        ...

    def kind(self, path: str) -> Kind | None:
        """What stands at `path`; None if nothing does."""
        ...

    def read(self, path: str) -> bytes:
        """The file `path`; a BringingError if it can't be read or is too large for a bank."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """Where a tree has its banks: their folder, and their names in it."""

    folder: str
    names: tuple[str, ...]


def joined(folder: str, name: str) -> str:
    """The path of `name` in `folder`."""
    return f"{folder}/{name}" if folder else name


def shown(tree: Tree, path: str) -> str:
    """What messages call the file `path` of `tree`."""
    return f"{tree.label.rstrip('/')}/{one_line(path, 200)}"


def too_large(tree: Tree, path: str) -> BringingError:
    """What is said of a file that is larger than a bank or a source may be."""
    limit = MAX_BYTES // 1024**2
    return BringingError(f"{shown(tree, path)} is larger than {limit} MiB.", "Nothing is changed.")


def find_banks(tree: Tree) -> Found:
    """The banks of `tree`: those in question_banks, else at its top, else in its only folder.

    Raises BringingError if it has none.
    """
    folder = ""
    for _ in range(DEEPEST):
        inside = {
            name: kind
            for name, kind in tree.listed(folder).items()
            if not name.startswith(".") and name not in ("__MACOSX", "pax_global_header")
        }
        if inside.get(BANKS) is Kind.FOLDER and (
            names := _bank_names(tree.listed(joined(folder, BANKS)))
        ):
            return Found(joined(folder, BANKS), names)
        if names := _bank_names(inside):
            return Found(folder, names)
        folders = [name for name, kind in inside.items() if kind is Kind.FOLDER]
        if len(folders) != 1:
            break
        folder = joined(folder, folders[0])
    raise BringingError(
        f"There is no bank in {tree.label}.",
        f"Banks are files ending in .yaml, at the top or in a folder {BANKS}.",
    )


def _bank_names(inside: Mapping[str, Kind]) -> tuple[str, ...]:
    return tuple(
        sorted(
            name
            for name, kind in inside.items()
            if name.endswith(SUFFIXES) and not name.startswith(".") and kind is not Kind.FOLDER
        )
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of an archive or a repository; size: of the file unpacked, in bytes."""

    kind: Kind
    size: int = 0


class PackedTree:
    """A tree that is given as a whole: `entries` by path, and how to read the bytes of one.

    Folders need no entries. Raises BringingError where a path is a file and a folder at once.
    """

    def __init__(
        self, label: str, entries: Mapping[str, Entry], read: Callable[[str], bytes]
    ) -> None:
        self.label = label
        self._entries = entries
        self._read = read
        self._listed: dict[str, dict[str, Kind]] = {"": {}}
        for path, entry in entries.items():
            if path:
                self._enter(path, entry.kind)

    def listed(self, folder: str) -> Mapping[str, Kind]:
        """What stands in `folder`, by name."""
        return self._listed.get(folder, {})

    def kind(self, path: str) -> Kind | None:
        """What stands at `path`; None if nothing does."""
        folder, _, name = path.rpartition("/")
        return self._listed.get(folder, {}).get(name)

    def read(self, path: str) -> bytes:
        """The file `path`; a BringingError if it can't be read or is too large for a bank."""
        if self._entries[path].size > MAX_BYTES:
            raise too_large(self, path)
        content = self._read(path)
        if len(content) > MAX_BYTES:
            raise too_large(self, path)
        return content

    def _enter(self, path: str, kind: Kind) -> None:
        folder, _, name = path.rpartition("/")
        if folder not in self._listed:
            self._enter(folder, Kind.FOLDER)
        before = self._listed[folder].setdefault(name, kind)
        if before is not kind:
            raise BringingError(
                f"{self.label} holds {one_line(path)} both as a file and as a folder.",
                "Nothing is taken from it.",
            )
        if kind is Kind.FOLDER:
            self._listed.setdefault(path, {})
