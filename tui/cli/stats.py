"""`cssprep stats`: what the log of answers says of the learner, and of the forecasts."""

from __future__ import annotations

import argparse

from tui.cli.opened import desk_to_look_at


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `cssprep stats`."""
    from tui.study.statistics.tables import PARTS

    parser.add_argument("--json", action="store_true", help="as JSON, with every figure")
    parser.add_argument(
        "--part",
        metavar="NAME",
        choices=PARTS,
        help=f"one part, every row of it: {', '.join(PARTS)}",
    )


def run(arguments: argparse.Namespace) -> int:
    """Prints the statistics; 0 where the folder can be opened."""
    from tui.study.folder import find_folder
    from tui.study.statistics.gathering import statistics

    with desk_to_look_at(find_folder(arguments.folder)) as desk:
        found = statistics(desk)
    if arguments.json:
        import json

        from tui.cli.stats_rows import as_rows

        print(json.dumps(as_rows(found, arguments.part), ensure_ascii=False))
        return 0
    from tui.cli.stats_page import page, part_page

    for line in page(found) if arguments.part is None else part_page(found, arguments.part):
        print(line.rstrip())
    return 0
