"""Collects what is found in one bank file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.banks.characters import visible
from tui.banks.finding import Complaint, Finding, Place, Severity

TOP = Place(1, 1)
"""Where complaints about a file as a whole go."""


class Report:
    """The findings of one file, and which of its lines hold errors.

    path: the file's name as it is to be shown.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._text = ""
        self._findings: list[Finding] = []
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
            message=visible(message),
            help=visible(help),
            source=visible(source),
            length=length,
        )
        self._findings.append(finding)
        if severity is Severity.ERROR:
            self._error_lines.add(place.line)

    def add_all(self, code: str, severity: Severity, complaints: Iterable[Complaint]) -> None:
        """Adds a finding for each of `complaints`."""
        for place, message, advice in complaints:
            self.add(code, place, message, advice, severity)

    def take(self, other: Report) -> None:
        """Adds what `other` has found in the same file."""
        self._findings += other._findings
        self._error_lines |= other._error_lines

    def has_error(self, first: int, last: int) -> bool:
        """Whether an error was found in the lines from `first` to `last`, both included."""
        if not self._error_lines:
            return False
        return any(line in self._error_lines for line in range(first, last + 1))

    def findings(self) -> tuple[Finding, ...]:
        """All that was found, in the order of the file."""
        return tuple(sorted(self._findings, key=lambda f: (f.line, f.column, f.code, f.message)))

    def _line(self, number: int) -> str:
        if self._starts is None:
            breaks = (match.end() for match in re.finditer(r"\r\n|\n|\r", self._text))
            self._starts = [0, *breaks, len(self._text)]
        if number >= len(self._starts):
            return ""
        return self._text[self._starts[number - 1] : self._starts[number]].rstrip("\r\n")
