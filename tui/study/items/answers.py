"""The answers that each question of a bank was given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.banks.bank import Bank
from tui.kinds.question import Question, key_hash
from tui.kinds.verdict import Variant
from tui.study.items.learners import Given, Learner


@dataclass(frozen=True, slots=True)
class ItemAnswers:
    """The answers to one question, graded by the answer key that it has now.

    line: where it begins in its file. given: learners by number, each with an answer; a learner's
    are in order of time. changed: answers left out because the key was another then.
    remembered: wordings that learners had remembered as right.
    """

    ref: str
    question: Question
    line: int
    given: tuple[tuple[int, Given], ...]
    changed: int
    remembered: tuple[tuple[int, Variant], ...]

    @property
    def first(self) -> dict[int, Given]:
        """Each learner's first answer, which the verdict had not yet taught anything."""
        found: dict[int, Given] = {}
        for learner, given in self.given:
            found.setdefault(learner, given)
        return found


@dataclass(frozen=True, slots=True)
class BankAnswers:
    """The answers to each question of a bank. gone: answers to questions that it has no more."""

    bank: Bank
    items: tuple[ItemAnswers, ...]
    gone: int


def answers_to(bank: Bank, learners: Sequence[Learner]) -> BankAnswers:
    """The answers of `learners` to the questions of `bank`, by the names they have or had."""
    keys = {f"{bank.id}/{each.id}": key_hash(each) for each in bank.questions}
    names = {f"{bank.id}/{old}": f"{bank.id}/{q.id}" for q in bank.questions for old in q.was}
    names |= {ref: ref for ref in keys}
    given: dict[str, list[tuple[int, Given]]] = {ref: [] for ref in keys}
    changed = dict.fromkeys(keys, 0)
    gone = 0
    for number, learner in enumerate(learners):
        for each in learner.given:
            ref = names.get(each.question)
            if ref is None:
                gone += each.question.startswith(f"{bank.id}/")
            elif each.key in {"", keys[ref]}:
                given[ref].append((number, each))
            else:
                changed[ref] += 1
    remembered: dict[str, list[tuple[int, Variant]]] = {ref: [] for ref in keys}
    for number, learner in enumerate(learners):
        for name, variant in learner.remembered:
            if name in names:
                remembered[names[name]].append((number, variant))
    items = tuple(
        ItemAnswers(
            ref=ref,
            question=question,
            line=bank.lines.get(question.id, 0),
            given=tuple(given[ref]),
            changed=changed[ref],
            remembered=tuple(remembered[ref]),
        )
        for question in bank.questions
        for ref in (f"{bank.id}/{question.id}",)
    )
    return BankAnswers(bank, items, gone)
