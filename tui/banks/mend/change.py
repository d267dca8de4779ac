"""What a fix wants changed in a bank, told by where it stands in the bank's tree."""

from __future__ import annotations

from dataclasses import dataclass

from tui.banks.finding import Place
from tui.banks.nodes import Path


@dataclass(frozen=True, slots=True)
class SetText:
    """The text at `path`, from the bank's root, becomes `text`. said: what was done, in words.

    White space in it counts as one space, so that a text of several lines may stay one.
    """

    path: Path
    text: str
    said: str


@dataclass(frozen=True, slots=True)
class AddField:
    """The mapping at `path` gets the field `key`: behind the field `after`, first of all if ''."""

    path: Path
    key: str
    text: str
    said: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class DropRepeat:
    """The field whose key stands at `place` goes, if it repeats one of its mapping to the letter.

    path: of the question that holds it; () where it is a part of the bank's own fields.
    """

    path: Path
    place: Place
    said: str


Change = SetText | AddField | DropRepeat


@dataclass(frozen=True, slots=True)
class NotMended:
    """Something that has a fix, and why it was not used. line: from 1."""

    line: int
    said: str


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made. line: where it stands now, from 1."""

    line: int
    said: str
