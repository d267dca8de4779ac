"""Leaves out the drafts of which `bank check` would complain."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tui.banks.check import check_file
from tui.banks.drafting.appending import Gap, appended
from tui.banks.drafting.entry_text import Draft, written
from tui.banks.finding import Finding, is_complaint

_NOT_OF_DRAFTS = frozenset({"unused-source", "unused-topic"})
"""They are not told of a bank without questions, and no draft brings them about."""
Seen = Counter[tuple[str, str]]
"""Findings by code and line of text."""


class Trial:
    """A bank's text, tried out with drafts in a folder of its own beside copies of its sources.

    sources: the sources' files, as paths from the bank's folder.
    """

    def __init__(self, path: Path, text: str, gap: Gap, sources: Iterable[str], day: date) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="cssprep-")
        self._path = Path(self._folder.name) / path.name
        self._text, self._gap, self._day = text, gap, day
        for file in sources:
            original, copy = path.parent / file, self._path.parent / file
            if original.is_file():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(original, copy)
        self._before = _counted(self._findings([]))

    def __enter__(self) -> Trial:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def sound(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Those of `drafts` that bring no new finding, neither their own nor another question's."""
        kept = list(drafts)
        while kept:
            faulty, elsewhere = self._faulty(kept)
            if not faulty:
                return self._one_by_one(kept) if elsewhere else kept
            kept = [draft for number, draft in enumerate(kept) if number not in faulty]
        return []

    def _one_by_one(self, drafts: Sequence[Draft]) -> list[Draft]:
        kept: list[Draft] = []
        for draft in drafts:
            if not any(self._faulty([*kept, draft])):
                kept.append(draft)
        return kept

    def _faulty(self, drafts: Sequence[Draft]) -> tuple[set[int], bool]:
        """The numbers of drafts with findings, and whether there are new ones elsewhere."""
        findings = [each for each in self._findings(drafts) if is_complaint(each)]
        starts = self._starts(drafts)
        faulty: set[int] = set()
        others: list[Finding] = []
        for each in findings:
            number = sum(start <= each.line for start in starts) - 1
            if 0 <= number < len(drafts):
                faulty.add(number)
            elif each.code not in _NOT_OF_DRAFTS:
                others.append(each)
        return faulty, bool(_counted(others) - self._before)

    def _starts(self, drafts: Sequence[Draft]) -> list[int]:
        """The first line of each draft, from 1, and the line after the last."""
        before = self._text[: self._gap.position]
        line = before.count("\n") + 1 + (0 if before.endswith("\n") or not before else 1)
        starts = [line]
        for draft in drafts:
            line += 1 + written(draft, self._gap.indent).count("\n")
            starts.append(line)
        return starts

    def _findings(self, drafts: Sequence[Draft]) -> tuple[Finding, ...]:
        entries = [written(draft, self._gap.indent) for draft in drafts]
        text = appended(self._text, entries, self._gap)
        self._path.write_bytes(text.encode(errors="surrogateescape"))
        return check_file(self._path, self._day).findings


def _counted(findings: Iterable[Finding]) -> Seen:
    return Counter((each.code, each.source) for each in findings)
