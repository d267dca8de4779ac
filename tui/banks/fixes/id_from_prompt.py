"""A question without an id: one is made of the first words of its prompt that say something.

It is no other question's, now or before, and no retired one.

Before:

    questions:
      - kind: short
        topic: nrf
        prompt: According to the article, who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF

After:

    questions:
      - id: leads-nrf
        kind: short
        topic: nrf
        prompt: According to the article, who leads the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from tui.banks.complaints import nearest
from tui.banks.mend.change import AddField, SetText
from tui.banks.mend.fix import Fix, Patient
from tui.banks.nodes import Mapping, Path, Scalar, text
from tui.banks.slug import slug_for

MOST_WORDS = 4
MOST_CHARACTERS = 40
"""How long an id may get, but for a number behind it."""

NAMELESS = "question"
"""What questions are called whose prompts have no Latin letter."""

# fmt: off
STOP_WORDS = frozenset(
    "a according all an and any are article as at be been before both but by can complete "  # noqa: SIM905
    "correct could did do does fill following for from give had has have he her his how if in "
    "into is it its list may might missing more most must name no not of on one or order please "
    "put question says she should so some statement such text than that the their them then "
    "there these they this those to true false under up was were what when where which who whom "
    "whose why will with would write you your".split()
)
# fmt: on


class IdFromPrompt(Fix):
    """Every question has an id."""

    codes = ("missing-field", "empty-text", "blank-text")

    def __init__(self, bank: Patient) -> None:
        super().__init__(bank)
        self._found: list[tuple[Path, Mapping]] = []

    def question(self, path: Path, node: Mapping) -> Iterator[AddField]:
        """Notes a question without an id: which ones are free shows at the end."""
        found = node.get("id")
        nothing = isinstance(found, Scalar) and not found.text.strip()
        if text(node.get("prompt")).strip() and (nothing or (found is None and not _meant(node))):
            self._found.append((path, node))
        yield from ()

    def after(self) -> Iterator[AddField | SetText]:
        """Gives each an id, in the order written."""
        for path, node in self._found:
            slug = self._free(slug_of(text(node.get("prompt"))))
            if node.get("id") is None:
                yield AddField(path, "id", slug, f"id {slug} made from the prompt")
            else:
                yield SetText((*path, "id"), slug, f"id {slug} made from the prompt")

    def _free(self, slug: str) -> str:
        if slug and self.bank.names.claim(slug):
            return slug
        numbers = count(2 if slug else 1)
        names = (f"{slug or NAMELESS}-{number}" for number in numbers)
        return next(name for name in names if self.bank.names.claim(name))


def slug_of(prompt: str) -> str:
    """The words of `prompt` that say something, the first few, as a slug; '' if it has none."""
    plain = re.sub(r"['’](?:s\b)?", "", prompt)
    words = [part for word in plain.split() for part in slug_for(word).split("-") if part]
    telling = [word for word in words if word not in STOP_WORDS] or words
    slug = "-".join(telling[:MOST_WORDS])
    if len(slug) > MOST_CHARACTERS:
        slug = slug[: MOST_CHARACTERS + 1].rpartition("-")[0] or slug[:MOST_CHARACTERS]
    return slug


def _meant(node: Mapping) -> bool:
    """Whether another field was probably meant for the id: `ID`, `di`."""
    fields = [name for name in node.pairs if name not in _NEAR]
    return any(name.casefold().strip("_- ") == "id" for name in fields) or bool(
        nearest("id", fields, alike=0.6)
    )


_NEAR = frozenset({"kind"})
"""Fields of questions whose names are not far from `id`."""
