"""`cssprep bank`: everything about question banks, one command a module `bank_<command>`.

Each module has `add(commands)`, which describes the command, and `run(arguments, day)`, which runs
it on the study day `day` and returns the exit code.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.clock import Clock

ACTIONS = (
    "new",
    "draft",
    "preview",
    "check",
    "explain",
    "list",
    "coverage",
    "guess",
    "items",
    "schema",
    "add",
    "remove",
)
"""The commands, in the order of the help."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Adds the commands to `parser`."""
    commands = parser.add_subparsers(
        title="commands", dest="action", metavar="COMMAND", required=True
    )
    for action in ACTIONS:
        _module(action).add(commands)


def run(args: argparse.Namespace, clock: Clock | None = None) -> int:
    """Runs what `args` ask for; a Fault says that it can't be."""
    from tui.clock import SystemClock, today

    code: int = _module(args.action).run(args, today(clock or SystemClock()))
    return code


def _module(action: str) -> ModuleType:
    return import_module(f"tui.cli.bank_{action}")
