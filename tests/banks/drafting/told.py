"""Short ways from a text to what a rule finds in it."""

from __future__ import annotations

from tui.banks.drafting.candidate import Candidate, Rule
from tui.banks.drafting.source import SourceSentences
from tui.banks.proof import SourceText


def source(text: str) -> SourceSentences:
    return SourceSentences(SourceText(text))


def found(rule: Rule, text: str) -> list[Candidate]:
    return list(rule(source(text)))


def answers(rule: Rule, text: str) -> list[tuple[str, ...]]:
    return [each.answers() for each in found(rule, text)]


def only(rule: Rule, text: str) -> Candidate:
    (candidate,) = found(rule, text)
    return candidate
