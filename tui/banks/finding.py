"""What is said of a bank: a complaint, and where in the file it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """What it is about can't be studied."""
    WARNING = "warning"
    """It can be studied, but something is probably not as it was meant."""
    NOTE = "note"
    """Nothing to mend; worth knowing."""


class Place(NamedTuple):
    """A stretch of text in a bank file: line and column from 1, length in characters.

    A tuple, because a bank of 20,000 questions has half a million of them.
    """

    line: int
    column: int
    length: int = 1


class Complaint(NamedTuple):
    """What a rule says is wrong, where, and what to write instead, or ''."""

    place: Place
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A complaint about a bank file.

    path: the file, as it is to be shown. line, column: from 1. code: the kind of complaint, in
    kebab-case. help: what to do, or ''. source: the text of the line, cleaned of characters that
    could act on a terminal. length: how many of its characters are meant, at least 1.
    """

    path: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str
    help: str = ""
    source: str = ""
    length: int = 1


def is_complaint(finding: Finding) -> bool:
    """Whether a check that finds this has failed: notes don't count."""
    return finding.severity is not Severity.NOTE
