"""The text of a source is not there.

Why: Without the text no quote can be checked, and no learner can be shown the paragraph around it.

Fails:

    sources:
      article: {title: An article, file: sources/lost.txt}

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


class SourceMissing(Rule):
    """What is quoted can be looked up."""

    code = "source-missing"

    def before(self) -> Iterator[Complaint]:
        """Complains of files that are not there."""
        for source in self.bank.sources.values():
            if source.state is State.MISSING:
                yield Complaint(
                    source.file_place,
                    f"There is no file {one_line(source.file)}.",
                    _advice(source.moved_to),
                )


def _advice(moved_to: str) -> str:
    if moved_to:
        name = one_line(moved_to)
        return f"{name} is that text: write `file: {name}`."
    return (
        "Its path starts at the bank's own folder. If the text may not be handed on, "
        "add `redistribute: false`."
    )
