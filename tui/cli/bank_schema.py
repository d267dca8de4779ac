"""`cssprep bank schema`: the JSON Schema of a bank, for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.bank_paths import Commands

if TYPE_CHECKING:
    from datetime import date

DONE = 0
"""The exit code, unless the schema can't be written: that is a Fault, 2."""


def add(actions: Commands) -> None:
    """Adds the command to those of `cssprep bank`."""
    parser = actions.add_parser(
        "schema",
        help="write the JSON Schema that editors complete and check banks by",
        description="Write the JSON Schema of a bank, by which editors complete and check as you "
        "type. A bank beside it asks for it with its first line: "
        "# yaml-language-server: $schema=.schema.json",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        type=Path,
        help="where to; in a folder it becomes .schema.json (default: standard output)",
    )


def run(args: argparse.Namespace, day: date) -> int:
    """Writes the schema to where `args` say; a Fault if it can't be."""
    from tui.banks.schema import schema_text

    text = schema_text()
    if args.output is None:
        sys.stdout.buffer.write(text.encode())
    else:
        print(_written(args.output, text))
    return DONE


def _written(path: Path, text: str) -> str:
    """Writes `text` to the file or into the folder `path`, and says what became of it."""
    from tui.banks.characters import one_line
    from tui.banks.schema import FILE_NAME, write_text
    from tui.fault import Fault

    file = path / FILE_NAME if path.is_dir() else path
    name = one_line(str(file), 300)
    if file.exists() and not file.is_file():
        raise Fault(f"{name} is not a file.", "Name a file or a folder.")
    try:
        changed = write_text(file, text)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise Fault(
            f"{name} can't be written: {reason}.", "Check the path, and who may write there."
        ) from error
    said = f"Wrote {name}." if changed else f"{name} is up to date."
    line = f"# yaml-language-server: $schema={one_line(file.name, 300)}"
    return f"{said} A bank beside it asks for it with its first line: {line}"
