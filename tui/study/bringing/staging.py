"""Lays out the banks of a tree with their sources in a folder of their own, and checks them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.banks.bank import CheckedBank
from tui.banks.characters import one_line
from tui.banks.check import check_file
from tui.banks.complaints import did_you_mean
from tui.banks.finding import Finding, Severity
from tui.banks.folder import SUFFIXES
from tui.banks.limits import MAX_BYTES
from tui.banks.reading import BankReading
from tui.banks.sources import source_file
from tui.study.bringing.errors import BringingError
from tui.study.bringing.limits import MAX_UNPACKED, MIB
from tui.study.bringing.names import is_portable
from tui.study.bringing.origin import Origin
from tui.study.bringing.standing import source_paths
from tui.study.bringing.tree import Kind, joined, shown

_LFS = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True, slots=True)
class StagedBank:
    """A bank as it came, laid out and checked.

    name: its file's, where it came from. path: where it is laid out. id: as the file says, or ''.
    sources: the paths, from the bank's folder, of the texts that came with it.
    """

    name: str
    path: Path
    id: str
    checked: CheckedBank
    sources: tuple[str, ...]

    def findings(self, severity: Severity) -> tuple[Finding, ...]:
        """What was found of this severity."""
        return tuple(each for each in self.checked.findings if each.severity is severity)

    def source(self, file: str) -> Path:
        """Where the text `file`, one of its sources, is laid out."""
        return self.path.parent / file


def stage(
    origin: Origin, folder: Path, banks: Path, day: date, only: Collection[str] = ()
) -> tuple[StagedBank, ...]:
    """The banks of `origin`, written into the empty `folder` and checked on the day `day`.

    banks: where they are to go; a source that is there and did not come along is quoted from
    there. only: the ids of those that are wanted; all if there are none. Raises BringingError for
    what can't be taken at all.
    """
    return _Staging(origin, folder, banks, day).run(only)


class _Staging:
    def __init__(self, origin: Origin, folder: Path, banks: Path, day: date) -> None:
        self._tree = origin.tree
        self._found = origin.found
        self._folder = folder
        self._banks = banks
        self._day = day
        self._left = MAX_UNPACKED

    def run(self, only: Collection[str]) -> tuple[StagedBank, ...]:
        taken: dict[str, str] = {}
        staged: list[StagedBank] = []
        known: list[str] = []
        for number, name in enumerate(self._found.names, start=1):
            if only and self._tree.kind(joined(self._found.folder, name)) is not Kind.FILE:
                continue
            # Not by the name that a stranger chose, which may be anything.
            path = self._folder / f"bank-{number}.yaml"
            self._write(path, self._read(joined(self._found.folder, name)))
            reading = BankReading(path, name, self._day, {})
            bank_id = reading.declared_id
            known.append(bank_id)
            if only and bank_id not in only:
                continue
            files = source_paths(source.file for source in reading.sources.values())
            sources = tuple(file for file in files if self._stage_source(file, name))
            label = shown(self._tree, joined(self._found.folder, name))
            checked = check_file(path, self._day, label, taken)
            if bank_id:
                taken.setdefault(bank_id, one_line(name))
            staged.append(StagedBank(name, path, bank_id, checked, sources))
        for wanted in only:
            if wanted not in known:
                ids = [each for each in known if each]
                raise BringingError(
                    f"There is no bank “{one_line(wanted)}” in {self._tree.label}.",
                    did_you_mean(wanted, ids) or f"It has {', '.join(ids) or 'none with an id'}.",
                )
        return tuple(staged)

    def _stage_source(self, file: str, bank: str) -> bool:
        """Lays out the source `file` of the bank file `bank`; whether it came along."""
        path = joined(self._found.folder, file)
        kind = self._tree.kind(path)
        if not is_portable(file) or any(part.endswith(SUFFIXES) for part in file.split("/")):
            if kind is None:
                return False
            raise BringingError(
                f"The bank {one_line(bank)} quotes from “{one_line(file)}”, and a text of that "
                "name is not taken.",
                "Nothing is changed. Plain names such as sources/article.txt are.",
            )
        target = self._folder / file
        if kind is Kind.FILE:
            if not target.exists():
                self._write(target, self._read(path))
            return True
        if kind is None:
            self._borrow(file, target)
            return False
        what = {
            Kind.LINK: "a link, which is not followed",
            Kind.FOLDER: "a folder",
            Kind.OTHER: "not a file",
        }[kind]
        message = f"{shown(self._tree, path)}, which {one_line(bank)} quotes from, is {what}."
        raise BringingError(message, "Nothing is changed.")

    def _borrow(self, file: str, target: Path) -> None:
        """Copies what the study folder has at `file`, so that quotes are checked against it."""
        there = source_file(self._banks, file)
        if there is not None and there.is_file() and not target.exists():
            with there.open("rb") as opened:
                self._write(target, opened.read(MAX_BYTES + 1))

    def _read(self, path: str) -> bytes:
        if self._tree.kind(path) is not Kind.FILE:
            message = f"{shown(self._tree, path)} is a link or no file, and is not followed."
            raise BringingError(message, "Nothing is changed. Name the file itself.")
        content = self._tree.read(path)
        self._left -= len(content)
        if self._left < 0:
            limit = MAX_UNPACKED // MIB
            message = f"The banks of {self._tree.label} and their sources exceed {limit} MiB."
            raise BringingError(message, "Add them in several goes: --only BANK-ID.")
        if content.startswith(_LFS):
            message = f"{shown(self._tree, path)} is kept in Git LFS, which is not fetched."
            raise BringingError(message, "Clone it yourself with git lfs, then add the folder.")
        return content

    def _write(self, path: Path, content: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            name = one_line(str(path.relative_to(self._folder)))
            message = f"{name} can't be written to the study folder: {reason}."
            raise BringingError(message, "Nothing is changed.") from None
