"""Collects what is found in one bank file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.banks.characters import visible
from tui.banks.finding import Complaint, Finding, Place, Severity
from tui.banks.lines import BREAK

TOP = Place(1, 1)
"""Where complaints about a file as a whole go."""


GARBLING = frozenset({"alias", "forbidden-character", "key-not-text", "not-utf-8", "too-large"})
"""Codes that say that a text is not what its author meant it to be."""


LONGEST_LINE = 20_000
"""Characters of a line beyond which it is not shown."""

LONGEST_MESSAGE = 1_000
"""Characters of a message, or of what to do, that are shown."""


class Report:
    """The findings of one file, and which of its lines hold errors.

    path: the file's name as it is to be shown.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._text = ""
        self._findings: list[Finding] = []
        self._garbled: dict[int, list[int]] = {}
        self._error_lines: set[int] = set()
        self._starts: list[int] | None = None

    def set_text(self, text: str) -> None:
        """Says what the findings' lines are cut from."""
        self._text = text
        self._starts = None

    def add(
        self,
        code: str,
        place: Place,
        message: str,
        help: str = "",  # noqa: A002 - the name it has in every output
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Adds a finding at `place`."""
        source = self._line(place.line)
        length = max(1, min(place.length, len(source) - place.column + 1))
        finding = Finding(
            path=visible(self.path),
            line=place.line,
            column=place.column,
            severity=severity,
            code=code,
            message=visible(message[:LONGEST_MESSAGE]),
            help=visible(help[:LONGEST_MESSAGE]),
            source=visible(source),
            length=length,
        )
        self._findings.append(finding)
        if code in GARBLING:
            self._garbled.setdefault(place.line, []).append(place.column)
        if severity is Severity.ERROR:
            self._error_lines.add(place.line)

    def repeat(self, finding: Finding) -> None:
        """Adds what was found in another reading of the same text."""
        self._findings.append(finding)
        if finding.code in GARBLING:
            self._garbled.setdefault(finding.line, []).append(finding.column)
        if finding.severity is Severity.ERROR:
            self._error_lines.add(finding.line)

    def add_all(self, code: str, severity: Severity, complaints: Iterable[Complaint]) -> None:
        """Adds a finding for each of `complaints`."""
        for place, message, advice in complaints:
            self.add(code, place, message, advice, severity)

    def aside(self) -> Report:
        """An empty report of the same file, for what is found on a trial."""
        other = Report(self.path)
        other._text, other._starts = self._text, self._line_starts()
        return other

    def take(self, other: Report) -> None:
        """Adds what `other` has found in the same file."""
        self._findings += other._findings
        for line, columns in other._garbled.items():
            self._garbled.setdefault(line, []).extend(columns)
        self._error_lines |= other._error_lines

    def has_error(self, first: int, last: int) -> bool:
        """Whether an error was found in the lines from `first` to `last`, both included."""
        if not self._error_lines:
            return False
        return any(line in self._error_lines for line in range(first, last + 1))

    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in the order of the file, but for what follows from something else.

        A text that holds a character that can't be read is not complained of a second time.
        """
        found = self._findings
        if self._garbled:
            found = [f for f in found if f.code in GARBLING or not self._is_garbled(f)]
        return tuple(sorted(found, key=lambda f: (f.line, f.column, f.code, f.message)))

    def _is_garbled(self, found: Finding) -> bool:
        columns = self._garbled.get(found.line, ())
        return any(found.column <= column < found.column + found.length for column in columns)

    def _line(self, number: int) -> str:
        if number == 1 and self._starts is None:
            # For most files that can't be read at all, however many lines they have.
            end = re.search(r"[\r\n]", self._text)
            return self._shown(0, end.start() if end else len(self._text))
        starts = self._line_starts()
        if number >= len(starts):
            return ""
        return self._shown(starts[number - 1], starts[number])

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            breaks = (match.end() for match in BREAK.finditer(self._text))
            self._starts = [0, *breaks, len(self._text)]
        return self._starts

    def _shown(self, start: int, end: int) -> str:
        return "" if end - start > LONGEST_LINE else self._text[start:end].rstrip("\r\n")
