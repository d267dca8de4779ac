"""Where the banks and the progress of a learner lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import tui
from tui.study.errors import StudyError

FOLDER_VARIABLE = "CSSPREP_FOLDER"
BANKS = "question_banks"
PROGRESS = "progress.db"


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """A folder to study in: its banks, its progress.db, and where compiled banks are kept."""

    root: Path
    banks: Path
    progress: Path
    cache: Path


class FolderError(StudyError):
    """There is no folder to study in, or it can't be used."""


def find_folder(given: str | None) -> StudyFolder:
    """The study folder: `given`, else $CSSPREP_FOLDER, else here or above, else the user's own.

    Only the last one is made if it is not there. FolderError says what is wrong with the first of
    these that was asked for.
    """
    if given is not None:
        return _asked_for(Path(given), "--folder")
    if variable := os.environ.get(FOLDER_VARIABLE):
        return _asked_for(Path(variable), f"${FOLDER_VARIABLE}")
    here = _current_folder()
    for folder in (here, *here.parents):
        if (folder / BANKS).is_dir():
            return _readable(folder, folder / BANKS)
    return _own_folder()


def shipped_banks() -> Path:
    """The banks that come with the app: in a wheel beside its code, in a checkout above it."""
    package = Path(tui.__file__).parent
    packed = package / "shipped" / BANKS
    return packed if packed.is_dir() else package.parent / BANKS


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise FolderError(
            "The current folder is gone.", "Go to another one with cd and start again."
        ) from None


def _asked_for(folder: Path, by: str) -> StudyFolder:
    folder = folder.expanduser().absolute()
    if not folder.exists():
        raise FolderError(f"There is no folder {folder}.", f"Check the path given by {by}.")
    if not folder.is_dir():
        raise FolderError(f"{folder} is not a folder.", f"Give {by} the folder that holds {BANKS}.")
    banks = folder / BANKS
    if not os.access(folder, os.R_OK | os.X_OK):
        raise FolderError(f"The folder {folder} can't be read.", "Check who may read it: ls -ld.")
    if not banks.is_dir():
        raise FolderError(
            f"{folder} holds no {BANKS} folder.",
            f"Make one with a bank in it, or give {by} another folder.",
        )
    return _readable(folder, banks)


def _readable(folder: Path, banks: Path) -> StudyFolder:
    if not os.access(banks, os.R_OK | os.X_OK):
        raise FolderError(f"The folder {banks} can't be read.", "Check who may read it: ls -ld.")
    return StudyFolder(folder, banks, _progress_in(folder), cache_folder())


def _progress_in(folder: Path) -> Path:
    """Where progress.db lies: SQLite keeps its log beside the file itself, not beside a link."""
    path = folder / PROGRESS
    if not path.is_symlink():
        return path
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise FolderError(
            f"{path} is a link that leads nowhere.", "Put the file there, or remove the link."
        ) from error


def _own_folder() -> StudyFolder:
    from platformdirs import user_data_path

    folder = user_data_path("cssprep", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderError(
            f"The folder {folder} can't be made: {error.strerror}.",
            "Give another one with --folder.",
        ) from error
    own = folder / BANKS
    return _readable(folder, own if own.is_dir() else shipped_banks())


def cache_folder() -> Path:
    """Where what can be made anew at any time is kept: compiled banks, the outcomes of checks."""
    from platformdirs import user_cache_path

    return user_cache_path("cssprep", appauthor=False)
