"""`cssprep doctor`: examines progress.db, and repairs it with `--fix`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from tui.cli.printable import printable_line

if TYPE_CHECKING:
    from tui.study.doctor.findings import Examination
    from tui.study.doctor.repairing import Rebuilt, Repaired
    from tui.study.folder import StudyFolder

SOMETHING_WRONG = 1
MOST_LOST = 20
"""Entries that are lost and told one by one."""
WORDS = {
    "device": "the name of this device",
    "changed": "when flags and settings were changed",
    "settings": "settings",
    "flags": "flags",
    "parked": "parked questions",
    "variants": "wordings",
    "sessions": "open sessions",
    "session_queues": "queues of sessions",
    "session_steps": "steps that can be undone",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments."""
    parser.description = (
        "Examines progress.db: every page, what refers to what, whether the memories are what the "
        "answers give, questions that no bank holds, jumps of the clock. Changes nothing without "
        "--fix. Exit code 1 if something is wrong; with --fix 0 once it is repaired and nothing "
        "was lost, 1 if something was or may have been."
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="repair it: from every answer that can be read, and from backups",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: argparse.Namespace) -> int:
    """0 if all is well, or was put right without loss; 1 if not; a Fault if it can't be told."""
    from tui.study.folder import find_folder

    folder = find_folder(arguments.folder)
    return _fix(folder, arguments) if arguments.fix else _examine(folder, arguments)


def _examine(folder: StudyFolder, arguments: argparse.Namespace) -> int:
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.study.doctor.examining import examine
    from tui.study.ids import random_id

    with Meter() as meter:
        found = examine(folder, SystemClock(), random_id, meter)
    if arguments.json:
        print(json.dumps(_examination(found)))
    else:
        for line in _told(found):
            print(line)
        if not found.is_well:
            print("`cssprep doctor --fix` repairs it; what is there now is kept.")
    return 0 if found.is_well else SOMETHING_WRONG


def _fix(folder: StudyFolder, arguments: argparse.Namespace) -> int:
    from tui.cli.meter import Meter
    from tui.clock import SystemClock
    from tui.study.doctor.repairing import repair
    from tui.study.ids import random_id

    with Meter() as meter:
        done = repair(folder, SystemClock(), random_id, meter)
    if arguments.json:
        rebuilt = None if done.rebuilt is None else asdict(done.rebuilt)
        rows = _examination(done.examination) | {
            "rebuilt": rebuilt,
            "memories": done.memories,
            "backup": done.backup,
        }
        print(json.dumps(rows, default=str))
    else:
        for line in (*_told(done.examination), *_done(done)):
            print(line)
    made = done.rebuilt
    is_whole = made is None or (
        made.are_lost_known and not (made.lost or made.left_out or made.incomplete)
    )
    return 0 if is_whole else SOMETHING_WRONG


def _told(found: Examination) -> Iterator[str]:
    entries = "" if found.entries is None else f", {_entries(found.entries)} in the log"
    yield f"{printable_line(str(found.path))}: {found.size / 1e6:,.1f} MB{entries}"
    signs = {"fine": "✓", "note": "·", "wrong": "✗"}
    for finding in found.findings:
        yield f"{signs[finding.weight]} {printable_line(finding.says)}"
        for detail in finding.details:
            yield f"    {printable_line(detail)}"


def _done(done: Repaired) -> Iterator[str]:
    if done.rebuilt is not None:
        yield from _rebuilt(done.rebuilt)
    elif done.backup is not None:
        count = "1 memory was" if done.memories == 1 else f"{done.memories:,} memories were"
        yield f"{count} derived anew from the answers."
        yield f"What was there before: {printable_line(str(done.backup))}"
    else:
        yield "Nothing had to be repaired."


def _rebuilt(made: Rebuilt) -> Iterator[str]:
    yield f"The file was made anew, with {_entries(made.entries)} of the log."
    if made.from_backups:
        yield f"{made.from_backups:,} of them can only be read in backups or kept files."
    if made.put_away:
        count = "1 more was" if made.put_away == 1 else f"{made.put_away:,} more were"
        yield (
            f"{count} put away by restoring a backup, and left out: "
            "`cssprep progress backups` lists what was there before."
        )
    if made.lost:
        count = "1 entry was" if len(made.lost) == 1 else f"{len(made.lost):,} entries were"
        yield f"{count} in the log and can't be read anywhere:"
        for lost in made.lost[:MOST_LOST]:
            what = (
                f"an answer to {lost.question}, {_local(lost.at)}" if lost.question else "unknown"
            )
            yield f"    entry {lost.number}: {printable_line(what)}"
        if len(made.lost) > MOST_LOST:
            yield f"    and {len(made.lost) - MOST_LOST:,} more"
    elif made.are_lost_known:
        yield "No entry is known to be lost."
    if not made.are_lost_known:
        more = "more entries" if made.lost else "entries"
        yield (
            f"It can't be told whether {more} are lost, nor which: the end of the log could not "
            "be read, nor its index."
        )
    if made.last_read:
        yield f"The newest entry that was read is of {_local(made.last_read)}; was it the last one?"
    if made.incomplete:
        named = ", ".join(WORDS.get(name, name) for name in made.incomplete)
        yield f"These may not be complete: {named}."
    if made.mended:
        count = "1 entry" if made.mended == 1 else f"{made.mended:,} entries"
        yield f"In {count} a time made no sense; it was put right by what else the entry says."
    if made.left_out:
        count = "1 row" if made.left_out == 1 else f"{made.left_out:,} rows"
        yield f"{count} made no sense and {'was' if made.left_out == 1 else 'were'} left out."
    yield f"The damaged file is kept: {printable_line(str(made.kept))}"


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"


def _local(at: str | None) -> str:
    """A moment of the log by the learner's clock."""
    from tui.clock import SystemClock
    from tui.progress.columns import moment

    return "" if at is None else f"{moment(at).astimezone(SystemClock().zone()):%Y-%m-%d %H:%M}"


def _examination(found: Examination) -> dict[str, object]:
    return {
        "file": str(found.path),
        "bytes": found.size,
        "entries": found.entries,
        "damaged": found.damaged,
        "well": found.is_well,
        "findings": [asdict(finding) for finding in found.findings],
    }
