"""Mends a bank file, and writes it only if nobody else did meanwhile."""

from __future__ import annotations

import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from tui.banks.characters import REPLACEMENT, visible
from tui.banks.limits import MAX_BYTES
from tui.banks.mend.agreement import MendingFault
from tui.banks.mend.change import Done, NotMended
from tui.banks.mend.mending import mended_text
from tui.replacing import replacing

_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A bank file as it is and as it will be when written; done and left are told by line."""

    path: Path
    before: str
    after: str
    done: tuple[Done, ...] = ()
    left: tuple[NotMended, ...] = ()

    def diff(self, shown: str) -> Iterator[str]:
        """What changes, as lines of a unified diff of the file called `shown`; none if nothing."""
        lines = (_lines(self.before), _lines(self.after))
        for line in unified_diff(*lines, visible(shown), visible(shown)):
            said = _shown(line)
            yield said if said.endswith("\n") else f"{said}\n\\ No newline at end of file\n"

    def changed_lines(self) -> frozenset[int]:
        """The lines of the file as it was, from 1, that are others now or have new ones beside."""
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(None, _lines(self.before), _lines(self.after), autojunk=False)
        changed: set[int] = set()
        for kind, first, end, _, _ in matcher.get_opcodes():
            if kind == "insert":
                changed |= {first, first + 1}
            elif kind != "equal":
                changed |= set(range(first + 1, end + 1))
        return frozenset(changed)

    def write(self) -> None:
        """Writes the file; a MendingFault if it can't be, or is not what it was when it was read.

        A symbolic link stays one: the file that it leads to is written.
        """
        name = visible(str(self.path))
        try:
            target = self.path.resolve(strict=True)
            if not os.access(target, os.W_OK):
                raise MendingFault(f"{name} may not be written.", "Check who may: ls -l.")
            with replacing(target) as partial:
                partial.write_bytes(self.after.encode())
                _keep_owner(target, partial)
                if target.read_bytes() != self.before.encode():
                    message = f"{name} was changed while it was mended; nothing was written."
                    raise MendingFault(message, "Run the command again.")
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            raise MendingFault(f"{name} can't be written: {reason}.", "") from None


def mended_file(path: Path, today: date) -> MendedFile:
    """The bank file `path`, mended on the study day `today`; nothing is written.

    What can't be read as UTF-8 text stays as it is. A MendingFault where the text would say
    something else afterwards than what the fixes meant.
    """
    text = _text(path)
    if text is None:
        return MendedFile(path, "", "")
    mark = _BOM if text.startswith(_BOM) else ""
    try:
        found = mended_text(text.removeprefix(mark), path.parent, today)
    except MendingFault as fault:
        raise MendingFault(f"{visible(str(path))}: {fault.message}", fault.advice) from None
    return MendedFile(path, text, mark + found.text, found.done, found.left)


def _text(path: Path) -> str | None:
    try:
        if not stat.S_ISREG(path.stat().st_mode) or path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes().decode()
    except (OSError, ValueError):
        return None


def _keep_owner(old: Path, new: Path) -> None:
    shutil.copymode(old, new)
    status = old.stat()
    # Only root may give files away; where it can't be done, it is ours, as with any editor.
    with suppress(OSError, AttributeError):
        os.chown(new, status.st_uid, status.st_gid)


def _lines(text: str) -> list[str]:
    return [line for line in re.split(r"(?<=\n)", text) if line]


def _shown(line: str) -> str:
    """`line` fit for a terminal; a line break of old Macs would go back to the line's beginning."""
    return re.sub(r"\r(?!\n)", REPLACEMENT, visible(line))
