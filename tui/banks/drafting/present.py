"""What a bank has already: ids, and which sentences are asked about in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui.banks.drafting.candidate import Candidate
from tui.banks.drafting.source import SourceSentences
from tui.banks.folding import folded
from tui.banks.nodes import Mapping, Node, Scalar, Sequence, scalars, text
from tui.banks.parse import STREAMED, entries
from tui.banks.report import Report
from tui.kinds.cloze import Cloze

Answers = frozenset[str]
"""What is right in a question, white space and case folded."""


@dataclass(slots=True)
class Present:
    """The questions that a bank has.

    taken: ids that no new question can have. asked: for each sentence, the answers that questions
    which quote it have. finished: numbers of sentences that a finished question quotes. drafted:
    how many drafts quote each sentence.
    """

    taken: set[str] = field(default_factory=set)
    asked: set[tuple[int, Answers]] = field(default_factory=set)
    finished: set[int] = field(default_factory=set)
    drafted: Counter[int] = field(default_factory=Counter)

    def has(self, candidate: Candidate) -> bool:
        """Whether it is asked already, by a draft or by a finished question."""
        return (candidate.sentence.number, _folded(candidate.answers())) in self.asked


def present_in(bank: str, source_id: str, only: bool, source: SourceSentences) -> Present:
    """What the text `bank` has of the source `source_id`; only: it is the bank's only one."""
    found = Present()
    for key, value, listed in entries(bank, Report("")):
        if key.text == "retired":
            found.taken |= {each.text for each in scalars(value)}
        if not listed or key.text != STREAMED or not isinstance(value, Mapping):
            continue
        found.taken |= {each.text for name in ("id", "was") for each in scalars(value.get(name))}
        named = text(value.get("source"))
        if named == source_id or (only and not named):
            _note(found, value, source)
    return found


def _note(found: Present, node: Mapping, source: SourceSentences) -> None:
    quotes = [each.text for each in scalars(node.get("quote"))]
    answers = _folded(_answers(node))
    is_draft = text(node.get("draft")).strip().lower() in {"true", "yes", "on"}
    for number in {number for quote in quotes for number in _numbers(quote, source)}:
        found.asked.add((number, answers))
        if is_draft:
            found.drafted[number] += 1
        else:
            found.finished.add(number)


def _folded(answers: Iterable[str]) -> Answers:
    return frozenset(folded(answer).casefold() for answer in answers)


def _numbers(quote: str, source: SourceSentences) -> Iterator[int]:
    span = source.source.find(quote)
    if span is None:
        return
    yield from (each.number for each in source.at(span) if each.number)


def _answers(node: Mapping) -> Iterator[str]:
    """What is right in a question that may be sound or not."""
    answer = text(node.get("answer"))
    if answer:
        yield answer
    told = text(node.get("text"))
    if told:
        yield from Cloze(id="x", topic="x", prompt="x", quote="x", text=told).key()
    pairs = node.get("pairs")
    if isinstance(pairs, Mapping):
        yield from (text(right) for _, right in pairs.pairs.values())
    items: Node | None = node.get("items")
    if isinstance(items, Sequence):
        for item in items.items:
            right = item.get("answer") if isinstance(item, Mapping) else item
            if isinstance(right, Scalar):
                yield right.text
