"""What the index says of questions, topics and banks without making questions.

Tuples, because they are light: lists of 20,000 are made at once, and the app's start waits for
the first of them.
"""

from __future__ import annotations

from typing import NamedTuple


class IndexRow(NamedTuple):
    """A question in a list. ref: "bank/id". topic: its id. key: hash of its answer key.

    guess: the chance that a blind guess is right. marks: what it earns, if its author says so.
    """

    ref: str
    bank: str
    topic: str
    kind: str
    key: str
    line: int
    prompt: str
    guess: float
    marks: float | None


class PlanRow(NamedTuple):
    """What planning needs of a question, as in `IndexRow`: read for all questions at once."""

    ref: str
    topic: str
    kind: str
    key: str
    guess: float
    marks: float | None


class Topic(NamedTuple):
    """What questions are grouped by. papers: the exam papers it counts for. weight: its share."""

    id: str
    title: str
    papers: tuple[str, ...] = ()
    weight: float | None = None


class SourceRow(NamedTuple):
    """A source that questions quote from.

    file: the name of the bank's file. path: of the text, from the bank's folder.
    """

    file: str
    id: str
    bank_title: str
    title: str
    author: str
    url: str
    path: str


class QuoteRow(NamedTuple):
    """A quote of the question `ref`.

    first, last: where it begins and ends in the source's text as `source_text` gives it; None where
    that was not at hand. paragraph: what it stands in, '' if that is not known.
    """

    ref: str
    quote: str
    first: int | None
    last: int | None
    paragraph: str


class BankRow(NamedTuple):
    """A bank, how many questions can be taken from it, and how much is wrong with its file."""

    id: str
    title: str
    path: str
    questions: int
    errors: int
    warnings: int
