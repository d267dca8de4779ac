"""A learner's own folder of banks, beside the shipped ones that are read from the package."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui.banks.characters import one_line
from tui.replacing import sync, sync_folder
from tui.study.bringing.errors import BringingError
from tui.study.bringing.standing import standing_banks
from tui.study.bringing.workspace import workspace
from tui.study.folder import BANKS, StudyFolder


def has_own_banks(folder: StudyFolder) -> bool:
    """Whether the banks lie in the study folder; else they are the shipped ones."""
    return folder.banks.parent == folder.root


def make_own_banks(folder: StudyFolder, day: date) -> StudyFolder:
    """`folder` with a folder of banks of its own, made if there is none: see `with_own_banks`.

    For a command that is about to write a bank. Raises BringingError if it can't be made.
    """
    if has_own_banks(folder):
        return folder
    try:
        with workspace(folder.root, day) as work:
            return with_own_banks(folder, work / "own", day)
    except OSError as error:
        name, reason = one_line(str(folder.root), 300), (error.strerror or "unknown error").lower()
        raise BringingError(
            f"The study folder {name} can't be written to: {reason}.",
            "Check who may write to it: ls -ld.",
        ) from error


def with_own_banks(folder: StudyFolder, work: Path, day: date) -> StudyFolder:
    """`folder` with a folder of banks of its own, which begins with copies of the shipped ones.

    An own folder hides the package's, so what a learner studies stays the same only with these.
    It appears whole. work: a place on the same disk where nothing is. Raises OSError.
    """
    if has_own_banks(folder):
        return folder
    work.mkdir()
    for bank in standing_banks(folder.banks, day):
        for file in (bank.path.name, *sorted(bank.sources)):
            origin = folder.banks / file
            if origin.is_file():
                (work / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(origin, work / file)
                sync(work / file)
    banks = folder.root / BANKS
    work.rename(banks)
    sync_folder(folder.root)
    return replace(folder, banks=banks)
