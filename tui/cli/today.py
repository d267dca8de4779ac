"""`cssprep today`: what waits today, for a shell prompt or as JSON."""

from __future__ import annotations

import argparse

from tui.cli.opened import desk_to_look_at


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `cssprep today`."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Prints the day's work; always 0 where the folder can be opened."""
    from tui.study.folder import find_folder
    from tui.study.minutes import planned_minutes
    from tui.study.today import today, today_line

    with desk_to_look_at(find_folder(arguments.folder)) as desk:
        day = today(desk, planned_minutes(desk))
    if arguments.json:
        import json
        from dataclasses import asdict

        print(json.dumps(asdict(day)))
    else:
        print(today_line(day))
    return 0
