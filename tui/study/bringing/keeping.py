"""Keeps what is taken out of a study folder: nothing is ever lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tui.banks.slug import slug_for
from tui.banks.sources import source_file
from tui.replacing import sync, sync_folder
from tui.study.bringing.standing import StandingBank

KEPT = "removed_banks"
"""The folder, beside question_banks, that holds what was taken out."""


def keep(root: Path, work: Path, bank: StandingBank, sources: Iterable[str], day: date) -> Path:
    """Copies a bank and its `sources` into a new folder of removed_banks; returns that folder.

    It appears there whole. work: an empty folder's place on the same disk. Raises OSError.
    """
    work.mkdir()
    _copy(bank.path, work / bank.path.name)
    for file in sources:
        origin = source_file(bank.path.parent, file)
        if origin is not None and origin.is_file():
            (work / file).parent.mkdir(parents=True, exist_ok=True)
            _copy(origin, work / file)
    kept = root / KEPT
    kept.mkdir(exist_ok=True)
    name = f"{day.isoformat()}-{slug_for(bank.called) or 'bank'}"
    target = kept / name
    number = 1
    while os.path.lexists(target):
        number += 1
        target = kept / f"{name}-{number}"
    work.rename(target)
    sync_folder(kept)
    return target


def _copy(origin: Path, target: Path) -> None:
    shutil.copyfile(origin, target)
    sync(target)
