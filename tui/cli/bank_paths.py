"""The bank files that a command is about: named by id or by path, or all of the study folder."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date


class Commands(Protocol):
    """Where a command of `cssprep bank` adds itself."""

    def add_parser(
        self,
        name: str,
        *,
        help: str,  # noqa: A002
        description: str,
        epilog: str | None = None,
    ) -> argparse.ArgumentParser:
        """The parser of the new command `name`."""
        ...


def name_bank(parser: argparse.ArgumentParser) -> None:
    """Adds the argument that `bank_paths` takes as `wanted`."""
    parser.add_argument(
        "bank",
        nargs="?",
        metavar="BANK",
        help="the id of a bank of the study folder, or a path; without one, every bank there",
    )


def study_banks(args: argparse.Namespace) -> Path:
    """The folder of banks of the study folder that `args` name; a FolderError if there is none."""
    from tui.study.folder import find_folder

    return find_folder(getattr(args, "folder", None)).banks


def short(path: str) -> str:
    """`path` as it is to be shown: from the current folder where it lies below that."""
    return path.removeprefix(f"{Path.cwd()}{os.sep}")


def shown(path: str) -> str:
    """`path` as `short` has it, for people: no terminal obeys what it is called."""
    from tui.cli.printable import printable_line

    return printable_line(short(path))


def counted(count: int, word: str) -> str:
    """`count` and `word`, in the plural unless it is one."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def bank_paths(wanted: str | None, folder: str | None, day: date) -> list[Path]:
    """The bank files meant: all, the one with the id `wanted`, or those at the path `wanted`.

    folder: the study folder, found as usual if None. BanksError where there is no such bank.
    """
    if wanted is not None and (os.sep in wanted or wanted.endswith((".yaml", ".yml"))):
        return banks_at(Path(wanted))
    from tui.banks.characters import one_line
    from tui.banks.complaints import did_you_mean
    from tui.banks.folder import BanksError, bank_files
    from tui.study.folder import find_folder

    files = bank_files(find_folder(folder).banks)
    if wanted is None:
        if not files:
            raise BanksError("The study folder has no bank.", "Banks are files ending in .yaml.")
        return files
    ids = ids_of(files, day)
    if wanted in ids:
        return [ids[wanted]]
    if os.path.lexists(wanted):
        return banks_at(Path(wanted))
    known = f"The banks are {', '.join(sorted(ids))}." if ids else "The study folder has none."
    meant = did_you_mean(wanted, ids)
    raise BanksError(f"There is no bank “{one_line(wanted)}”.", meant or known)


def ids_of(files: Sequence[Path], day: date) -> dict[str, Path]:
    """The banks `files` by the ids that they declare; the first one of an id has it."""
    return {name: path for path in reversed(files) if (name := _id_of(path, day))}


def banks_at(path: Path) -> list[Path]:
    """The bank at `path`, or the banks of that folder."""
    from tui.banks.characters import one_line
    from tui.banks.folder import BanksError, bank_files, folder_of_banks

    name = one_line(str(path), 300)
    if (folder := folder_of_banks(path)) is not None:
        found = bank_files(folder)
        if not found:
            raise BanksError(f"There is no bank in {name}.", "Banks are files ending in .yaml.")
        return found
    if not os.path.lexists(path):
        raise BanksError(f"There is no file or folder {name}.", "Check the path.")
    return [path]


def _id_of(path: Path, day: date) -> str:
    from tui.banks.reading import BankReading

    return BankReading(path, str(path), day, {}).declared_id
