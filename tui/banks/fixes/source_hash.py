"""A source without a hash, or with that of another text, whose quotes are all found in it.

The quotes say that it is the text which the bank was written from. Where one of them is not found,
or there is none, nothing says so, and the hash stays.

Before:

    sources:
      article:
        title: An article
        file: sources/article.txt
        redistribute: false

After:

    sources:
      article:
        title: An article
        file: sources/article.txt
        sha256: {sha256}
        redistribute: false
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tui.banks.mend.change import AddField, NotMended, SetText
from tui.banks.mend.fix import Fix, Patient
from tui.banks.nodes import Mapping, Path, Scalar
from tui.banks.rule import QuestionEntry
from tui.banks.sources import LoadedSource


class SourceHash(Fix):
    """The hash of a source is that of the text which the bank quotes."""

    codes = ("source-changed",)

    def __init__(self, bank: Patient) -> None:
        super().__init__(bank)
        self._quotes: Counter[str] = Counter()
        self._lost: defaultdict[str, list[int]] = defaultdict(list)
        sources = bank.context.sources.values()
        self._open = {each.id for each in sources if each.sha256 not in ("", each.stated_sha256)}

    def before(self) -> Iterator[AddField]:
        """Notes the quotes under `untested`."""
        for entry in self.bank.context.untested:
            self._note(entry)
        yield from ()

    def question(self, path: Path, node: Mapping) -> Iterator[AddField]:
        """Notes the quotes of one question."""
        self._note(QuestionEntry(node, self.bank.context))
        yield from ()

    def after(self) -> Iterator[AddField | SetText | NotMended]:
        """Adds or updates the hashes that may be."""
        for name in sorted(self._open):
            source = self.bank.context.sources[name]
            lost = self._lost[name]
            if self._quotes[name] and not lost:
                yield self._change(source)
            elif source.stated_sha256:
                yield NotMended(source.hash_place.line, self._why(source, lost))

    def _note(self, entry: QuestionEntry) -> None:
        source = entry.source
        if source is None or source.id not in self._open:
            return
        for quote, span in entry.proofs:
            self._quotes[source.id] += 1
            if span is None:
                self._lost[source.id].append(quote.place.line)

    def _change(self, source: LoadedSource) -> AddField | SetText:
        path = ("sources", source.id)
        fields = self.bank.context.node.get("sources")
        node = fields.get(source.id) if isinstance(fields, Mapping) else None
        if isinstance(node, Mapping) and isinstance(node.get("sha256"), Scalar):
            said = f"sha256 of “{source.id}” set: all its quotes are found in the text"
            return SetText((*path, "sha256"), source.sha256, said)
        said = f"sha256 of “{source.id}” added"
        return AddField(path, "sha256", source.sha256, said, after="file")

    def _why(self, source: LoadedSource, lost: list[int]) -> str:
        stays = f"sha256 of “{source.id}” stays"
        if not lost:
            return f"{stays}: no quote tells whether the text is the right one"
        places = ", ".join(map(str, lost[:5])) + (", …" if len(lost) > 5 else "")
        return (
            f"{stays}: {len(lost)} of the {self._quotes[source.id]} quotes from it are not in the "
            f"text (line {places})"
        )
