"""Puts banks into a study folder: all of them or none, sources before the banks that quote them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.replacing import sync, sync_folder
from tui.study.bringing.errors import BringingError
from tui.study.bringing.keeping import keep
from tui.study.bringing.own_banks import has_own_banks, with_own_banks
from tui.study.bringing.proposal import Change, Proposal
from tui.study.folder import StudyFolder


@dataclass(frozen=True, slots=True)
class Placed:
    """What was done.

    folder: the study folder as it is now. made_own: whether it got a folder of banks of its own.
    kept: for each bank that was updated, by id, the folder with what was there before.
    """

    folder: StudyFolder
    made_own: bool
    kept: dict[str, Path]


def place(proposals: Sequence[Proposal], folder: StudyFolder, work: Path, day: date) -> Placed:
    """Does what `proposals` say. work: a folder on the same disk, for what is half done.

    If that fails, everything is as it was, and a BringingError says why. If the program is killed
    in between, no bank stands without its sources, and doing it again completes it.
    """
    todo = [each for each in proposals if each.change is not Change.SAME]
    if not todo:
        return Placed(folder, made_own=False, kept={})
    try:
        with ExitStack() as undoing:
            own = with_own_banks(folder, work / "own", day)
            if own is not folder:
                undoing.callback(own.banks.rename, work / "own")
            placing = _Placing(own, work, undoing)
            kept = placing.run(todo, day)
            undoing.pop_all()
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise BringingError(
            f"The study folder can't be written to: {reason}.", "Its banks are as they were."
        ) from error
    return Placed(placing.folder, made_own=not has_own_banks(folder), kept=kept)


class _Placing:
    """One go at putting banks into `folder`; `undoing` takes it back."""

    def __init__(self, folder: StudyFolder, work: Path, undoing: ExitStack) -> None:
        self.folder = folder
        self._work = work
        self._undoing = undoing
        self._saved = 0

    def run(self, todo: Sequence[Proposal], day: date) -> dict[str, Path]:
        kept: dict[str, Path] = {}
        for number, each in enumerate(todo):
            if each.change is Change.UPDATED and each.old is not None:
                work = self._work / f"kept-{number}"
                sources = sorted(each.old.sources)
                copy = keep(self.folder.root, work, each.old, sources, day)
                self._undoing.callback(shutil.rmtree, copy, ignore_errors=True)
                kept[each.staged.id] = copy
        for each in todo:
            for file in (*each.new_sources, *each.other_sources):
                if each.staged.source(file).exists():  # not if two banks share it
                    self._put(each.staged.source(file), file, new=file in each.new_sources)
        for each in todo:
            if each.change is not Change.COMPLETED:
                self._put(each.staged.path, each.name, new=each.change is Change.ADDED)
        return kept

    def _put(self, staged: Path, file: str, *, new: bool) -> None:
        """Moves `staged` to `file` in the folder of banks; `new` if nothing may be there."""
        target = self.folder.banks / file
        self._make_folders(target.parent)
        sync(staged)
        if not new:
            self._saved += 1
            saved = self._work / f"saved-{self._saved}"
            shutil.copyfile(target, saved)
            self._undoing.callback(_move, saved, target)
        elif os.path.lexists(target):
            raise FileExistsError(0, f"{file} has appeared meanwhile")
        else:
            self._undoing.callback(target.unlink, missing_ok=True)
        staged.replace(target)
        sync_folder(target.parent)

    def _make_folders(self, folder: Path) -> None:
        if not folder.exists():
            self._make_folders(folder.parent)
            folder.mkdir()
            self._undoing.callback(_drop_folder, folder)


def _move(origin: Path, target: Path) -> None:
    sync(origin)
    origin.replace(target)


def _drop_folder(folder: Path) -> None:
    with suppress(OSError):  # something else lies in it meanwhile
        folder.rmdir()
