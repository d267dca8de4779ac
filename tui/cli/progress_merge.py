"""`cssprep progress merge`: takes in the progress of another device."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tui.cli.complaints import refused_lines
from tui.cli.mark_words import mark_words
from tui.cli.opened import opened_desk

if TYPE_CHECKING:
    from tui.progress.joining.elsewhere import Elsewhere
    from tui.study.folder import StudyFolder
    from tui.study.syncing.merge import Merged

SOME_REFUSED = 1

DESCRIPTION = (
    "Takes in what another device knows: its progress.db, or what `cssprep progress export` or "
    "`cssprep sync` wrote; a folder stands for the .db and .jsonl files in it. Answers of both are "
    "kept; of flags, parked questions and the plan the newest change stands. The order of the "
    "files makes no difference, and neither does taking one in twice. A backup is made first. The "
    "files are not changed. Exit code 1 if a line is refused."
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    parser.add_argument("other", nargs="+", metavar="OTHER", help="files, or folders of them")
    parser.add_argument("--dry-run", action="store_true", help="say what it would add; add nothing")
    parser.add_argument("--json", action="store_true", help="as JSON")


def print_merge(folder: StudyFolder, arguments: argparse.Namespace) -> int:
    """Merges, and prints what came of it: 1 if a line was refused."""
    from tui.cli.meter import Meter
    from tui.cli.printable import printable_line
    from tui.collector import collector_paused
    from tui.progress.joining.elsewhere import files_at
    from tui.study.syncing.merge import merge, read_all

    paths = files_at([Path(name) for name in arguments.other])
    with ExitStack() as stack:
        if arguments.dry_run and not folder.progress.exists():
            # Nothing is to remain of one that is only looked at.
            room = stack.enter_context(TemporaryDirectory(prefix="cssprep-"))
            folder = replace(folder, progress=Path(room) / folder.progress.name)
        stack.enter_context(collector_paused())
        desk = stack.enter_context(opened_desk(folder))
        meter = stack.enter_context(Meter())
        files = read_all(desk, paths, meter)
        merged = merge(desk, files, meter, dry_run=arguments.dry_run)
    complaints = [line for file in files for line in complaints_of(file)]
    for line in complaints:
        print(printable_line(line), file=sys.stderr)
    if arguments.json:
        from tui.progress.columns import json_text

        print(json_text({"dry_run": arguments.dry_run, **rows(merged)}))
    else:
        for line in told(merged, dry_run=arguments.dry_run):
            print(printable_line(line))
    return SOME_REFUSED if complaints else 0


def complaints_of(file: Elsewhere) -> Iterator[str]:
    """Lines of `file` that were refused, with their places, and whether its end is missing."""
    yield from refused_lines(file.path, file.refused)
    if file.missing:
        yield (
            f"{file.path}: it is not there to its end; {_counted(file.missing, 'line')} missing. "
            "Copy it once more and merge it again."
        )


def told(merged: Merged, *, dry_run: bool = False) -> Iterator[str]:
    """What `merged` says, a line at a time."""
    for file in merged.files:
        new = f"{len(file.entries):,} new here, {file.known:,} known already"
        refused = f", {len(file.refused):,} refused" if file.refused else ""
        yield f"{file.path}: {new}{refused}."
    if not (merged.questions or merged.answers or merged.undos or merged.amendments):
        yield "No answer is new."
    else:
        parts = [_counted(merged.answers, "answer")]
        if merged.amendments:
            parts.append(f"{_counted(merged.amendments, 'answer')} judged anew by you")
        if merged.undos:
            parts.append(f"{merged.undos:,} taken back")
        yield f"{'Would add' if dry_run else 'Added'}: {', '.join(parts)}."
        yield f"Memories derived anew: {merged.questions:,}."
    if merged.wordings:
        more = "more" if merged.wordings > 0 else "fewer"
        yield f"Remembered wordings: {abs(merged.wordings):,} {more}."
    for mark in merged.marks:
        yield f"Newer there: {mark_words(mark)}."
    if merged.ahead is not None:
        yield (
            f"An answer is dated {merged.ahead.astimezone():%d %B %Y, %H:%M}, which is to come: "
            "check the clocks of your devices."
        )
    if merged.backup is not None:
        yield f"Backup of what was here before: {merged.backup}"
    if dry_run:
        yield "This was a dry run: nothing was changed."


def rows(merged: Merged) -> dict[str, object]:
    """What `merged` says, by name."""
    return {
        "answers": merged.answers,
        "amendments": merged.amendments,
        "undos": merged.undos,
        "memories": merged.questions,
        "wordings": merged.wordings,
        "changes": [
            {"what": mark.what, "name": mark.name, "at": mark.at, "value": mark.value}
            for mark in merged.marks
        ],
        "ahead": None if merged.ahead is None else merged.ahead.isoformat(),
        "backup": None if merged.backup is None else str(merged.backup),
        "files": [
            {
                "path": str(file.path),
                "new": len(file.entries),
                "known": file.known,
                "missing": file.missing,
                "refused": [{"line": number, "why": why} for number, why in file.refused],
            }
            for file in merged.files
        ],
    }


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
