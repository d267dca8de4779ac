"""The bank files of a folder."""

from __future__ import annotations

import os
from pathlib import Path

from tui.banks.characters import visible
from tui.fault import Fault

SUFFIXES = (".yaml", ".yml")


class BanksError(Fault):
    """The banks of a folder can't be looked at."""


def folder_of_banks(path: Path) -> Path | None:
    """The folder of banks that `path` is or holds; None if it is no folder."""
    # Not Path.is_dir, which raises where a folder may not be looked into.
    if not os.path.isdir(path):  # noqa: PTH112
        return None
    inner = path / "question_banks"
    return inner if os.path.isdir(inner) else path  # noqa: PTH112


def bank_files(folder: Path) -> list[Path]:
    """The bank files in `folder`, by name; those whose names begin with a dot are left out.

    Raises BanksError if the folder is not there or can't be read.
    """
    name = visible(str(folder))
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                entry.name
                for entry in entries
                if entry.name.endswith(SUFFIXES) and not entry.name.startswith(".")
            )
    except FileNotFoundError:
        raise BanksError(f"There is no folder {name}.", "Check the path.") from None
    except NotADirectoryError:
        raise BanksError(f"{name} is not a folder.", "Give the folder with the banks.") from None
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        message = f"The folder {name} can't be read: {reason}."
        raise BanksError(message, "Check who may read it: ls -ld.") from None
    return [folder / name for name in names]
