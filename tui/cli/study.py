"""`cssprep study`: a session at once, on the screen or line by line."""

from __future__ import annotations

import argparse

from tui.fault import Fault

LONGEST = 600
"""Minutes; nobody studies longer in one session."""

LONGEST_BACK = 365
"""Days; what was missed longer ago is in the plan of the day anyway."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the options of `cssprep study`."""
    parser.add_argument(
        "--minutes",
        type=_minutes,
        default=None,
        metavar="N",
        help="how long to study (default: as last set, at first 20)",
    )
    parser.add_argument(
        "--topic", metavar="TOPIC", help="only this topic and those under it, such as nrf"
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--weak",
        action="store_true",
        help="what wins most marks for each minute, instead of what is due",
    )
    instead.add_argument(
        "--missed",
        type=_days,
        nargs="?",
        const=0,
        metavar="DAYS",
        help="what was missed in the last days (default: 3), once more, for practice",
    )
    parser.add_argument(
        "--count", action="store_true", help="with --missed: the answers count for the schedule"
    )
    parser.add_argument(
        "--filter",
        default="",
        metavar="QUERY",
        help='only what this finds, such as "topic:nrf due<7d": due ones first, then unseen ones, '
        "then others; `cssprep bank list --filter` shows what it finds",
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="line by line on standard input and output: for screen readers and pipes",
    )


def run(arguments: argparse.Namespace) -> int:
    """Runs a session; 0 when it ends, whether or not all was answered."""
    from tui.study.wish import Wish

    query = ""
    if arguments.filter:
        from tui.study.filters.parsing import parse

        query = str(parse(arguments.filter))
    days = arguments.missed
    if days == 0:
        from tui.study.missed import DAYS as days  # noqa: N811
    if arguments.count and days is None:
        raise Fault("--count goes with --missed alone.", "All other answers count anyway.")
    wish = Wish(
        topic=arguments.topic,
        weak=arguments.weak,
        filter=query,
        practice=days is not None and not arguments.count,
        missed_days=days,
    )
    if arguments.plain:
        from tui.cli.plain import study_plainly

        return study_plainly(arguments.folder, arguments.minutes, wish)
    from tui.cli.screen import open_screen

    return open_screen(arguments.folder, "study", arguments.minutes, wish)


def _days(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST_BACK:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of days: give a whole number from 1 to {LONGEST_BACK}"
        )
    return int(text)


def _minutes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of minutes: give a whole number from 1 to {LONGEST}"
        )
    return int(text)
