"""Tries every strategy on a bank's questions and says which of them beat chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from tui.banks.guess.chance import adjusted, tail
from tui.banks.guess.options import OPTIONS
from tui.banks.guess.posed import Posed, posed
from tui.banks.guess.statements import STATEMENTS
from tui.kinds.question import Question
from tui.kinds.truefalse import TrueFalse

ALPHA = 0.05
"""The corrected p-value below which a strategy counts as better than chance."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one strategy came to.

    applies: questions that it has an opinion on. hits: those it gets right. chance: how many of
    them blind guessing gets right on average. p: the exact probability of so many hits or more by
    blind guessing. corrected: p corrected by Holm's method for the number of strategies.
    fed_by: the ids of the questions it gets right, in order.
    """

    strategy: str
    applies: int
    hits: int
    chance: float
    p: float
    corrected: float
    fed_by: tuple[str, ...]

    @property
    def beats_chance(self) -> bool:
        """Whether knowing nothing pays."""
        return self.corrected < ALPHA


def guess(questions: Iterable[Question]) -> tuple[Tally, ...]:
    """What each strategy comes to on those of `questions` that can be guessed."""
    return tallies([found for question in questions if (found := posed(question)) is not None])


def tallies(asked: Sequence[Posed]) -> tuple[Tally, ...]:
    """What each strategy comes to on `asked`, in a fixed order.

    Strategies that apply to no question are not counted in the correction.
    """
    tried = {name: hits for name, hits in _tries(asked) if hits}
    values = [
        tail([each.odds for each, _ in hits], sum(hit for _, hit in hits))
        for hits in tried.values()
    ]
    corrected = dict(zip(tried, zip(values, adjusted(values), strict=True), strict=True))
    return tuple(
        _tally(name, tried.get(name, []), *corrected.get(name, (1.0, 1.0)))
        for name in (*OPTIONS, *STATEMENTS)
    )


def _tally(name: str, tried: Sequence[tuple[Posed, bool]], p: float, corrected: float) -> Tally:
    asked = Counter(each.odds for each, _ in tried).items()
    return Tally(
        strategy=name,
        applies=len(tried),
        hits=sum(hit for _, hit in tried),
        chance=float(sum((Fraction(*odds) * count for odds, count in asked), Fraction(0))),
        p=p,
        corrected=corrected,
        fed_by=tuple(each.id for each, hit in tried if hit),
    )


def _tries(asked: Sequence[Posed]) -> Iterator[tuple[str, list[tuple[Posed, bool]]]]:
    """Each strategy's name, and the questions that it applies to, each with whether it hit."""
    choices = [each for each in asked if not each.statement]
    statements = [each for each in asked if each.statement]
    usual = median([len(each.prompt) for each in statements]) if statements else 0
    # Question by question: what the strategies have in common is found out once.
    picks = [[pick(each) for pick in OPTIONS.values()] for each in choices]
    for column, name in enumerate(OPTIONS):
        picked = zip(choices, (row[column] for row in picks), strict=True)
        yield name, [(each, at in each.right) for each, at in picked if at is not None]
    for name, call in STATEMENTS.items():
        called = [(each, call(each.prompt, usual)) for each in statements]
        places = [
            (each, TrueFalse.OPTIONS.index(_WORD[said]))
            for each, said in called
            if said is not None
        ]
        yield name, [(each, at in each.right) for each, at in places]


_WORD = {True: "true", False: "false"}
