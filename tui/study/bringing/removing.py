"""Takes a bank out of a study folder; it is kept beside, and so is what was answered of it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.banks.characters import one_line
from tui.banks.complaints import did_you_mean
from tui.replacing import sync_folder
from tui.study.bringing.errors import BringingError
from tui.study.bringing.keeping import keep
from tui.study.bringing.own_banks import has_own_banks
from tui.study.bringing.standing import StandingBank, standing_banks
from tui.study.bringing.workspace import workspace
from tui.study.folder import StudyFolder


@dataclass(frozen=True, slots=True)
class Removed:
    """What was done: where the bank is kept now, and which of its sources stayed.

    staying: paths of sources that other banks quote from, or may, or that can't be deleted.
    """

    kept: Path
    staying: tuple[str, ...]


def bank_to_remove(folder: StudyFolder, wanted: str, day: date) -> StandingBank:
    """The bank of `folder` with the id or the file name `wanted`.

    Raises BringingError if there is none, or if it is the package's.
    """
    standing = standing_banks(folder.banks, day)
    found = [each for each in standing if each.id == wanted]
    found += [each for each in standing if _is_file(each, wanted)]
    if not found:
        ids = [each.id for each in standing if each.id]
        known = f"The banks are {', '.join(sorted(ids))}." if ids else "The study folder has none."
        message = f"There is no bank “{one_line(wanted)}” in the study folder."
        raise BringingError(message, did_you_mean(wanted, ids) or known)
    if not has_own_banks(folder):
        raise BringingError(
            f"The bank {one_line(found[0].called)} comes with cssprep and can't be removed.",
            "Study others alone with cssprep study --topic, or in a folder of their own.",
        )
    return found[0]


def remove(folder: StudyFolder, bank: StandingBank, day: date) -> Removed:
    """Moves `bank` and the sources that it alone quotes from into removed_banks.

    If the program is killed in between, the bank is still there or kept whole. Raises
    BringingError if it can't be done.
    """
    others = [each for each in standing_banks(folder.banks, day) if each.path != bank.path]
    try:
        with workspace(folder.root, day) as work:
            kept = keep(folder.root, work / "kept", bank, sorted(bank.sources), day)
        try:
            bank.path.unlink()
        except OSError:
            shutil.rmtree(kept, ignore_errors=True)
            raise
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        name = one_line(bank.called)
        raise BringingError(
            f"The bank {name} can't be removed: {reason}.", "Check who may write: ls -ld."
        ) from error
    with suppress(OSError):
        sync_folder(folder.banks)
    for file in sorted(bank.sources):
        if _is_alone(file, others):
            with suppress(OSError):  # it stays, which the learner is told
                _drop(folder.banks, file)
    staying = (file for file in sorted(bank.sources) if (folder.banks / file).is_file())
    return Removed(kept, tuple(staying))


def _is_file(bank: StandingBank, wanted: str) -> bool:
    if wanted == bank.path.name:
        return True
    with suppress(OSError):
        return bank.path.samefile(wanted)
    return False


def _is_alone(file: str, others: Sequence[StandingBank]) -> bool:
    """Whether none of `others` quotes from `file`, as far as they can be read."""
    return all(each.is_readable and file not in each.sources for each in others)


def _drop(banks: Path, file: str) -> None:
    """Deletes a source, and the folders that it leaves empty; what is a link stays."""
    place = banks / file
    below = [each for each in place.parents if each.is_relative_to(banks) and each != banks]
    if not place.is_file() or any(each.is_symlink() for each in (place, *below)):
        return
    place.unlink()
    for folder in below:
        with suppress(OSError):  # it holds something else
            folder.rmdir()
