"""Typed answers that were counted as wrong again and again: other wordings, or usual mistakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from tui.kinds.cloze import Cloze
from tui.kinds.date import Date
from tui.kinds.list import ListQuestion
from tui.kinds.number import Number
from tui.kinds.question import Answer, Question
from tui.kinds.short import Short
from tui.kinds.verdict import Outcome, Variant
from tui.study.items.answers import ItemAnswers

LEAST_LEARNERS = 2
"""So many learners who gave the same wrong answer make it worth a look, …"""
LEAST_TIMES = 3
"""… or one who gave it so often."""

_GIVEN_UP = frozenset(
    ("idk", "i do not know", "do not know", "no idea", "not sure", "i forgot", "forgot", "pass")
)
"""What is typed instead of an answer."""


@dataclass(frozen=True, slots=True)
class Recurring:
    """A wrong answer that recurs, in its most usual spelling.

    expected: the part of the key that it was given for; '' if that can't be told. times, learners:
    how often it was given, and by how many. claims: how many times the learner said "I was right"
    or had remembered the wording. claimants: how many learners did so.
    """

    text: str
    expected: str
    times: int
    learners: int
    claims: int
    claimants: int

    @property
    def mostly_claimed(self) -> bool:
        """Whether most learners who gave it say that it is right."""
        return 2 * self.claimants > self.learners


@dataclass(slots=True)
class _Group:
    """The ways in which one answer was typed, and by whom."""

    spellings: Counter[str] = field(default_factory=Counter)
    expected: Counter[str] = field(default_factory=Counter)
    learners: set[int] = field(default_factory=set)
    claims: int = 0
    claimants: set[int] = field(default_factory=set)

    def add(self, other: _Group) -> None:
        """Takes in the answers of `other`."""
        self.spellings += other.spellings
        self.expected += other.expected
        self.learners |= other.learners
        self.claims += other.claims
        self.claimants |= other.claimants

    @property
    def text(self) -> str:
        """The most usual spelling; of equally usual ones the first by alphabet."""
        return min(self.spellings, key=lambda text: (-self.spellings[text], text))

    @property
    def times(self) -> int:
        """How often it was typed."""
        return self.spellings.total()


def recurring(item: ItemAnswers) -> tuple[Recurring, ...]:
    """The wrong answers typed again and again to the question of `item`, the most usual first.

    They are judged by the question as it is now: what it has come to accept, to know as a mistake
    or to call disputed since is no candidate any more. Answers that the grader takes for one count
    as one.
    """
    question = item.question
    if not isinstance(question, Short | Cloze | ListQuestion | Number | Date):
        return ()
    own = set(item.remembered)
    groups: dict[tuple[object, ...], _Group] = {}
    judged: dict[Answer, tuple[float, tuple[Variant, ...]]] = {}
    for learner, given in item.given:
        if given.answer not in judged:
            score = question.grade(given.answer).score
            judged[given.answer] = score, tuple(_wrong(question, given.answer))
        score, wrong = judged[given.answer]
        for variant in wrong:
            # What was graded higher than the bank has it was right by the learner's own wording:
            # an export does not tell these, but their effect.
            own_wording = given.graded > score or (learner, variant) in own
            claimed = given.claimed or own_wording
            part = variant.expected if isinstance(question, Cloze) else ""
            group = groups.setdefault((part, *_folded(question, variant.text)), _Group())
            group.spellings[variant.text] += 1
            group.expected[variant.expected] += 1
            group.learners.add(learner)
            group.claims += claimed
            if claimed:
                group.claimants.add(learner)
    kept = [
        Recurring(
            text=group.text,
            expected=_expected(group.expected),
            times=group.times,
            learners=len(group.learners),
            claims=group.claims,
            claimants=len(group.claimants),
        )
        for group in _joined(question, groups)
        if len(group.learners) >= LEAST_LEARNERS or group.times >= LEAST_TIMES
    ]
    return tuple(sorted(kept, key=lambda each: (-each.learners, -each.times, each.text)))


def _wrong(question: Question, answer: Answer) -> Iterator[Variant]:
    """What in `answer` is wrong and not known to be, each with the part of the key it is for."""
    if isinstance(question, Number | Date):
        known = {*question.mistakes.values(), *question.disputed.values()}
        found: Iterable[Variant] = (
            Variant(part.expected, part.given.strip())
            for part in question.grade(answer).parts
            if part.outcome in {Outcome.WRONG, Outcome.NEAR} and part.reason not in known
        )
    elif isinstance(question, ListQuestion):
        from tui.kinds.lines import sort_lines

        meant = {v.text: v.expected for v in question.claims(answer)}
        lines = sort_lines(answer, question.items, question.mistakes).unplaced
        found = (Variant(meant.get(line, ""), line) for line in lines)
    else:
        found = question.claims(answer)
    for variant in dict.fromkeys(found):
        from tui.kinds.spelling import tokens

        if variant.text and " ".join(tokens(variant.text)) not in _GIVEN_UP:
            yield variant


@lru_cache(maxsize=8192)
def _value(kind: str, text: str) -> tuple[object, ...] | None:
    """What `text` says as a number or a date; None if it is neither."""
    if kind == "number":
        from tui.kinds.units import measures
        from tui.kinds.written_numbers import read_number

        number = read_number(text)
        return (number.value, number.bound, *sorted(measures(number.unit))) if number else None
    from tui.kinds.written_dates import read_dates

    dates = read_dates(text)
    return dates[0].day.parts if dates else None


def _folded(question: Question, text: str) -> tuple[object, ...]:
    """What is the same for two texts that the grader takes for the same."""
    if isinstance(question, Number | Date):
        value = _value(question.kind, text)
        if value is not None:
            return value
    from tui.kinds.reading import read

    reading = read(text)
    return (reading.long.together or reading.plain,)


def _joined(question: Question, groups: dict[tuple[object, ...], _Group]) -> list[_Group]:
    """The groups, those that are spelling variants of a more usual one joined to it."""
    from tui.kinds.checks import same

    by_size = sorted(groups.items(), key=lambda each: (-each[1].times, each[1].text))
    if isinstance(question, Number | Date):
        return [group for _, group in by_size]
    found: dict[tuple[object, ...], list[_Group]] = {}
    for (part, folded), group in by_size:
        # Spelling variants begin alike: each is held against few others.
        near = found.setdefault((part, str(folded)[:1]), [])
        home = next((other for other in near if same(group.text, other.text)), None)
        if home is None:
            near.append(group)
        else:
            home.add(group)
    return [group for near in found.values() for group in near]


def _expected(counts: Counter[str]) -> str:
    """The part of the key most often meant, if any was."""
    named = {text: count for text, count in counts.items() if text}
    return min(named, key=lambda text: (-named[text], text)) if named else ""
