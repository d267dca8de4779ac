"""`cssprep bank remove`: takes a bank out of the study folder; its progress is kept."""

from __future__ import annotations

import argparse
import shlex
import sys
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, counted, shown

if TYPE_CHECKING:
    from datetime import date

    from tui.study.bringing.standing import StandingBank
    from tui.study.folder import StudyFolder

DONE, LEFT = 0, 1
"""Exit codes: it is removed; the learner said no. What can't be removed is a Fault, 2."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "remove",
        help="take a bank out of the study folder; its progress is kept",
        description="Move a bank, and the sources that no other bank quotes from, into "
        "removed_banks in the study folder. Its progress is kept: added again, it goes on where "
        "it was. Exits with 1 if you say no, 2 if there is no such bank.",
    )
    parser.add_argument("bank", metavar="BANK", help="the id of a bank, or its file")
    parser.add_argument("--yes", action="store_true", help="don't ask")


def run(args: argparse.Namespace, day: date) -> int:
    """Removes the bank that `args` name, on the study day `day`; a Fault if it can't be."""
    from tui.banks.characters import one_line
    from tui.study.bringing.removing import bank_to_remove, remove
    from tui.study.folder import find_folder

    folder = find_folder(getattr(args, "folder", None))
    bank = bank_to_remove(folder, args.bank, day)
    name = one_line(bank.called)
    if not args.yes and not _agreed(folder, bank, name, day):
        print("Nothing is changed.")
        return LEFT
    removed = remove(folder, bank, day)
    print(f"Removed {name}. Its progress is kept.")
    for file in removed.staying:
        name = one_line(file, 200)
        print(f"  {name} stays: another bank may quote from it, or it can't be deleted.")
    print(f"To bring it back: cssprep bank add {shlex.quote(shown(str(removed.kept)))}")
    return DONE


def _agreed(folder: StudyFolder, bank: StandingBank, name: str, day: date) -> bool:
    from tui.banks.index import open_index
    from tui.fault import Fault

    if not sys.stdin.isatty():
        raise Fault(
            "There is no terminal to ask on.", f"To remove {name} without being asked, add --yes."
        )
    index = open_index(folder.banks, folder.cache, day)
    try:
        rows = [row for row in index.banks() if row.path == str(bank.path)]
    finally:
        index.close()
    questions = counted(rows[0].questions if rows else 0, "question")
    print(f"Remove {name} with {questions}? Its progress is kept. [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
