"""What the answers of learners say of each question of a bank."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tui.banks.bank import Bank
from tui.study.items.answers import ItemAnswers, answers_to
from tui.study.items.discrimination import Correlation, correlation
from tui.study.items.distractors import Option, options
from tui.study.items.facility import FULL, Facility, facility
from tui.study.items.learners import Learner
from tui.study.items.recurring import Recurring, recurring
from tui.study.items.rest import ends, rest_scores
from tui.study.items.seconds import Seconds, seconds_taken
from tui.study.items.suspects import GRAVITY, Figures, Suspicion, suspicions

FEW = 30
"""Fewer learners than this are few: the interval of a facility then spans 30 points or more."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question and what its answers say of it.

    line: where it begins in its file. asked: how many answers count. changed: how many don't, as
    the answer key was another then. first: the facility of learners' first answers, as graded.
    claimed: the same with what learners said counted. ever: the share of all answers that are all
    right. compared: learners of whom enough is known to compare them. strong_share: the share of
    them that is called strong, and weak; None where they can't be told apart.
    """

    ref: str
    id: str
    kind: str
    prompt: str
    line: int
    asked: int
    changed: int
    first: Facility | None
    claimed: Facility | None
    ever: float | None
    compared: int
    discrimination: Correlation | None
    strong_share: float | None
    options: tuple[Option, ...]
    seconds: Seconds | None
    recurring: tuple[Recurring, ...]
    suspicions: tuple[Suspicion, ...] = ()

    @property
    def learners(self) -> int:
        """How many learners answered it."""
        return self.first.of if self.first else 0

    @property
    def is_few(self) -> bool:
        """Whether so few answered it that its figures are rough."""
        return self.learners < FEW


@dataclass(frozen=True, slots=True)
class BankItems:
    """A bank's questions, in the order written, and what their answers say.

    learners: how many answered any of them. gone: answers to questions that the bank has no more.
    """

    bank: Bank
    items: tuple[Item, ...]
    learners: int
    gone: int

    @property
    def asked(self) -> int:
        """How many answers count."""
        return sum(item.asked for item in self.items)

    @property
    def changed(self) -> int:
        """How many don't, as the answer key was another then."""
        return sum(item.changed for item in self.items)

    def by_need(self) -> list[Item]:
        """The questions, those first that need a look most.

        Suspected ones, those with recurring wrong answers, then by discrimination, lowest first;
        those of which little is known last.
        """
        return sorted(self.items, key=_need)


def analysed(bank: Bank, learners: Sequence[Learner]) -> BankItems:
    """What the answers of `learners` say of the questions of `bank`."""
    answers = answers_to(bank, learners)
    scores = {item.ref: {n: g.graded for n, g in item.first.items()} for item in answers.items}
    rest = rest_scores(scores)
    items = [_item(each, rest[each.ref]) for each in answers.items]
    suspected = suspicions([_figures(item, scores[item.ref], rest[item.ref]) for item in items])
    return BankItems(
        bank=bank,
        items=tuple(
            replace(item, suspicions=said) for item, said in zip(items, suspected, strict=True)
        ),
        learners=len({learner for item in answers.items for learner, _ in item.given}),
        gone=answers.gone,
    )


def _item(answers: ItemAnswers, rest: Mapping[int, float]) -> Item:
    question, first = answers.question, answers.first
    given = tuple(each for _, each in answers.given)
    groups = ends(rest)
    return Item(
        ref=answers.ref,
        id=question.id,
        kind=question.kind,
        prompt=question.prompt,
        line=answers.line,
        asked=len(given),
        changed=answers.changed,
        first=facility([each.graded for each in first.values()]),
        claimed=facility([each.counted for each in first.values()]),
        ever=sum(each.graded >= FULL for each in given) / len(given) if given else None,
        compared=len(rest),
        discrimination=correlation([first[n].graded for n in rest], list(rest.values())),
        strong_share=groups.share if groups else None,
        options=options(question, first, given, rest, groups),
        seconds=seconds_taken([each.seconds for each in given]),
        recurring=recurring(answers),
    )


def _figures(item: Item, scores: Mapping[int, float], rest: Mapping[int, float]) -> Figures:
    found = [scores[learner] for learner in rest]
    mean = math.fsum(found) / len(found) if found else 0.0
    return Figures(
        kind=item.kind,
        discrimination=item.discrimination,
        better=sum(score > mean for score in found),
        worse=sum(score < mean for score in found),
        options=item.options,
    )


def _need(item: Item) -> tuple[object, ...]:
    found = item.discrimination
    return (
        not item.suspicions,
        min((GRAVITY.index(s.sort) for s in item.suspicions), default=0),
        not item.recurring,
        -max((each.learners for each in item.recurring), default=0),
        found is None,
        found.value if found else 0.0,
        not item.asked,
        item.first.share if item.first else 0.0,
        item.line,
    )
