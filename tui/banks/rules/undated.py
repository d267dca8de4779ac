"""A prompt speaks of “today” or “recently”, and nothing says when that was.

What holds today (today, now, currently, nowadays, at present) and what was recent is dated by a
year in the prompt or by `as_of`, the question's or the bank's. “This year”, “last month” and the
like are counted from a day that the learner can't know: they need the year in the prompt.

Why: The question is asked for months. Read later, “today” is another day, and a right answer
becomes a wrong one without anybody having changed it.

Fails:

    as_of: 2025-11
    questions:
      - prompt: When was the NRF attacked last month?

Passes:

    questions:
      - prompt: When was the NRF most recently attacked?
        as_of: 2025-11
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.finding import Complaint, Severity
from tui.banks.nodes import text
from tui.banks.rule import QuestionEntry, Rule

_STATE = re.compile(
    r"\b(?:today|now|nowadays|currently|at present|presently|recently|most recent|lately|"
    r"these days|so far)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:(?:this|last|next|past|previous) (?:year|month|week|decade|spring|summer|autumn|winter)|"
    r"yesterday|tomorrow)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


class Undated(Rule):
    """Time passes; a question says what time it means."""

    code = "undated"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of words of time that nothing dates."""
        asked = entry.asked
        if asked is None:
            return
        prompt = _QUOTED.sub("", asked.prompt)
        if _YEAR.search(prompt):
            return
        if found := _COUNTED.search(prompt):
            yield Complaint(
                entry.place("prompt"),
                f"“{found[0]}” is another time for each reader.",
                "Write which: in October 2025.",
            )
        elif not (asked.as_of or text(self.bank.node.get("as_of"))) and (
            found := _STATE.search(prompt)
        ):
            yield Complaint(
                entry.place("prompt"),
                f"“{found[0]}” has no date.",
                "Write the year, or give the question or the bank an `as_of`.",
            )
