"""`cssprep bank add`: brings banks into the study folder, looked through first."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands

if TYPE_CHECKING:
    from datetime import date

ADDED, REFUSED = 0, 1
"""Exit codes: all is there; nothing was changed. What can't be looked at is a Fault, 2."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "add",
        help="bring banks from elsewhere into the study folder",
        description="Bring banks and the sources they quote from into the study folder: from a "
        "bank file, a folder, an archive or a Git repository. They are checked first; all are "
        "added or none. Exits with 1 if a bank has errors, or if another version of it is there "
        "and --update is not given; with 2 if there is nothing that can be added.",
    )
    parser.add_argument(
        "origin",
        metavar="PATH|ARCHIVE|GIT-URL",
        help="a .yaml, a folder, a .zip or .tar (.gz, .bz2, .xz), or the address of a Git "
        "repository: https://…, ssh://…, git@host:path, file://… or git+PATH; #branch may follow",
    )
    parser.add_argument(
        "--only", nargs="+", metavar="BANK-ID", default=(), help="these banks and no others"
    )
    parser.add_argument(
        "--anyway", action="store_true", help="also with errors; faulty questions are not asked"
    )
    parser.add_argument(
        "--update", action="store_true", help="take the place of another version; it is kept"
    )


def run(args: argparse.Namespace, day: date) -> int:
    """Adds what `args` name, on the study day `day`; a Fault if it can't be."""
    from tui.cli.bank_add_words import print_added, print_refused
    from tui.study.bringing.adding import Wish, add_banks
    from tui.study.bringing.git import is_git, without_secrets
    from tui.study.folder import find_folder

    if is_git(args.origin) and sys.stderr.isatty():
        print(f"Fetching {without_secrets(args.origin)} …", file=sys.stderr)
    wish = Wish(args.origin, tuple(args.only), args.anyway, args.update)
    outcome = add_banks(find_folder(getattr(args, "folder", None)), wish, day)
    if outcome.refusal is not None:
        print_refused(outcome)
        return REFUSED
    print_added(outcome)
    return ADDED
