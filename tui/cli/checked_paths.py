"""Which file or folder is meant by what stands behind `cssprep bank check`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.bank_paths import ids_of

if TYPE_CHECKING:
    from datetime import date


def meant(path: Path, args: argparse.Namespace, day: date) -> Path:
    """`path` if it is there, else the bank of the study folder that has it for its id.

    BanksError, with the file or the bank whose name is most like it, where it is neither.
    """
    if os.path.lexists(path):
        return path
    from tui.banks.characters import visible
    from tui.banks.complaints import nearest
    from tui.banks.folder import BanksError, bank_files
    from tui.study.errors import StudyError
    from tui.study.folder import find_folder

    given = str(path)
    ids: dict[str, Path] = {}
    is_path = os.sep in given or path.suffix in (".yaml", ".yml")
    if not is_path:
        try:
            ids = ids_of(bank_files(find_folder(getattr(args, "folder", None)).banks), day)
        except StudyError:
            # Without a study folder there are paths alone.
            ids = {}
    if given in ids:
        return ids[given]
    beside = {each.name: each for each in _beside(path)}
    near = nearest(given, ids) or str(beside.get(nearest(path.name, beside), ""))
    if is_path:
        message = f"There is no file or folder {visible(given)}."
    else:
        message = f"There is no file, folder or bank {visible(given)}."
    known = f"The banks are {', '.join(sorted(ids))}." if ids else "Check the path."
    raise BanksError(message, f"Did you mean {visible(near)}?" if near else known)


def _beside(path: Path) -> list[Path]:
    """The banks and folders where `path` would be; none if it can't be looked into."""
    try:
        with os.scandir(path.parent) as entries:
            return [
                path.parent / each.name
                for each in entries
                if each.name.endswith((".yaml", ".yml")) or each.is_dir()
            ]
    except OSError:
        return []
