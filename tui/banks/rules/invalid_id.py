"""An id is not made of lower-case letters, digits and hyphens. Topics may have dots, too.

Why: Ids are typed on the command line, stand in exported files and are kept for ever. Letters that
look alike, capitals and spaces make two of one.

Fails:

    questions:
      - id: Leader today

Passes:

    topics:
      nrf.leaders:
        title: Leaders
    questions:
      - id: leader-today
        topic: nrf.leaders
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.finding import Complaint
from tui.banks.nodes import Scalar, scalars
from tui.banks.rule import QuestionEntry, Rule
from tui.banks.slug import MAX_LENGTH, is_dotted, is_slug, slug_for


class InvalidId(Rule):
    """Ids are slugs."""

    code = "invalid-id"

    def before(self) -> Iterator[Complaint]:
        """Complains of the bank's id, its sources', its topics' and the retired ones."""
        for field in ("bank", "retired"):
            for found in scalars(self.bank.node.get(field)):
                yield from _checked(found)
        for found in self.bank.keys("sources").values():
            yield from _checked(found)
        for found in self.bank.keys("topics").values():
            if found.text and not is_dotted(found.text):
                parts = (slug_for(part) for part in found.text.split("."))
                yield _complaint(found, ".".join(filter(None, parts)), ", hyphens and dots")

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of the question's id and its old ones."""
        for field in ("id", "was"):
            for found in entry.scalars(field):
                yield from _checked(found)


def _checked(found: Scalar) -> Iterator[Complaint]:
    if found.text and not is_slug(found.text):
        yield _complaint(found, slug_for(found.text), " and hyphens")


def _complaint(found: Scalar, better: str, rest: str) -> Complaint:
    return Complaint(
        found.place,
        f"“{one_line(found.text, 40)}” is no id: ids are made of lower-case letters, digits{rest}, "
        f"at most {MAX_LENGTH} characters.",
        f"Write {better}, for example."
        if better
        else "Write it in the letters a to z, as in leader-today.",
    )
