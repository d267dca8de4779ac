"""`cssprep study`: a session at once, on the screen or line by line."""

from __future__ import annotations

import argparse

LONGEST = 600
"""Minutes; nobody studies longer in one session."""


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
    parser.add_argument(
        "--plain",
        action="store_true",
        help="line by line on standard input and output: for screen readers and pipes",
    )


def run(arguments: argparse.Namespace) -> int:
    """Runs a session; 0 when it ends, whether or not all was answered."""
    if arguments.plain:
        from tui.cli.plain import study_plainly

        return study_plainly(arguments.folder, arguments.minutes, arguments.topic)
    from tui.cli.screen import open_screen

    return open_screen(arguments.folder, "study", arguments.minutes, arguments.topic)


def _minutes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no number of minutes: give a whole number from 1 to {LONGEST}"
        )
    return int(text)
