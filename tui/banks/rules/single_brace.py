"""A cloze has a text in single braces beside its blanks: that is shown as it stands.

Why: One brace was forgotten on each side. What was to be a blank stands there to be read, answer,
braces and all.

Fails:

    questions:
      - kind: cloze
        prompt: Fill the blanks.
        text: "{Ahmed Massoud} is leading the {{NRF}}"
        quote: Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: cloze
        prompt: Fill the blanks.
        text: "{{Ahmed Massoud}} is leading the {{NRF}}"
        quote: Ahmed Massoud, is leading the NRF
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule
from tui.kinds.cloze import Cloze

_SINGLE = re.compile(r"(?<!\{)\{([^{}]+)\}(?!\})")


class SingleBrace(Rule):
    """What is to be filled in is not shown."""

    code = "single-brace"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of each text in single braces."""
        asked = entry.asked
        if not isinstance(asked, Cloze):
            return
        for found in _SINGLE.finditer(asked.text):
            inside = one_line(found[1].strip(), 40)
            yield Complaint(
                entry.place("text"),
                f"“{{{inside}}}” is no blank: the learner sees it.",
                f"Write {{{{{inside}}}}}, or leave the braces out.",
            )
