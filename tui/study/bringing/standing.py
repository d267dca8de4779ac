"""The bank files of a study folder, as far as bringing and taking away need to know them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.banks.folder import bank_files
from tui.banks.reading import BankReading
from tui.study.bringing.names import is_inside


@dataclass(frozen=True, slots=True)
class StandingBank:
    """A bank file that is there.

    id: as the file says, or ''. sources: the paths of its texts from the bank's folder.
    is_readable: whether these can be known: not where the file is broken, or has no id.
    """

    path: Path
    id: str
    title: str
    sources: frozenset[str]
    is_readable: bool

    @property
    def called(self) -> str:
        """What the bank is called in messages."""
        return self.id or self.path.name


def standing_banks(folder: Path, day: date) -> tuple[StandingBank, ...]:
    """The bank files in `folder`, by name; BanksError if the folder can't be read."""
    return tuple(_standing(path, day) for path in bank_files(folder))


def source_paths(files: Iterable[str]) -> tuple[str, ...]:
    """The paths that sources' `files` mean, in one form, without those that lead out."""
    return tuple(dict.fromkeys(posixpath.normpath(file) for file in files if is_inside(file)))


def _standing(path: Path, day: date) -> StandingBank:
    reading = BankReading(path, path.name, day, {})
    sources = source_paths(source.file for source in reading.sources.values())
    return StandingBank(
        path=path,
        id=reading.declared_id,
        title=reading.bank.title if reading.bank is not None else "",
        sources=frozenset(sources),
        is_readable=bool(reading.declared_id),
    )
