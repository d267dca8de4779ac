"""`cssprep bank coverage`: which sentences of its sources a bank tests."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, bank_paths, name_bank

if TYPE_CHECKING:
    from datetime import date

    from tui.banks.coverage import BankCoverage

ENOUGH, TOO_LITTLE, CANNOT_RUN = 0, 1, 2
"""Exit codes: as much is tested as was asked for, less, not to be said."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "coverage",
        help="say which sentences of its sources a bank tests",
        description="Go through the sources of banks sentence by sentence: which are tested, by "
        "which questions, which are left out on purpose, which are not tested. Exits with 1 if a "
        "bank tests less than was asked for, 2 if a bank or a source can't be read.",
    )
    name_bank(parser)
    parser.add_argument(
        "--at-least",
        type=_percent,
        default=0.0,
        metavar="PERCENT",
        help="exit with 1 if a bank tests a smaller share of its sentences",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace, day: date) -> int:
    """Shows what `args` ask for, on the study day `day`; a Fault if there is no such bank."""
    from tui.banks.coverage import bank_coverage
    from tui.banks.folder import BanksError

    found: list[BankCoverage] = []
    faults: list[BanksError] = []
    for path in bank_paths(args.bank, getattr(args, "folder", None), day):
        try:
            found.append(bank_coverage(path, day))
        except BanksError as fault:
            faults.append(fault)
    if args.json and found:
        from tui.cli.coverage_page import as_rows

        print(json.dumps([as_rows(each) for each in found], ensure_ascii=False, indent=2))
    elif found:
        from tui.cli.coverage_page import print_page

        for number, each in enumerate(found):
            if number:
                print()
            print_page(each, args.at_least)
    sys.stdout.flush()
    for each_fault in faults:
        print(f"cssprep: {each_fault}", file=sys.stderr)
    if faults:
        return CANNOT_RUN
    return ENOUGH if all(each.percent >= args.at_least for each in found) else TOO_LITTLE


def _percent(text: str) -> float:
    try:
        share = float(text.removesuffix("%").strip())
    except ValueError:
        share = -1.0
    if not 0 <= share <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 100")
    return share
