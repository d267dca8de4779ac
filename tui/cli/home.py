"""`cssprep`: opens the app at Home."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """Opens Home; returns when the learner leaves."""
    from tui.cli.screen import open_screen

    return open_screen(arguments.folder, start="home", minutes=None)
