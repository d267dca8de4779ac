"""The codes of all that can be said of a bank, and how much each matters.

A rule has its code and its severity of its own, in `tui/banks/rules/`; what else there is to say is
an error.
"""

from __future__ import annotations

from functools import cache

from tui.banks.finding import Severity

READING = (
    "unreadable-file",
    "too-large",
    "not-utf-8",
    "forbidden-character",
    "syntax",
    "too-deep",
    "anchor",
    "alias",
    "tag",
    "duplicate-key",
    "key-not-text",
    "several-documents",
    "not-a-mapping",
)
"""What can go wrong while the file is read, in that order."""

FIELDS = (
    "missing-field",
    "unknown-field",
    "unknown-kind",
    "unknown-format",
    "wrong-type",
    "empty-text",
    "too-few",
    "out-of-range",
    "invalid-value",
)
"""What can be wrong with the fields of a bank and of its questions."""

KINDS = (
    "accept-among-mistakes",
    "accept-of-two-items",
    "answer-among-disputed",
    "answer-among-mistakes",
    "bad-keyword",
    "blank-without-marker",
    "disputed-without-reason",
    "duplicate-item",
    "duplicate-left",
    "duplicate-option",
    "duplicate-point",
    "empty-blank",
    "keywords-match-another-item",
    "keywords-match-mistake",
    "keywords-miss-answer",
    "mistake-among-disputed",
    "mistake-without-reason",
    "no-mistakes",
    "not-a-date",
    "not-a-number",
    "tolerance-not-understood",
    "unbalanced-braces",
    "unknown-item",
    "unknown-option",
)
"""What the kinds of questions forbid, in `tui/kinds/`."""


@cache
def severities() -> dict[str, Severity]:
    """Every code with its severity."""
    # Rules about codes ask this file.
    from tui.banks.rules import RULES

    rules = {rule.code: rule.severity for rule in RULES}
    return dict.fromkeys((*READING, *FIELDS, *KINDS), Severity.ERROR) | rules


def can_be_silenced(code: str) -> bool:
    """Whether a bank may say that it means what `code` complains of: no error, and known."""
    return code != UNUSED_SILENCE and severities().get(code, Severity.ERROR) is not Severity.ERROR


ABOUT_THE_BANK = frozenset({"guessable", "source-absent", "unused-source", "unused-topic"})
"""Warnings and notes that stand at the bank's own fields, so that no question can silence them."""

UNUSED_SILENCE = "unused-silence"
"""The one warning that can't be silenced: it goes away with the entry that it is about."""
