"""`cssprep`: finds the command and runs it.

Each command is a module with `configure(parser)` and `run(arguments) -> exit code`; only the one
that was asked for is imported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper

from tui import __version__

CANNOT_RUN = 2
"""Exit code where a command could not do its work at all."""
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its module, and what it does in one line."""

    module: str
    help: str


COMMANDS = {
    "study": Command("tui.cli.study", "study at once: the questions worth answering today"),
    "today": Command("tui.cli.today", "say in one line what waits today"),
    "stats": Command("tui.cli.stats", "what your answers say: days, recall, forecasts, times"),
    "weak": Command("tui.cli.weak", "where marks are missing, and what winning them takes"),
    "plan": Command("tui.cli.plan", "set exam day and minutes, and see what they can reach"),
    "bank": Command("tui.cli.bank", "check and list question banks"),
    "doctor": Command("tui.cli.doctor", "examine progress.db, and repair it if need be"),
    "progress": Command("tui.cli.progress", "export and import the log of answers"),
    "sync": Command("tui.cli.sync", "share your progress with your other devices in a folder"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command named by `arguments` and returns its exit code: 0 if all went well."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that knows no curly quotes gets their codes, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    # --folder may stand anywhere, also behind a command of a command.
    anywhere = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    _add_folder(anywhere)
    folder, rest = anywhere.parse_known_args(given)
    parsed = _parser(rest).parse_args(rest, folder)
    module = import_module(getattr(parsed, "module", "tui.cli.home"))
    from tui.fault import Fault

    try:
        code: int = module.run(parsed)
        sys.stdout.flush()
    except Fault as fault:
        from tui.cli.printable import printable

        # It may quote a file, or name one that somebody else has named.
        print(printable(f"cssprep: {fault}"), file=sys.stderr)
        return CANNOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has left, as `| head` does: not worth a word.
        sys.stdout = None
        return 0
    return code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cssprep",
        description="Study for Pakistan's CSS exam. Without a command: opens the app.",
    )
    parser.add_argument("--version", action="version", version=f"cssprep {__version__}")
    _add_folder(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    asked_for = next((word for word in given if word in COMMANDS), None)
    for name, command in COMMANDS.items():
        sub = commands.add_parser(name, help=command.help, description=_sentence(command.help))
        sub.set_defaults(module=command.module)
        if name == asked_for:
            import_module(command.module).configure(sub)
    return parser


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--folder",
        metavar="DIR",
        help="the study folder: the one that holds question_banks and progress.db",
    )


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


if __name__ == "__main__":
    sys.exit(main())
