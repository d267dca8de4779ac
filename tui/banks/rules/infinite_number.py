"""Marks or a weight are infinite.

Why: Marks and weights are added up and compared: beside an infinite one, all others count for
nothing.

Fails:

    questions:
      - marks: inf

Passes:

    questions:
      - marks: 2.5
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tui.banks.finding import Complaint
from tui.banks.nodes import Mapping, Node, Scalar, Sequence
from tui.banks.rule import QuestionEntry, Rule


class InfiniteNumber(Rule):
    """What is added up has an end."""

    code = "infinite-number"

    def before(self) -> Iterator[Complaint]:
        """Complains of the weights of topics."""
        topics = self.bank.node.get("topics")
        if isinstance(topics, Mapping):
            for _, topic in topics.pairs.values():
                yield from _infinite(topic, "weight")

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of the marks of the question and of the points of its rubric."""
        yield from _infinite(entry.node, "marks")
        rubric = entry.node.get("rubric")
        if isinstance(rubric, Sequence):
            for point in rubric.items:
                yield from _infinite(point, "marks")


def _infinite(node: Node, field: str) -> Iterator[Complaint]:
    value = node.get(field) if isinstance(node, Mapping) else None
    if isinstance(value, Scalar):
        try:
            number = float(value.text)
        except ValueError:
            return
        if math.isinf(number):
            yield Complaint(value.place, "This number is infinite.", "Write how much it is.")
