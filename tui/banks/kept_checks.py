"""Keeps what checks came to, so that a bank that has not changed is not read again.

An entry is valid for the same text of the bank and of its sources, to the byte, the same code, the
same study day and the same other banks. Losing entries costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from tui.banks.check import NONE_TAKEN, check_file
from tui.banks.folder import bank_files
from tui.banks.freshness import code_stamp
from tui.banks.limits import MAX_BYTES
from tui.banks.outcome import Outcome, outcome
from tui.banks.rules.source_missing import SourceMissing
from tui.banks.sources import source_file
from tui.replacing import replacing

MOST = 256
"""Entries that are kept, those used last."""


class _Entry(msgspec.Struct, frozen=True):
    """An outcome, what it was the outcome of, and the sources that were looked at for it."""

    of: str
    sources: tuple[str, ...]
    outcome: Outcome


class KeptChecks:
    """Checks banks as `check_file` and `check_folder` do; `folder` is where outcomes are kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def file(
        self,
        path: Path,
        today: date,
        shown: str | None = None,
        taken: Mapping[str, str] = NONE_TAKEN,
    ) -> Outcome:
        """What checking the bank at `path` comes to; see `check_file` for what is given."""
        name = str(path) if shown is None else shown
        place = self._folder / f"{_hash([str(path.absolute()).encode(), name.encode()])[:32]}.json"
        about = [code_stamp().encode(), today.isoformat().encode(), repr([*taken.items()]).encode()]
        before = _content(path)
        if before is None:
            return outcome(check_file(path, today, name, taken))
        kept = self._kept(place)
        if kept is not None and kept.of == _of(path, before, kept.sources, about):
            return kept.outcome
        checked = check_file(path, today, name, taken)
        found = outcome(checked)
        # What has changed meanwhile is checked again the next time; so is where a text is that is
        # missing, since any file of the folder may turn out to be it.
        is_settled = all(each.code != SourceMissing.code for each in found.findings)
        if is_settled and _content(path) == before:
            of = _of(path, before, checked.sources, about)
            self._keep(place, _Entry(of, checked.sources, found))
        return found

    def folder(self, folder: Path, today: date) -> tuple[Outcome, ...]:
        """What checking every bank of `folder` comes to; BanksError if it can't be read."""
        taken: dict[str, str] = {}
        found: list[Outcome] = []
        for path in bank_files(folder):
            result = self.file(path, today, taken=taken)
            if result.bank:
                taken[result.bank] = path.name
            found.append(result)
        return tuple(found)

    def _kept(self, place: Path) -> _Entry | None:
        try:
            return msgspec.json.decode(place.read_bytes(), type=_Entry)
        except (OSError, ValueError):
            return None

    def _keep(self, place: Path, entry: _Entry) -> None:
        # A folder that can't be written to only makes the next check slower.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with replacing(place) as partial:
                partial.write_bytes(msgspec.json.encode(entry))
            kept = sorted(self._folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
            for old in kept[:-MOST]:
                old.unlink(missing_ok=True)


def _of(path: Path, content: bytes, sources: Iterable[str], about: Iterable[bytes]) -> str:
    """A hash of all that the outcome of a check depends on."""
    files = (source_file(path.parent, name) for name in sources)
    texts = (None if file is None else _content(file) for file in files)
    return _hash([*about, content, *(b"-" if text is None else text for text in texts)])


def _content(path: Path) -> bytes | None:
    """The bytes of the file `path`, one more than are allowed at most; None if it has none."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return None


def _hash(parts: Iterable[bytes]) -> str:
    """A hash of `parts` in which none can run into the next."""
    found = hashlib.sha256()
    for part in parts:
        found.update(f"{len(part)}:".encode())
        found.update(part)
    return found.hexdigest()
