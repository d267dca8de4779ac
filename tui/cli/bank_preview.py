"""`cssprep bank preview`: a bank as learners see it, while it is being written."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands, bank_paths, short
from tui.cli.standard_streams import on_terminal

if TYPE_CHECKING:
    from datetime import date

DONE, NOT_RUNNING = 0, 1
"""Exit codes of `--goto`: a preview was told, none is running. What can't be done is a Fault, 2."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "preview",
        help="see a bank as learners do, while you write it",
        description="Show a question of a bank as learners see it, beside what is wrong with it, "
        "and follow the file at each save. Answers can be tried; nothing is recorded.",
    )
    parser.add_argument(
        "bank",
        nargs="?",
        metavar="FILE[:LINE]",
        help="a bank, by its path or its id, and where to begin; not needed where there is one "
        "bank in the study folder",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--line", type=_line, metavar="LINE", help="begin with the question at this line"
    )
    where.add_argument("--question", metavar="ID", help="begin with the question of this id")
    where.add_argument(
        "--goto",
        type=_line,
        metavar="LINE",
        help="tell the previews of this bank that are running to go to this line, and end; for "
        "editors. Exits with 1 if none is running",
    )


def run(args: argparse.Namespace, day: date) -> int:
    """Runs the preview, or tells a running one where to go; a Fault if it can't."""
    wanted, line = _with_line(args.bank)
    path = _one(wanted, getattr(args, "folder", None), day)
    if args.goto is not None:
        return _go_to(path, args.goto)
    if not on_terminal():
        from tui.fault import Fault

        raise Fault(
            "A preview needs a terminal: input, output and errors must all be on it.",
            "Run cssprep bank preview there, and send none of them elsewhere.",
        )
    from tui.app.preview.app import run_preview
    from tui.clock import SystemClock
    from tui.study.folder import cache_folder

    start = line if args.line is None else args.line
    return run_preview(path, SystemClock(), cache_folder(), start, args.question)


def _go_to(path: Path, line: int) -> int:
    from tui.banks.characters import visible
    from tui.fault import Fault
    from tui.study.folder import cache_folder
    from tui.study.preview_calls import send_line

    try:
        told = send_line(cache_folder(), path, line)
    except OSError as error:
        raise Fault(
            f"The preview can't be told: {error.strerror}.", f"Look at {cache_folder()}."
        ) from error
    if told:
        return DONE
    print(f"No preview of {visible(short(str(path)))} is running.", file=sys.stderr)
    return NOT_RUNNING


def _one(wanted: str | None, folder: str | None, day: date) -> Path:
    """The one bank file meant; a Fault where several are."""
    paths = bank_paths(wanted, folder, day)
    if len(paths) == 1:
        return paths[0]
    from tui.fault import Fault

    names = ", ".join(path.name for path in paths)
    raise Fault("One bank at a time can be previewed.", f"Name one of these: {names}.")


def _with_line(wanted: str | None) -> tuple[str | None, int | None]:
    """A bank and the line behind its last colon, unless there is a file of that very name."""
    match = re.fullmatch(r"(.+):([0-9]+)", wanted or "", re.DOTALL)
    if match is None or wanted is None or Path(wanted).exists():
        return wanted, None
    return match[1], int(match[2])


def _line(given: str) -> int:
    if not given.isdecimal() or not int(given):
        raise argparse.ArgumentTypeError(f"{given!r} is no line: give a whole number from 1")
    return int(given)
