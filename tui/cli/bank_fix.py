"""What `cssprep bank check --fix` and `--diff` do before they check: mend the banks, or say how."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tui.cli.bank_paths import banks_at, counted, short

if TYPE_CHECKING:
    from datetime import date

    from tui.banks.finding import Finding
    from tui.banks.mend.mended_file import MendedFile

NOTHING_TO_MEND, COULD_BE_MENDED = 0, 1
"""Exit codes of `--diff`."""


def mend(paths: Sequence[Path], day: date, form: str) -> None:
    """Mends the banks at `paths` on the study day `day`, and says what it did, a line a change.

    Where the findings are for programs, that goes to standard error. A Fault ends it.
    """
    out = sys.stdout if form == "full" else sys.stderr
    count, left = 0, 0
    for found in _mended(paths, day):
        if found.done:
            found.write()
        for each in found.done:
            print(f"{_name(found)}:{each.line}: {each.said}", file=out)
        _say_what_stays(found, out)
        count += len(found.done)
        left += len(found.left)
    nothing = "No changes made: what was not mended is the author's to decide."
    nothing = nothing if left else "Nothing to mend."
    print(f"{counted(count, 'change')} made." if count else nothing, file=out)
    if form == "full":
        print()


def show_diff(paths: Sequence[Path], day: date) -> int:
    """Prints what `mend` would change, as a unified diff; the exit code."""
    code = NOTHING_TO_MEND
    for found in _mended(paths, day):
        for line in found.diff(short(str(found.path))):
            code = COULD_BE_MENDED
            sys.stdout.write(line)
        _say_what_stays(found, sys.stderr)
    return code


def mendable(checked: Sequence[tuple[str, Sequence[Finding]]], day: date) -> int:
    """How many findings of banks, by their paths, `mend` would take away."""
    return sum(_mendable(Path(path), findings, day) for path, findings in checked)


def _mendable(path: Path, findings: Sequence[Finding], day: date) -> int:
    from tui.banks.fixes import FIXES
    from tui.banks.fixes.tabs import Tabs
    from tui.banks.mend.mended_file import mended_file
    from tui.fault import Fault

    codes = {code for fix in FIXES for code in fix.codes} | set(Tabs.codes)
    mine = [found for found in findings if found.code in codes]
    if not mine:
        return 0
    try:
        mended = mended_file(path, day)
    except (Fault, OSError):
        # It is said when somebody wants it mended.
        return 0
    lines = mended.changed_lines()
    return sum(found.line in lines or _is_format(found, mended) for found in mine)


def _is_format(found: Finding, mended: MendedFile) -> bool:
    """Whether `found` is that the format is missing, which is written where the bank begins."""
    is_written = any(each.said.startswith("format: ") for each in mended.done)
    return is_written and found.code == "missing-field" and "`format`" in found.message


def _mended(paths: Sequence[Path], day: date) -> Iterator[MendedFile]:
    from tui.banks.mend.mended_file import mended_file

    files = dict.fromkeys(file for path in paths for file in banks_at(path))
    return (mended_file(file, day) for file in files)


def _say_what_stays(found: MendedFile, out: TextIO) -> None:
    for each in found.left:
        print(f"{_name(found)}:{each.line}: not mended: {each.said}", file=out)


def _name(found: MendedFile) -> str:
    from tui.banks.characters import visible

    return visible(short(str(found.path)))
