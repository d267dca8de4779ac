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

from tui import __version__
from tui.cli.standard_streams import OutputError, prepare
from tui.fault import Fault

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
    "progress": Command(
        "tui.cli.progress", "export, import and merge your answers; backups, restoring one"
    ),
    "sync": Command("tui.cli.sync", "share your progress with your other devices in a folder"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command named by `arguments` and returns its exit code: 0 if all went well."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    prepare()
    try:
        return _flushed(_outcome(given))
    except KeyboardInterrupt:
        # While it is told how it went, or what is left is written.
        return INTERRUPTED


def _flushed(code: int) -> int:
    """The exit code, once all that was told has been written."""
    try:
        # What the buffer still holds may be what there is no room for.
        sys.stdout.flush()
    except BrokenPipeError:
        return code
    except OutputError as error:
        return _told(error)
    return code


def _outcome(given: Sequence[str]) -> int:
    """The exit code of the command that `given` asks for."""
    try:
        parsed = _parsed(given)
        if isinstance(parsed, int):
            return parsed
        code: int = import_module(getattr(parsed, "module", "tui.cli.home")).run(parsed)
    except (Fault, OutputError) as error:
        return _told(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has left, as `| head` does: not worth a word.
        return 0
    return code


def _told(error: Fault | OutputError) -> int:
    from tui.cli.printable import printable_line

    # It may quote a file, or name one that somebody else has named.
    print(printable_line(f"cssprep: {error}"), file=sys.stderr)
    return CANNOT_RUN


def _parsed(given: Sequence[str]) -> argparse.Namespace | int:
    """What `given` asks for; the exit code where it is answered, as --help is."""
    # --folder may stand anywhere, also behind a command of a command.
    anywhere = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    _add_folder(anywhere)
    try:
        folder, rest = anywhere.parse_known_args(given)
        return _parser(rest).parse_args(rest, folder)
    except SystemExit as answered:
        return answered.code if isinstance(answered.code, int) else 0


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
