"""A learner's own folder of banks, beside the shipped ones that are read from the package."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from tui.replacing import sync, sync_folder
from tui.study.bringing.standing import standing_banks
from tui.study.folder import BANKS, StudyFolder


def has_own_banks(folder: StudyFolder) -> bool:
    """Whether the banks lie in the study folder; else they are the shipped ones."""
    return folder.banks.parent == folder.root


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
