"""`cssprep sync`: one round of syncing with a folder that several devices share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.opened import opened_desk

if TYPE_CHECKING:
    from tui.progress.marks import Mark

SOME_UNREAD = 1
NAMED = 5
"""How many changes that are held back are named."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the arguments of `cssprep sync`."""
    parser.description = (
        "Takes in what your other devices keep in DIR, a folder that Syncthing, Dropbox or git "
        "carries from one to the other, and writes this device's own file there. Nobody's file but "
        "the own is written. Run it before and after you study. Exit code 1 if a file or a line "
        "could not be read."
    )
    parser.add_argument("dir", metavar="DIR", help="the shared folder")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Syncs, and prints what came of it: 1 if a file or line could not be read."""
    from tui.cli.meter import Meter
    from tui.cli.printable import printable_line
    from tui.cli.progress_merge import complaints_of, rows, told
    from tui.collector import collector_paused
    from tui.study.folder import find_folder
    from tui.study.syncing.shared_folder import shared_files
    from tui.study.syncing.sync import sync

    shared = Path(arguments.dir)
    folder = find_folder(arguments.folder)
    shared_files(shared)  # before a progress.db is made for nothing
    with collector_paused(), opened_desk(folder) as desk, Meter() as meter:
        synced = sync(desk, shared, meter)
    complaints = [why for _, why in synced.unread]
    complaints += [line for file in synced.merged.files for line in complaints_of(file)]
    for line in complaints:
        print(printable_line(line), file=sys.stderr)
    if arguments.json:
        from tui.progress.columns import json_text

        found = {
            "own": str(synced.own),
            "written": synced.written,
            "conflict_copies": [str(file.path) for file in synced.others if file.copy],
            "unread": [{"path": str(path), "why": why} for path, why in synced.unread],
            "twins": synced.twins,
            "aside": None if synced.aside is None else str(synced.aside),
            "held_back": [{"what": mark.what, "name": mark.name} for mark in synced.held_back],
            **rows(synced.merged),
        }
        print(json_text(found))
        return SOME_UNREAD if complaints else 0
    for line in told(synced.merged):
        print(printable_line(line))
    for file in synced.others:
        if file.copy:
            whole = file.path not in synced.read_in_part
            print(
                f"{printable_line(str(file.path))} is a conflict copy; "
                + (
                    "all in it is taken in, so you may delete it."
                    if whole
                    else "keep it until all of it can be read."
                )
            )
    if synced.aside is not None:
        aside = printable_line(str(synced.aside))
        print(f"This device's file held what can't be read; it is kept: {aside}")
    if synced.held_back:
        print(printable_line(_held_back(synced.held_back)))
    own = printable_line(str(synced.own))
    if synced.twins:
        held = "1 entry that was not here; it is"
        if synced.twins > 1:
            held = f"{synced.twins:,} entries that were not here; they are"
        print(
            f"{own} held {held} taken in. "
            "Was progress.db copied to another device, or put back from a backup?"
        )
    if not any(not file.copy for file in synced.others):
        print("No other device has written here yet.")
    waits = synced.own in dict(synced.unread)
    state = "written" if synced.written else "not written" if waits else "up to date"
    print(f"{own}: {state}.")
    return SOME_UNREAD if complaints else 0


def _held_back(marks: Sequence[Mark]) -> str:
    from tui.study.syncing.shared import named

    of = [named(mark) for mark in marks[:NAMED]]
    if len(marks) > NAMED:
        of.append(f"{len(marks) - NAMED:,} more")
    several = len(marks) > 1
    return (
        "Made while the clock of this device was years ahead, and so not handed on: the "
        f"{'changes' if several else 'change'} of {', '.join(of)}. Make "
        f"{'them' if several else 'it'} again."
    )
