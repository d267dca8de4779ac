"""The text of a source is not the one that the bank was written from: its hash differs.

Why: The quotes were taken from another text than the one at hand. They may have moved, or the
passage may say something else by now.

Fails:

    sources:
      article:
        title: An article
        file: sources/article.txt
        sha256: "0000000000000000"

Passes:

    sources:
      article:
        title: An article
        file: sources/article.txt
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.rule import Rule


class SourceChanged(Rule):
    """A quote is proved from the text that it was taken from."""

    code = "source-changed"

    def before(self) -> Iterator[Complaint]:
        """Complains of hashes that are not those of the files."""
        for source in self.bank.sources.values():
            if source.sha256 and source.stated_sha256 and source.sha256 != source.stated_sha256:
                yield Complaint(
                    source.hash_place,
                    f"The text of “{source.id}” has another hash than this.",
                    f"If the text is the right one, write `sha256: {source.sha256}`.",
                )
