"""Where a new bank and its source are written; nothing that is there is ever overwritten."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.folder import SUFFIXES, bank_files
from tui.banks.reading import BankReading
from tui.banks.starting.article import read_article
from tui.fault import Fault
from tui.replacing import replacing


class Places:
    """The files of the new bank `name` in the folder `banks`, which may not be there yet."""

    def __init__(self, banks: Path, name: str) -> None:
        self.name = name
        self.bank = banks / f"{name}.yaml"
        self.file = f"sources/{name}.txt"
        self.source = banks / self.file

    def check(self, today: date, article: Path) -> None:
        """A Fault if one of the files is there, or another bank has the id.

        The source may be there if it is `article` itself: it is then used where it lies.
        """
        folder = self.bank.parent
        wanted = (*(folder / f"{self.name}{suffix}" for suffix in SUFFIXES), self.source)
        for path in wanted:
            if os.path.lexists(path) and not (path == self.source and _same(path, article)):
                raise Fault(
                    f"{one_line(str(path), 300)} is there already, and is left as it is.",
                    "Choose another name, or move that file away.",
                )
        for path in bank_files(folder) if folder.is_dir() else ():
            if BankReading(path, path.name, today, {}).declared_id == self.name:
                raise Fault(
                    f"The bank {one_line(path.name)} has the id {self.name} already.",
                    "Choose another name: answers are kept under the id.",
                )

    def write(self, source: bytes, bank: bytes) -> None:
        """Writes both files, or none. OSError if they can't be written."""
        made = _missing(self.source.parent)
        written: list[Path] = []
        try:
            self.source.parent.mkdir(parents=True, exist_ok=True)
            for path, content in ((self.source, source), (self.bank, bank)):
                if path == self.source and _holds(path, content):
                    continue
                with replacing(path) as partial:
                    partial.write_bytes(content)
                written.append(path)
        except BaseException:
            for path in written:
                path.unlink(missing_ok=True)
            for folder in made:
                with suppress(OSError):
                    folder.rmdir()
            raise


def _same(path: Path, article: Path) -> bool:
    """Whether the file `path` is the article, in the form that a source has."""
    try:
        return path.samefile(article) and _holds(path, read_article(article).content)
    except OSError:
        return False


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _missing(folder: Path) -> list[Path]:
    """`folder` and those above it that are not there, the innermost first."""
    return [each for each in (folder, *folder.parents) if not each.exists()]
