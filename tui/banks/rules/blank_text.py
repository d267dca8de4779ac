"""A text holds white space and nothing else.

Why: The learner would see an empty line where something was to be read, and a blank answer can't be
given.

Fails:

    questions:
      - prompt: "  "

Passes:

    questions:
      - prompt: Who leads the NRF?
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.nodes import Mapping, Node, Scalar
from tui.banks.rule import QuestionEntry, Rule


class BlankText(Rule):
    """A text says something."""

    code = "blank-text"

    def before(self) -> Iterator[Complaint]:
        """Complains of blank texts in the bank's own fields."""
        yield from _blanks(self.bank.node)

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of blank texts anywhere in the question."""
        yield from _blanks(entry.node)


def _blanks(node: Node) -> Iterator[Complaint]:
    if isinstance(node, Scalar):
        if node.text.isspace():
            yield Complaint(node.place, "This text is blank.", "Write something, or leave it out.")
    elif isinstance(node, Mapping):
        for key, value in node.pairs.values():
            if not isinstance(value, Scalar):
                yield from _blanks(value)
            elif value.text.isspace() or key.text.isspace():
                yield from _blanks(key)
                yield from _blanks(value)
    else:
        for item in node.items:
            yield from _blanks(item)
