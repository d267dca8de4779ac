"""What the lines of a file of another device come to, of which any may be anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from tui.log import Entry
from tui.progress.exchange import BYTE_ORDER_MARK
from tui.progress.fields import Refused
from tui.progress.joining.mark_lines import (
    HEAD_START,
    event_of,
    head_from,
    mark_from,
    wording_from,
)
from tui.progress.lines import Rules, from_line
from tui.progress.marks import Mark
from tui.progress.variants import Taught

# As `to_line` begins a line: enough to tell one that is known without reading all of it.
_ID = re.compile(r'\{(?:"event":"(?:amend|undo)",)?"id":"([^"\\]+)"')
_CONFLICT = ("<<<<<<< ", "=======", ">>>>>>> ", "|||||||")


class Collected:
    """What the lines of a file come to."""

    def __init__(self, rules: Rules, known: Collection[str], check: Callable[[Mark], None]) -> None:
        self._rules, self._known, self._check = rules, known, check
        self.entries: list[Entry] = []
        self.marks: list[Mark] = []
        self.taught: list[Taught] = []
        self.refused: list[tuple[int, str]] = []
        self.passed = self.promised = self.number = 0
        self.newest = ""
        self._any_mark = False
        self.last = "\n"

    def take(self, number: int, text: str) -> None:
        """Takes in the line `text`, or notes that it is refused."""
        self.number, self.last = number, text
        line = text.removeprefix(BYTE_ORDER_MARK) if number == 1 else text
        if not line.strip():
            return
        found = _ID.match(line)
        if found and found[1] in self._known:
            self.passed += 1
            return
        try:
            self._sort(line)
        except Refused as refusal:
            self.refused.append((number, str(refusal)))

    def _sort(self, line: str) -> None:
        match event_of(line):
            case None if line.startswith(_CONFLICT):
                raise Refused("Git left the mark of a conflict here.")
            case None:
                self.entries.append(from_line(line, self._rules))
            case "sync":
                head = head_from(line)
                self.promised = max(self.promised, self.number + head.lines)
                self.newest = self.newest or head.newest
            case "wording":
                self.taught.append(wording_from(line))
            case _:
                mark = mark_from(line)
                self._any_mark = True
                self._check(mark)
                self.marks.append(mark)

    @property
    def is_strange(self) -> bool:
        """Whether no line is one of ours."""
        said = self.entries or self.passed or self._any_mark or self.taught or self.promised
        return bool(self.refused) and not said

    @property
    def is_begun(self) -> bool:
        """Whether nothing but the beginning of the first line of a synced file is there."""
        line = self.last
        begun = line.startswith(HEAD_START) or HEAD_START.startswith(line)
        return self.number == 1 and begun and not line.endswith("\n")

    def end(self) -> int:
        """Ends the file: how many lines were promised that are not there.

        One of which only a part is there is missing, too, and not refused.
        """
        if not self.promised:
            return 0
        ended = self.last.endswith("\n")
        if not ended and self.refused and self.refused[-1][0] == self.number:
            self.refused.pop()
        return max(0, self.promised - self.number + (not ended))
