"""What the index says of questions, topics and banks without making questions.

Tuples, because they are light: lists of 20,000 are made at once, and the app's start waits for
the first of them.
"""

from __future__ import annotations

from typing import NamedTuple


class IndexRow(NamedTuple):
    """A question in a list. ref: "bank/id". topic: its id. key: hash of its answer key."""

    ref: str
    bank: str
    topic: str
    kind: str
    key: str
    line: int
    prompt: str


class Topic(NamedTuple):
    """What questions are grouped by. papers: the exam papers it counts for. weight: its share."""

    id: str
    title: str
    papers: tuple[str, ...] = ()
    weight: float | None = None


class BankRow(NamedTuple):
    """A bank, how many questions can be taken from it, and how much is wrong with its file."""

    id: str
    title: str
    path: str
    questions: int
    errors: int
    warnings: int
