"""Pairs of questions whose answers learners mix up, and how a session puts them near each other.

Two that are asked a little apart must be told apart from memory; asked one right after the other,
the first would give the second away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.kinds.question import Question
from tui.log import Review
from tui.progress import log as progress_log
from tui.study.desk import Desk

NAMED = 0.5
"""Weight of a pair that a question bank names: one question's mistake is the other's answer."""

GIVEN = 1.0
"""Weight of each time that the learner answered the one with the other's answer."""

APART = 2, 3
"""How many places the second of a pair comes after the first: with one or two others between."""

_NOT_TOLD_APART_BY_TEXT = frozenset({"truefalse", "order", "match", "outline"})
_BY_VALUE = frozenset({"number", "date"})


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two questions of one topic, in the order of their names, and how much they are mixed up."""

    first: str
    second: str
    weight: float


def confusable_pairs(desk: Desk, refs: Iterable[str]) -> list[Pair]:
    """The pairs among `refs`, the most mixed up first."""
    by_topic: dict[str, list[tuple[str, Question]]] = defaultdict(list)
    for ref in refs:
        question = desk.index.question(ref)
        if question is not None and question.kind not in _NOT_TOLD_APART_BY_TEXT:
            by_topic[question.topic].append((ref, question))
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for questions in by_topic.values():
        if len(questions) > 1:
            answers = _Answers(questions)
            for ref, question in questions:
                for text, weight in _wrong_answers(desk, ref, question):
                    for other in answers.to(text, ref):
                        weights[min(ref, other), max(ref, other)] += weight
    pairs = [Pair(first, second, weight) for (first, second), weight in weights.items()]
    return sorted(pairs, key=lambda pair: (-pair.weight, pair.first, pair.second))


class _Answers:
    """The right answers of a topic's questions, as the grader reads them."""

    def __init__(self, questions: Sequence[tuple[str, Question]]) -> None:
        self._refs: dict[str, set[str]] = defaultdict(set)
        self._values: list[tuple[str, Question]] = []
        for ref, question in questions:
            for text in _right_answers(question):
                self._refs[_read(text)].add(ref)
            if question.kind in _BY_VALUE:
                self._values.append((ref, question))

    def to(self, text: str, ref: str) -> set[str]:
        """The questions other than `ref` whose right answer is `text`."""
        found = set(self._refs.get(_read(text), ()))
        if any(map(str.isdigit, text)):
            # A value may be written in many ways: its own kind tells whether it is the same.
            found.update(r for r, question in self._values if question.grade((text,)).score == 1)
        return found - {ref}


def _right_answers(question: Question) -> Iterator[str]:
    yield question.right_answer()
    yield from question.key()
    yield from getattr(question, "accept", ())
    for item in getattr(question, "items", ()):
        yield from getattr(item, "accept", ())


def _wrong_answers(desk: Desk, ref: str, question: Question) -> Iterator[tuple[str, float]]:
    for text in question.mistakes:
        yield text, NAMED
    for review in progress_log.reviews_of(desk.progress, desk.names(ref)):
        for text in _wrongly_given(review):
            yield text, GIVEN


def _wrongly_given(review: Review) -> Iterator[str]:
    if review.score < 1:
        for _, given, outcome in review.parts:
            if outcome in {"wrong", "near"} and given.strip():
                yield given


def _read(text: str) -> str:
    from tui.kinds.reading import read

    reading = read(text)
    return reading.short.together or reading.plain


def near_each_other(order: Sequence[str], pairs: Iterable[Pair]) -> list[str]:
    """`order` with the second of each pair two or three places after the first.

    pairs: the most mixed up first; a question is put near one other at most. The order stays as it
    is otherwise. With nothing else to ask, two stand side by side.
    """
    found = list(order)
    done: list[tuple[str, str]] = []
    for first, second in _each_with_one(found, pairs):
        done.append((first, second))
        if not _all_near(found, done):
            ways = _ways(found, first, second)
            found = next((way for way in ways if _all_near(way, done)), found)
    return found


def _each_with_one(order: Sequence[str], pairs: Iterable[Pair]) -> list[tuple[str, str]]:
    """The pairs in the order in which they begin, each question in its heaviest one alone."""
    place = {ref: at for at, ref in enumerate(order)}
    taken: set[str] = set()
    found: list[tuple[str, str]] = []
    for pair in pairs:
        both = {pair.first, pair.second}
        if both <= place.keys() and taken.isdisjoint(both):
            taken |= both
            first, second = sorted(both, key=place.__getitem__)
            found.append((first, second))
    return sorted(found, key=lambda both: place[both[0]])


def _ways(order: list[str], first: str, second: str) -> Iterator[list[str]]:
    """Orders with `second` near `first`, what changes least first."""
    without = [ref for ref in order if ref != second]
    at = without.index(first)
    for apart in APART:
        if at + apart <= len(without):
            yield [*without[: at + apart], second, *without[at + apart :]]
    # Nothing comes after them to go between: something from before them does.
    for back in range(1, at + 1):
        between = without[at - back]
        kept = [ref for ref in without if ref != between]
        yield [*kept[:at], between, second, *kept[at:]]
    # That would part others: both go farther to the front.
    rest = [ref for ref in without if ref != first]
    for place in range(len(rest), -1, -1):
        for apart in APART:
            if place + apart - 1 <= len(rest):
                end = place + apart - 1
                yield [*rest[:place], first, *rest[place:end], second, *rest[end:]]


def _all_near(order: Sequence[str], pairs: Iterable[tuple[str, str]]) -> bool:
    place = {ref: at for at, ref in enumerate(order)}
    return all(place[second] - place[first] in APART for first, second in pairs)
