"""`cssprep progress`: the log as JSON Lines; wordings, flags, leeches, parked; own weights."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.opened import opened_progress, require
from tui.cli.taken_in import STANDARD

if TYPE_CHECKING:
    from typing import BinaryIO

SOME_REFUSED = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the actions and their arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    export = actions.add_parser(
        "export",
        help="write the log of answers, one JSON object a line",
        description="Writes the log of answers, one JSON object a line, the oldest first.",
    )
    export.add_argument(
        "file",
        nargs="?",
        default=STANDARD,
        metavar="FILE",
        help="where to; it appears once it is complete (default: standard output)",
    )
    take_in = actions.add_parser(
        "import",
        help="take in answers that were exported, here or elsewhere",
        description=(
            "Takes in one JSON object a line. Each needs question, at and score; what is in the "
            "log already is left as it is. Exit code 1 if a line is refused."
        ),
    )
    take_in.add_argument("file", metavar="FILE", help="where from; - is standard input")
    from tui.cli import progress_fit

    fitting = actions.add_parser(
        "fit",
        help="fit the weights of the memory to your answers, if that forecasts better",
        description=progress_fit.DESCRIPTION,
    )
    progress_fit.configure(fitting)
    from tui.cli import progress_restore

    restoring = actions.add_parser(
        "restore",
        help="put a backup in the place of progress.db",
        description=progress_restore.DESCRIPTION,
    )
    restoring.add_argument("backup", metavar="BACKUP", help="the file of the backup")
    restoring.add_argument("--json", action="store_true", help="as JSON")
    from tui.cli import progress_merge

    merging = actions.add_parser(
        "merge",
        help="take in what another of your devices knows",
        description=progress_merge.DESCRIPTION,
    )
    progress_merge.configure(merging)
    for name, shown in (
        ("backups", "the backups of progress.db, the newest first"),
        ("wordings", "the wordings that you counted as right and had remembered"),
        ("flags", "the questions that you flagged"),
        ("leeches", "the questions that slip again and again, and what has become of them"),
        ("parked", "the questions that you parked, which are not asked"),
    ):
        listing = actions.add_parser(name, help=f"list {shown}", description=f"Lists {shown}.")
        listing.add_argument("--json", action="store_true", help="as JSON")
    listing.add_argument(
        "--unpark", nargs="+", default=(), metavar="QUESTION", help="ask these again"
    )


def run(arguments: argparse.Namespace) -> int:
    """0 if all went well, 1 if a line was refused; raises a Fault where nothing could be done."""
    from tui.study.folder import find_folder

    folder = find_folder(arguments.folder)
    progress = folder.progress
    if arguments.action in {"export", "import"}:
        exchange = _export if arguments.action == "export" else _import
        return exchange(progress, arguments.file)
    if arguments.action in {"backups", "restore"}:
        return _backups(progress, arguments)
    if arguments.action in {"fit", "merge"}:
        from tui.cli.progress_fit import print_fit
        from tui.cli.progress_merge import print_merge

        return (print_fit if arguments.action == "fit" else print_merge)(folder, arguments)
    if arguments.action in {"leeches", "parked"}:
        from tui.cli.progress_leeches import print_leeches, print_parked

        if arguments.action == "leeches":
            return print_leeches(folder, as_json=arguments.json)
        return print_parked(folder, unpark=arguments.unpark, as_json=arguments.json)
    from tui.cli.progress_lists import print_flags, print_wordings

    listing = print_wordings if arguments.action == "wordings" else print_flags
    return listing(progress, as_json=arguments.json)


def _backups(progress: Path, arguments: argparse.Namespace) -> int:
    if arguments.action == "backups":
        from tui.cli.progress_backups import print_backups

        return print_backups(progress, as_json=arguments.json)
    from tui.cli.progress_restore import restore_from

    return restore_from(progress, arguments.backup, as_json=arguments.json)


def _export(progress: Path, file: str) -> int:
    from tui.cli.printable import printable_line
    from tui.fault import Fault
    from tui.progress.exchange import export_lines

    require(progress, "There is nothing to export yet")
    with opened_progress(progress) as db:
        if file == STANDARD:
            _write(export_lines(db), sys.stdout.buffer)
            return 0
        target = Path(file).resolve()
        if target.parent == progress.resolve().parent and target.name.startswith(progress.name):
            raise Fault(
                f"{file} is where the progress itself is kept.",
                "Name another file, such as progress.jsonl.",
            )
        try:
            if target.is_dir():
                advice = f"Name a file in it: {Path(file) / 'log.jsonl'}."
                raise Fault(f"{file} is a folder.", advice)
            count = _write_file(export_lines(db), target)
        except OSError as error:
            raise Fault(
                f"{file} can't be written: {error.strerror}.", "Name another file."
            ) from error
    print(f"Wrote {count:,} {'entry' if count == 1 else 'entries'} to {printable_line(file)}.")
    return 0


def _write_file(lines: Iterator[str], target: Path) -> int:
    if target.exists() and not target.is_file():  # a pipe or a device: nothing to put in its place
        with target.open("wb") as stream:
            return _write(lines, stream)
    from tui.replacing import replacing

    with replacing(target) as partial, partial.open("wb") as stream:
        return _write(lines, stream)


def _write(lines: Iterator[str], stream: BinaryIO) -> int:
    count = 0
    for line in lines:
        stream.write(line.encode() + b"\n")
        count += 1
    stream.flush()
    return count


def _import(progress: Path, file: str) -> int:
    from tui.cli.complaints import refused_lines
    from tui.cli.printable import printable_line
    from tui.cli.taken_in import opened_source
    from tui.progress import log
    from tui.progress.copies.backups import back_up_now
    from tui.progress.exchange import check_lines, import_lines, read_lines
    from tui.schedule.grades import grade_for
    from tui.study.changes import forget_looking
    from tui.study.in_force import replaying

    name = "standard input" if file == STANDARD else file
    with opened_source(file) as readline:
        # Whole before anything is written: nobody has to wait for who is still typing.
        lines = list(read_lines(readline))
    check_lines(name, lines, grade_for)
    with opened_progress(progress) as db:
        if log.ids(db):
            back_up_now(progress, "import", db.clock)
        with db.transaction():
            report = import_lines(db, lines, grade_for=grade_for, replay=replaying(db))
            forget_looking(db)
    for line in refused_lines(name, report.refused):
        print(printable_line(line), file=sys.stderr)
    print(f"{report.added} added, {report.known} known already, {len(report.refused)} refused.")
    return SOME_REFUSED if report.refused else 0
