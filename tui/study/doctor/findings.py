"""What an examination of progress.db found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Weight(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    NOTE = "note"
    """Worth knowing; nothing is to be repaired."""
    WRONG = "wrong"
    """`cssprep doctor --fix` puts it right as far as can be."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check.

    check: its name, for programs. says: one sentence. details: what it is about, one thing a line.
    """

    check: str
    weight: Weight
    says: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Examination:
    """All findings about the file `path`.

    damaged: the file itself must be made anew; the checks after the first were then not done.
    entries: in the log; None where it can't be read through.
    """

    path: Path
    size: int
    entries: int | None
    damaged: bool
    findings: tuple[Finding, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be repaired."""
        return all(finding.weight is not Weight.WRONG for finding in self.findings)
