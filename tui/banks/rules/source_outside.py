"""The path of a source's text leads out of the bank's folder, as it is or by a symbolic link.

Why: Banks are handed on and run on other people's machines. One that could name any file there
would show its contents, and a bank that reads files beyond its folder is not whole where it
arrives.

Fails:

    sources:
      article: {title: An article, file: ../article.txt}

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


class SourceOutside(Rule):
    """A bank reads nothing but what lies beside it."""

    code = "source-outside"

    def before(self) -> Iterator[Complaint]:
        """Complains of paths that lead elsewhere."""
        for source in self.bank.sources.values():
            if source.state is State.OUTSIDE:
                yield Complaint(
                    source.file_place,
                    f"{one_line(source.file)} leads out of the bank's folder.",
                    "Put the text below that folder: sources/article.txt, for example.",
                )
