"""Reads the texts that a bank quotes from."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from tui.banks.characters import visible
from tui.banks.finding import Place
from tui.banks.freshness import stamp_of
from tui.banks.limits import MAX_BYTES
from tui.banks.nodes import Mapping, Node, place_of, text
from tui.banks.proof import SourceText


class State(StrEnum):
    """How the reading of a source's text came out."""

    READ = "read"
    UNNAMED = "unnamed"
    """The bank names no file."""
    OUTSIDE = "outside"
    """Its path leads out of the bank's folder."""
    MISSING = "missing"
    ABSENT = "absent"
    """Not there, and need not be: it may not be handed on."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class LoadedSource:
    """A source that a bank names, with its text if that could be read.

    place: where its id stands. file_place, hash_place: where its file and its hash do. sha256: of
    the file as it is, '' if not read. said: why it could not be read, else ''. stamp: what
    the file was like just before. moved_to: the file beside it that has the hash stated, where
    the one named is not there; '' if none has.
    """

    id: str
    place: Place
    file_place: Place
    hash_place: Place
    file: str
    stated_sha256: str
    may_travel: bool
    state: State
    sha256: str = ""
    content: str = ""
    said: str = ""
    stamp: str = ""
    moved_to: str = ""

    @cached_property
    def text(self) -> SourceText | None:
        """The text, ready to be searched; None if it was not read."""
        return SourceText(self.content) if self.state is State.READ else None


def load_sources(folder: Path, node: Node | None) -> dict[str, LoadedSource]:
    """The sources declared in `node`, the field `sources` of a bank in `folder`, by id."""
    if not isinstance(node, Mapping):
        return {}
    return {name: _load(folder, name, node) for name in node.pairs}


def source_file(folder: Path, file: str) -> Path | None:
    """The path that `file` means for a bank in `folder`; None if it leads out of there."""
    try:
        path = (folder / file).resolve()
        return path if file and path.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):
        return None


def source_text(folder: Path, file: str) -> str | None:
    """The text of `file` as spans of quotes count it; None if it can't be read."""
    state, content, _ = _read(folder, file)
    return visible(content.decode("utf-8-sig")) if state is State.READ else None


def _load(folder: Path, name: str, sources: Mapping) -> LoadedSource:
    key, node = sources.pairs[name]
    fields = node.pairs if isinstance(node, Mapping) else {}
    said_of = {field: text(value) for field, (_, value) in fields.items()}
    file = said_of.get("file", "")
    stamp = stamp_of(folder / file)
    state, content, said = _read(folder, file)
    may_travel = said_of.get("redistribute", "").strip().lower() not in _NO
    if state is State.MISSING and not may_travel:
        state = State.ABSENT
    return LoadedSource(
        id=name,
        place=key.place,
        file_place=place_of(sources, (name, "file")),
        hash_place=place_of(sources, (name, "sha256")),
        file=file,
        stated_sha256=said_of.get("sha256", "").strip().lower(),
        may_travel=may_travel,
        state=state,
        sha256=hashlib.sha256(content).hexdigest() if state is State.READ else "",
        content=visible(content.decode("utf-8-sig")) if state is State.READ else "",
        said=said,
        stamp=stamp,
        moved_to=_moved(folder, file, said_of) if state is State.MISSING else "",
    )


MOST_LOOKED_AT = 200
"""How many files are looked at for a text that is not where the bank says."""


def _moved(folder: Path, file: str, said_of: dict[str, str]) -> str:
    """The file in `sources`, or in the folder of `file`, with the hash that the bank states."""
    wanted = said_of.get("sha256", "").strip().lower()
    if not wanted:
        return ""
    for place in dict.fromkeys((folder / "sources", (folder / file).parent)):
        try:
            beside = sorted(place.iterdir())[:MOST_LOOKED_AT]
        except OSError:
            continue
        for path in beside:
            if not path.is_relative_to(folder):
                continue
            name = path.relative_to(folder).as_posix()
            state, content, _ = _read(folder, name)
            if state is State.READ and hashlib.sha256(content).hexdigest() == wanted:
                return name
    return ""


_NO = ("false", "no", "off", "n", "f", "0")
"""The texts that pydantic takes for False."""


class _CantRead(Exception):
    """Says why the text can't be read."""


def _read(folder: Path, file: str) -> tuple[State, bytes, str]:
    """How the reading came out, the bytes read, and why none were."""
    path = source_file(folder, file)
    if not file or path is None:
        return State.OUTSIDE if file else State.UNNAMED, b"", ""
    try:
        return State.READ, _content(path), ""
    except FileNotFoundError:
        return State.MISSING, b"", ""
    except OSError as error:
        return State.UNREADABLE, b"", (error.strerror or "it can't be opened").lower()
    except _CantRead as error:
        return State.UNREADABLE, b"", str(error)


def _content(path: Path) -> bytes:
    """The bytes of the UTF-8 text `path`; _CantRead if it is none."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise _CantRead("it is not a file")
    with path.open("rb") as opened:
        content = opened.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _CantRead(f"it is larger than {MAX_BYTES // 1024**2} MiB")
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _CantRead(f"line {line} is not UTF-8") from None
    return content
