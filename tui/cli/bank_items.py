"""`cssprep bank items`: what learners' answers say of the questions of a bank."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, bank_paths, counted, name_bank, short

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tui.progress.joining.elsewhere import Elsewhere
    from tui.study.items.analysis import BankItems
    from tui.study.items.learners import Learner

DONE = 0
"""The exit code, unless something can't be read: that is a Fault, 2."""

_REFUSED_SHOWN = 5
"""Refused lines of one file that are told one by one."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "items",
        help="say what learners' answers tell of the questions",
        description="Item analysis over one or many learners' progress: how hard each question "
        "is, whether it tells the strong from the weak, which options draw whom, how long it "
        "takes, and which wrong answers are typed again and again. Learners are counted, never "
        "named. Without --from: over the study folder's own progress.",
    )
    name_bank(parser)
    parser.add_argument(
        "--from",
        dest="sources",
        nargs="+",
        action="extend",
        metavar="FILE",
        help="progress of learners, one file each: progress.db, or what cssprep progress export "
        "wrote; a folder stands for the .db and .jsonl files in it. They are read, never changed",
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="as JSON")
    shape.add_argument(
        "--yaml",
        action="store_true",
        help="only recurring wrong answers, as YAML to paste into the bank",
    )


def run(args: argparse.Namespace, day: date) -> int:
    """Prints the analysis that `args` ask for, on the study day `day`; a Fault if it can't be."""
    from tui.study.items.learners import learners

    folder = getattr(args, "folder", None)
    paths = bank_paths(args.bank, folder, day)
    files = _files(args.sources, folder)
    people = learners(files)
    banks = [_analysed(path, people, day) for path in paths]
    sys.stdout.flush()
    _tell_refused(files)
    if args.json:
        from tui.cli.items_rows import as_rows

        rows = [as_rows(each, short(each.bank.path)) for each in banks]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif args.yaml:
        _print_yaml(banks)
    else:
        from tui.cli.items_page import page

        for number, each in enumerate(banks):
            if number:
                print()
            for line in page(each, files=len(files), people=len(people)):
                print(line.rstrip())
    return DONE


def _files(sources: Sequence[str] | None, folder: str | None) -> list[Elsewhere]:
    """The logs to read: the study folder's own, or those of `sources`."""
    from tui.cli.opened import require
    from tui.progress.joining.elsewhere import files_at, read_elsewhere
    from tui.schedule.grades import grade_for

    if sources is None:
        from tui.study.folder import find_folder

        own = find_folder(folder).progress
        require(own, "There are no answers yet", "Name learners' files with --from.")
        return [read_elsewhere(own, grade_for)]
    paths = [Path(source) for source in sources]
    return [read_elsewhere(path, grade_for) for path in files_at(paths)]


def _analysed(path: Path, people: Sequence[Learner], day: date) -> BankItems:
    from tui.banks.characters import visible
    from tui.banks.check import check_file
    from tui.banks.finding import Severity
    from tui.banks.folder import BanksError
    from tui.study.items.analysis import analysed

    checked = check_file(path, day)
    name = visible(short(str(path)))
    if checked.bank is None:
        raise BanksError(f"{name} holds no bank.", "See cssprep bank check.")
    errors = sum(found.severity is Severity.ERROR for found in checked.findings)
    if errors:
        told = f"{name} has {counted(errors, 'error')}: questions with one are left out."
        print(f"{told} See cssprep bank check.", file=sys.stderr)
    return analysed(checked.bank, people)


def _tell_refused(files: Sequence[Elsewhere]) -> None:
    """Says on standard error which lines of exports were passed over."""
    from tui.banks.characters import visible

    for file in files:
        name = visible(short(str(file.path)))
        for number, reason in file.refused[:_REFUSED_SHOWN]:
            print(f"{name}:{number}: {visible(reason)}", file=sys.stderr)
        if file.refused:
            lines = counted(len(file.refused), "line")
            print(f"{name}: {lines} refused, the others are counted.", file=sys.stderr)


def _print_yaml(banks: Sequence[BankItems]) -> None:
    from tui.banks.characters import visible
    from tui.study.items.pasting import HEAD, yaml_lines

    lines = [line for each in banks for line in yaml_lines(each, visible(short(each.bank.path)))]
    if not lines:
        print("# No wrong answer was typed again and again.")
        return
    for line in (*HEAD, *lines):
        print(line)
