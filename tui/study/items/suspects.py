"""Questions that the answers speak against, with few false alarms.

Every question and every distractor of a bank is tested, hundreds of times in all, so that a few
would look bad by chance alone. The p-values of a bank are corrected by Holm's method, those of each
test together: where nothing is wrong with a bank, the probability that a test names anything is
about `ALPHA` at most.

Most questions work the right way round, and their distractors draw the weak: one-sided tests of
them are no trials of luck, and should not count in the correction. So where a correlation is
tested, p-values above `HALF` are put aside, and the others divided by it, as they are conditional
on lying below. Source: Q. Zhao, D. S. Small and W. Su, Multiple testing when many p-values are
uniformly conservative, 2019.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.banks.guess.chance import adjusted, tail
from tui.study.items.discrimination import Correlation, odds_above_zero, odds_below_zero
from tui.study.items.distractors import SHOWN, Option

HALF = 0.5
"""The p-value of a correlation of 0: above it all is as it should be."""
ALPHA = 0.05
"""The corrected p-value below which something is named."""
ONE_ANSWER = frozenset({"choice", "short", "number", "date"})
"""Kinds in which who takes a wrong answer can't give the right one as well."""
LEAST_TESTED = 20
"""With fewer learners a correlation is given, but nothing is concluded from it."""
LEAST_TAKERS = 5
"""With fewer learners on one of the two sides a correlation is not normal enough to be tested."""
LEAST_ASKED = 30
"""Before so many learners have answered, nobody is missed at a distractor."""
RARE = 0.05
"""A distractor does its work where at least this share of learners takes it. Source: T. M.
Haladyna and S. M. Downing, How many options is enough for a multiple-choice test item?, 1993."""


class Sort(StrEnum):
    """What the answers say against a question; the gravest first."""

    MISKEYED = "miskeyed"
    """The strong take a distractor more often than the weak, and the key draws them no more than
    the other options do; or the weak even get it right more often."""
    BACKWARDS = "backwards"
    """The weak get it right more often than the strong, who take no certain distractor."""
    DRAWS_STRONG = "draws-the-strong"
    """The strong take a distractor more often than the weak."""
    NOBODY = "nobody-takes-it"
    """A distractor is taken by nobody, or nearly so."""


GRAVITY = tuple(Sort)
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What is suspected. option: the distractor, '' where there is none. p: corrected."""

    sort: Sort
    option: str
    p: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known of a question. better, worse: learners above and below its mean score."""

    kind: str
    discrimination: Correlation | None
    better: int
    worse: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class _Test:
    at: int
    sort: Sort
    option: Option | None
    p: float


def suspicions(figures: Sequence[Figures]) -> list[tuple[Suspicion, ...]]:
    """What is suspected of each of the questions that `figures` are of, the gravest first."""
    tests = [test for at, each in enumerate(figures) for test in _tests(at, each)]
    found: list[list[Suspicion]] = [[] for _ in figures]
    for sort in GRAVITY:
        family = [test for test in tests if test.sort is sort]
        if sort is not Sort.NOBODY:
            family = [replace(test, p=test.p / HALF) for test in family if test.p <= HALF]
        for test, p in zip(family, adjusted([test.p for test in family]), strict=True):
            seen_enough = test.option is None or sort is not Sort.NOBODY or test.option.high < RARE
            if p < ALPHA and seen_enough:
                option = test.option.text if test.option else ""
                found[test.at].append(Suspicion(sort, option, p))
    return [_told(said, each) if said else () for said, each in zip(found, figures, strict=True)]


def _tests(at: int, figures: Figures) -> Iterator[_Test]:
    found = figures.discrimination
    if found and found.of >= LEAST_TESTED and min(figures.better, figures.worse) >= LEAST_TAKERS:
        yield _Test(at, Sort.BACKWARDS, None, odds_below_zero(found))
    wrong = [option for option in figures.options if not option.right]
    shown = figures.kind in SHOWN
    if shown and len(wrong) < 2:
        # The only distractor says what the key says, the other way round.
        return
    picks = sum(option.taken for option in wrong)
    for option in wrong:
        draws = option.draws
        if draws and draws.of >= LEAST_TESTED and _split(option):
            yield _Test(at, Sort.DRAWS_STRONG, option, odds_above_zero(draws))
        if shown and option.of >= LEAST_ASKED and picks:
            yield _Test(at, Sort.NOBODY, option, seldom(option.taken, picks, len(wrong)))


def _split(option: Option) -> bool:
    """Whether enough learners took the option, and enough did not."""
    return LEAST_TAKERS <= option.taken <= option.of - LEAST_TAKERS


def seldom(taken: int, picks: int, distractors: int) -> float:
    """The probability that a distractor gets at most `taken` of `picks` wrong answers.

    If in truth it gets half of what it would get if all `distractors` drew alike: distractors are
    seldom equally good, and one that draws half as much still does its work. Exact, by the binomial
    distribution.
    """
    return tail([(2 * distractors - 1, 2 * distractors)] * picks, picks - taken)


def _told(found: list[Suspicion], figures: Figures) -> tuple[Suspicion, ...]:
    """`found` with what follows from something graver left out."""
    in_order = sorted(found, key=lambda each: (GRAVITY.index(each.sort), each.p))
    first = in_order[0]
    liked = max(
        (o for o in figures.options if not o.right and o.draws and o.draws.low > 0),
        key=lambda option: option.draws.value if option.draws else 0.0,
        default=None,
    )
    backwards = first.sort is Sort.BACKWARDS
    if liked and (backwards or (first.sort is Sort.DRAWS_STRONG and _replaces_key(liked, figures))):
        # Beside another right answer, who takes the other distractors means little.
        return (Suspicion(Sort.MISKEYED, liked.text, first.p),)
    return tuple(each for each in in_order if not backwards or each.sort is not Sort.NOBODY)


def _replaces_key(liked: Option, figures: Figures) -> bool:
    """Whether the key looks like one more distractor beside `liked`, which draws the strong.

    Beside a distractor that is merely half right, the key still draws the strong among the others.
    """
    return figures.kind in ONE_ANSWER and (liked.without is None or liked.without.low <= 0)
