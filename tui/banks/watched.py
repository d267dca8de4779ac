"""Banks and the texts they quote, and which of them have changed since they were last looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tui.banks.folder import BanksError, bank_files, folder_of_banks
from tui.banks.freshness import stamp_of
from tui.banks.moments import Folders, folders_with
from tui.banks.reading import BankReading
from tui.banks.sources import source_file


class Watched:
    """The banks at `paths`, each a file or a folder of banks, be they there yet or not.

    banks: the files that there are.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self._stamps: dict[Path, str] = {}
        self._sources: dict[Path, tuple[str, tuple[Path, ...]]] = {}
        self.banks: tuple[Path, ...] = ()

    def take_changes(self) -> tuple[Path, ...]:
        """The banks and sources that have changed, come or gone since this was last asked."""
        found = [file for path in self._paths for file in _files(path)]
        banks_before, self.banks = self.banks, tuple(dict.fromkeys(found))
        self._sources = {bank: self._sources_of(bank) for bank in self.banks}
        sources = (source for _, files in self._sources.values() for source in files)
        now = {path: stamp_of(path) for path in (*self.banks, *sources)}
        before, self._stamps = self._stamps, now
        # A source comes and goes with the bank that names it: that alone is no news.
        known = dict.fromkeys((*self.banks, *banks_before, *(now.keys() & before.keys())))
        return tuple(path for path in known if now.get(path) != before.get(path))

    def folders(self) -> Folders:
        """The folders that these files lie in, as far as they are there."""
        given = (folder_of_banks(path) for path in self._paths)
        return folders_with((*filter(None, given), *(path.parent for path in self._stamps)))

    def _sources_of(self, bank: Path) -> tuple[str, tuple[Path, ...]]:
        """The stamp of `bank` and the texts that it names: read again only if it has changed."""
        stamp = stamp_of(bank)
        known = self._sources.get(bank)
        if known is not None and known[0] == stamp:
            return known
        # Of any day: what a bank names does not depend on it.
        read = BankReading(bank, str(bank), date.min, {})
        files = (source_file(bank.parent, source.file) for source in read.sources.values())
        return stamp, tuple(file for file in files if file is not None)


def _files(path: Path) -> list[Path]:
    folder = folder_of_banks(path)
    if folder is None:
        return [path]
    try:
        return bank_files(folder)
    except BanksError:
        return []
