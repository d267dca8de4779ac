"""An id that is none, as it has capitals or spaces: written as one, if that is free.

A question with such an id was never asked, so nobody's progress is kept under it.

Before:

    questions:
      - id: Leader Today
        kind: short
        topic: nrf
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF

After:

    questions:
      - id: leader-today
        kind: short
        topic: nrf
        prompt: Who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.mend.change import NotMended, SetText
from tui.banks.mend.fix import Fix, Patient
from tui.banks.nodes import Mapping, Node, Path, Scalar, Sequence
from tui.banks.slug import is_slug, slug_for


class IdSpelling(Fix):
    """Questions' ids are slugs. The bank's own, its sources' and its topics' are referred to."""

    codes = ("invalid-id",)

    def __init__(self, bank: Patient) -> None:
        super().__init__(bank)
        self._found: list[tuple[Path, Scalar]] = []

    def question(self, path: Path, node: Mapping) -> Iterator[SetText]:
        """Notes an id that is none: whether its slug is free shows at the end."""
        found = node.get("id")
        if isinstance(found, Scalar) and found.text.strip() and not is_slug(found.text):
            self._found.append((path, found))
        yield from ()

    def after(self) -> Iterator[SetText | NotMended]:
        """Writes slugs, the first of two that would be the same."""
        for path, found in self._found:
            better = slug_for(found.text)
            shown = one_line(found.text, 40)
            if self.bank.names.claim(better):
                said = f"id “{shown}” written {better}"
                yield SetText((*path, "id"), better, said)
                for named in self._silenced(found.text):
                    yield SetText(named, better, said)
            elif better:
                said = f"id “{shown}” stays: {better} is the name of another question"
                yield NotMended(found.place.line, said)

    def _silenced(self, name: str) -> Iterator[Path]:
        """Where `silenced` names the question `name`."""
        for number, entry in enumerate(_items(self.bank.context.node.get("silenced"))):
            listed = entry.get("questions") if isinstance(entry, Mapping) else None
            for at, question in enumerate(_items(listed)):
                if isinstance(question, Scalar) and question.text == name:
                    yield ("silenced", number, "questions", at)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()
