"""Names of files that strangers chose: which are refused, and which can be written anywhere."""

from __future__ import annotations

import posixpath
import re
import unicodedata

from tui.banks.characters import FORBIDDEN, name

MAX_NAME = 200
"""Bytes of one name in a path. Systems allow 255, of which replacing a file takes some."""

MAX_PATH = 1_000
"""Bytes of a whole path."""

MAX_DEPTH = 64
"""How many folders deep a file of an archive may lie."""

_DRIVE = re.compile(r"[A-Za-z]:")
_UNPORTABLE = re.compile(r'[<>:"|?*\\/\x00-\x1f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


class HostileNameError(ValueError):
    """Says why a name is refused: "it leads out of the archive"."""


def entry_path(given: str) -> str:
    """The path that an archive's entry `given` stands for, parted by "/"; '' for its top.

    Raises HostileNameError for a name that no honest archive holds.
    """
    if found := FORBIDDEN.search(given) or re.search(r"[\t\n\r]", given):
        raise HostileNameError(f"it holds the character {name(found.group())}")
    if "\\" in given:
        raise HostileNameError("it holds a backslash")
    parts = [part for part in given.split("/") if part not in ("", ".")]
    if given.startswith("/") or (parts and _DRIVE.match(parts[0])):
        raise HostileNameError("it begins at the top of a disk")
    if ".." in parts:
        raise HostileNameError("it leads out of the archive")
    if len(given) > MAX_PATH or len(parts) > MAX_DEPTH:
        raise HostileNameError("it is too long")
    return "/".join(parts)


def same_name_as(path: str) -> str:
    """A text that two paths share if some system takes them for the same."""
    return unicodedata.normalize("NFC", path).casefold()


def is_portable(path: str) -> bool:
    """Whether every system can hold a file at `path` (parted by "/"), and shows it in listings."""
    parts = path.split("/")
    return len(path.encode(errors="replace")) <= MAX_PATH and all(map(_is_portable_name, parts))


def _is_portable_name(part: str) -> bool:
    return (
        0 < len(part.encode(errors="replace")) <= MAX_NAME
        and part.isprintable()
        and not part.startswith((".", "-", " "))
        and not part.endswith((".", " "))
        and not FORBIDDEN.search(part)
        and not _UNPORTABLE.search(part)
        and not _DEVICES.fullmatch(part)
    )


def is_inside(file: str) -> bool:
    """Whether the source path `file`, as a bank gives it, stays in the bank's folder."""
    inner = posixpath.normpath(file)
    return bool(file) and not file.startswith("/") and inner.split("/")[0] not in ("..", ".")
