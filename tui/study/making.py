"""Where a new bank is written."""

from __future__ import annotations

import os
from pathlib import Path

from tui.study.folder import BANKS, FOLDER_VARIABLE, FolderError, find_folder


def banks_to_write(given: str | None) -> Path:
    """The folder of banks that a new bank goes into; it may not be there yet.

    The study folder is found as usual: `given`, else $CSSPREP_FOLDER, else here or above, else the
    user's own. One that was asked for and has no banks gets its folder for them. Never the shipped
    banks: FolderError says what to do.
    """
    named = given if given is not None else os.environ.get(FOLDER_VARIABLE) or None
    if named is not None:
        root = Path(named).expanduser().absolute()
        if root.is_dir() and not os.path.lexists(root / BANKS):
            return root / BANKS
    found = find_folder(given)
    if found.banks.parent != found.root:
        # A folder of banks there would hide the shipped ones from the learner.
        raise FolderError(
            f"There is no study folder here: no {BANKS} in this folder or above it.",
            "Write --folder . to begin one here, or --folder and the path of another.",
        )
    return found.banks
