"""`cssprep bank check`: what is wrong with banks, by line."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, counted, short, study_banks
from tui.cli.colour import may_colour

if TYPE_CHECKING:
    from datetime import date

    from tui.banks.finding import Finding
    from tui.banks.kept_checks import KeptChecks
    from tui.banks.outcome import Outcome

CLEAN, FOUND, CANNOT_RUN = 0, 1, 2
"""Exit codes: nothing to complain of, something, not checked at all."""

# As in tui.banks.render, which need not be loaded to describe the command.
FORMATS = ("full", "concise", "json", "github")


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "check",
        help="say what is wrong with banks, by line",
        description="Say what is wrong with banks, by line. Exits with 0 if nothing is, 1 if "
        "something is, 2 if a path can't be read. Notes don't count.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        type=Path,
        help="a bank, a folder of banks, or the id of a bank of the study folder; without one, "
        "all banks of the study folder",
    )
    parser.add_argument("--format", choices=FORMATS, default="full", help="full if not given")
    once = parser.add_mutually_exclusive_group()
    once.add_argument(
        "--fix", action="store_true", help="mend first what is safe to mend, and say what was done"
    )
    once.add_argument(
        "--diff", action="store_true", help="print what --fix would change, and change nothing"
    )
    once.add_argument("--watch", action="store_true", help="check again at each save")


def run(args: argparse.Namespace, day: date) -> int:
    """Checks the banks that `args` name, on the study day `day`; a Fault if it can't."""
    from tui.cli.checked_paths import meant

    where = "" if args.paths else str(study_banks(args))
    paths = [meant(path, args, day) for path in args.paths] or [Path(where)]
    if args.watch:
        from tui.cli.bank_watch import watch

        return watch(
            paths, args.format, lambda begin: _check(paths, day, args.format, where, begin)
        )
    if args.fix or args.diff:
        from tui.cli.bank_fix import mend, show_diff

        if args.diff:
            return show_diff(paths, day)
        mend(paths, day, args.format)
    return _check(paths, day, args.format, where)


def _check(
    paths: Sequence[Path],
    day: date,
    form: str,
    where: str,
    begin: Callable[[], None] = lambda: None,
) -> int:
    """Checks, calls `begin`, prints; the exit code.

    where: the folder of banks, if nobody named it; it is told, so that it is not taken for another.
    """
    from tui.banks.finding import is_complaint
    from tui.banks.kept_checks import KeptChecks
    from tui.banks.render import render
    from tui.study.folder import cache_folder

    checks = KeptChecks(cache_folder() / "checks")
    checked = [bank for path in paths for bank in _checked(checks, path, day)]
    findings = [_shown(found) for bank in checked for found in bank.findings]
    begin()
    sys.stdout.write(render(form, findings, colour=may_colour()))
    if form == "full":
        print(_total(checked, findings, where))
        if findings:
            from tui.cli.bank_fix import mendable

            if count := mendable([(bank.path, bank.findings) for bank in checked], day):
                print(f"cssprep bank check --fix mends {count} of these.")
            print("More on a code: cssprep bank explain CODE.")
    return FOUND if any(map(is_complaint, findings)) else CLEAN


def _checked(checks: KeptChecks, path: Path, day: date) -> tuple[Outcome, ...]:
    from tui.banks.characters import visible
    from tui.banks.folder import BanksError, folder_of_banks

    name = visible(str(path))
    if (folder := folder_of_banks(path)) is not None:
        found = checks.folder(folder, day)
        if not found:
            raise BanksError(f"There is no bank in {name}.", "Banks are files ending in .yaml.")
        return found
    if not os.path.lexists(path):
        raise BanksError(f"There is no file or folder {name}.", "Check the path.")
    if not os.access(path, os.R_OK):
        raise BanksError(f"{name} can't be read.", "Check who may read it: ls -l.")
    return (checks.file(path, day),)


def _shown(finding: Finding) -> Finding:
    """`finding` with its path from the current folder where it lies below that."""
    from dataclasses import replace

    return replace(finding, path=short(finding.path))


def _total(checked: Sequence[Outcome], findings: Sequence[Finding], where: str) -> str:
    severities = Counter(found.severity.value for found in findings)
    counts = [
        counted(severities[word], word) for word in ("error", "warning", "note") if severities[word]
    ] or ["nothing to complain of"]
    if silenced := sum(each.silenced for each in checked):
        counts.append(f"{silenced} silenced")
    from tui.banks.characters import visible

    banks = counted(len(checked), "bank") + (f" in {visible(short(where))}" if where else "")
    questions = sum(each.questions for each in checked)
    drafts = sum(each.drafts for each in checked)
    held = counted(questions, "sound question") + (
        f", {counted(drafts, 'draft')}" if drafts else ""
    )
    return f"{banks}, {held}: {', '.join(counts)}."
