"""The text of a source that may not be handed on is not there, so its quotes were not checked.

Why: It is no fault: some texts may not be handed on. But a quote that was mistyped is not noticed
here, and learners see the quotes without the paragraphs around them.

Fails:

    sources:
      article:
        title: An article
        file: sources/lost.txt
        redistribute: false

Passes:

    sources:
      article:
        title: An article
        file: sources/article.txt
        redistribute: false
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import Rule
from tui.banks.sources import State


class SourceAbsent(Rule):
    """A text that stays behind is not a fault."""

    code = "source-absent"
    severity = Severity.NOTE

    def before(self) -> Iterator[Complaint]:
        """Names the texts that stayed behind."""
        for source in self.bank.sources.values():
            if source.state is State.ABSENT:
                yield Complaint(
                    source.file_place,
                    f"{one_line(source.file)} is not here, so its quotes were not checked.",
                    "The questions can be studied; passages are shown as the quotes alone.",
                )
