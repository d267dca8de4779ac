"""What a check of a bank came to: what is said of it, without its questions."""

from __future__ import annotations

from dataclasses import dataclass

from tui.banks.bank import CheckedBank
from tui.banks.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings about the file `path`, and what it holds.

    bank: its id, '' where there is none. questions: those without an error, drafts not counted.
    drafts: drafts without an error. silenced: findings left out because the bank says so.
    """

    path: str
    bank: str
    questions: int
    drafts: int
    findings: tuple[Finding, ...]
    silenced: int = 0


def outcome(checked: CheckedBank) -> Outcome:
    """What `checked` comes to."""
    bank = checked.bank
    return Outcome(
        path=checked.path,
        bank=bank.id if bank else "",
        questions=len(bank.questions) if bank else 0,
        drafts=checked.drafts,
        findings=checked.findings,
        silenced=checked.silenced,
    )
