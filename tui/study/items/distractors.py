"""Who takes which option: the right ones and the distractors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tui.kinds.question import Question
from tui.kinds.truefalse import TrueFalse
from tui.study.items.discrimination import Correlation, correlation
from tui.study.items.facility import wilson
from tui.study.items.learners import Given
from tui.study.items.rest import Ends

SHOWN = frozenset({"choice", "multiple", "truefalse"})
"""Kinds whose options are shown."""
TYPED = frozenset({"short", "cloze", "list", "number", "date"})
"""Kinds whose mistakes are recognised in what is typed."""


@dataclass(frozen=True, slots=True)
class Option:
    """How often an option was taken at first.

    right: whether it is an answer. taken: how many of the `of` learners took it. low, high: the
    interval of the share. ever: how often it was taken in all answers. strong, weak: the share of
    strong and of weak learners who took it, None where they can't be told apart. draws: how taking
    it goes with the rest score, and without: how being right goes with it among those who did not
    take it. None where that can't be told.
    """

    text: str
    right: bool
    taken: int
    of: int
    low: float
    high: float
    ever: int
    strong: float | None
    weak: float | None
    draws: Correlation | None
    without: Correlation | None

    @property
    def share(self) -> float:
        """The share of learners who took it at first."""
        return self.taken / self.of if self.of else 0.0


def options(
    question: Question,
    first: Mapping[int, Given],
    all_given: tuple[Given, ...],
    rest: Mapping[int, float],
    ends: Ends | None,
) -> tuple[Option, ...]:
    """What learners took of the options of `question`, the right ones first.

    In a typed answer the options are the mistakes that are recognised. () for a kind that has no
    options. rest: learners' rest scores. ends: who of them is strong and who is weak.
    """
    texts = _options(question)
    if not texts:
        return ()
    took = {learner: taken(question, given.answer) for learner, given in first.items()}
    ever = [taken(question, given.answer) for given in all_given]
    compared = [learner for learner in took if learner in rest]
    found = []
    for text, right in texts.items():
        count = sum(text in chosen for chosen in took.values())
        low, high = wilson(count, len(took))
        others = [learner for learner in compared if text not in took[learner]]
        found.append(
            Option(
                text=text,
                right=right,
                taken=count,
                of=len(took),
                low=low,
                high=high,
                ever=sum(text in chosen for chosen in ever),
                strong=_share(text, took, ends.strong) if ends else None,
                weak=_share(text, took, ends.weak) if ends else None,
                draws=correlation(
                    [float(text in took[learner]) for learner in compared],
                    [rest[learner] for learner in compared],
                ),
                without=correlation(
                    [first[learner].graded for learner in others],
                    [rest[learner] for learner in others],
                ),
            )
        )
    return tuple(found)


def taken(question: Question, answer: tuple[str, ...]) -> frozenset[str]:
    """The options of `question` that `answer` takes, or the mistakes that it makes."""
    if question.kind in TYPED:
        return _mistakes_made(question, answer)
    from tui.kinds.chosen import option_chosen

    texts = tuple(_options(question))
    return frozenset(filter(None, (option_chosen(given.strip(), texts) for given in answer)))


def _options(question: Question) -> dict[str, bool]:
    """The options, each with whether it is right."""
    if question.kind in TYPED:
        return dict.fromkeys(question.mistakes, False)
    if question.kind not in SHOWN:
        return {}
    right = question.key()
    shown = TrueFalse.OPTIONS if isinstance(question, TrueFalse) else (*right, *question.mistakes)
    return dict.fromkeys(right, True) | {t: False for t in shown if t not in right}


def _mistakes_made(question: Question, answer: tuple[str, ...]) -> frozenset[str]:
    """The mistakes that the grader recognises, known by the reasons that it gives."""
    if not question.mistakes:
        return frozenset()
    found = set()
    for part in question.grade(answer).parts:
        named = [text for text, reason in question.mistakes.items() if reason == part.reason]
        if part.reason and named:
            found.add(named[0] if len(named) == 1 else _nearest(part.given, named))
    return frozenset(found)


def _nearest(given: str, texts: list[str]) -> str:
    """Of mistakes that have the same reason, the one that is nearest to what was typed."""
    from tui.kinds.wanted import letters_off

    return min(texts, key=lambda text: letters_off(given, (text,)))


def _share(text: str, took: Mapping[int, frozenset[str]], group: frozenset[int]) -> float | None:
    inside = [chosen for learner, chosen in took.items() if learner in group]
    return sum(text in chosen for chosen in inside) / len(inside) if inside else None
