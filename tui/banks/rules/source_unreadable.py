"""The text of a source can't be read: it is no file, not UTF-8, or larger than 16 MiB.

Why: Without the text no quote can be checked, and no learner can be shown the paragraph around it.

Fails:

    sources:
      article: {title: An article, file: sources}

Passes:

    sources:
      article: {title: An article, file: sources/article.txt}
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.finding import Complaint
from tui.banks.rule import Rule
from tui.banks.sources import State


class SourceUnreadable(Rule):
    """A source is a text."""

    code = "source-unreadable"

    def before(self) -> Iterator[Complaint]:
        """Complains of files that can't be read as text."""
        for source in self.bank.sources.values():
            if source.state is State.UNREADABLE:
                yield Complaint(
                    source.file_place,
                    f"{one_line(source.file)} can't be read: {source.said}.",
                    "Save it as plain text, in UTF-8.",
                )
