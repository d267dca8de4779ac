"""A bank as its author wrote it: the fields of the file, but for the questions' own."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.banks.finding import Finding
from tui.banks.rows import Topic
from tui.kinds.question import Question


@dataclass(frozen=True, slots=True)
class Source:
    """Where answers are proved from.

    file: the text, as a path from the bank's own folder. sha256: its hash in hexadecimal, or ''.
    redistribute: whether the text may travel with the bank; where it may not, it may be absent.
    """

    id: str
    title: str
    author: str = ""
    url: str = ""
    file: str = ""
    sha256: str = ""
    redistribute: bool = True


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank and its sound questions but for drafts, in the order written.

    as_of: the date that "recently" means, as precise as it was written. lines: for each question's
    id, the line that it begins on. retired: ids that are gone for good.
    """

    id: str
    path: str
    title: str
    language: str = ""
    licence: str = ""
    as_of: str = ""
    sources: dict[str, Source] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    retired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedBank:
    """What a bank file holds and all that is wrong with it.

    bank is None where the file can't be read, or has no id; questions with an error are left out,
    and so are drafts, of which `drafts` have no error. sources: the files that it quotes from, as
    paths from its folder. silenced: how many findings are left out because the bank says so.
    """

    bank: Bank | None
    findings: tuple[Finding, ...]
    path: str
    drafts: int = 0
    sources: tuple[str, ...] = ()
    silenced: int = 0
