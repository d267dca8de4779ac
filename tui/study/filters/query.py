"""A query: the terms that a question must meet, and which questions do."""

from __future__ import annotations

from dataclasses import dataclass

from tui.study.desk import Desk
from tui.study.filters.term import BankTerm, Known, ProgressTerm, Term


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all be met; without any, every question is found.

    As a text it is what may be typed for it, in one way of several.
    """

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))


def matching(desk: Desk, query: Query) -> list[str]:
    """The questions that meet `query`, file by file, in the order written.

    StudyError if it names a topic, a bank, a tag or a paper that there is not.
    """
    conditions = [
        condition.negated() if term.negated else condition
        for term in query.terms
        if isinstance(term, BankTerm)
        for condition in (term.condition(desk),)
    ]
    found = desk.index.matching(conditions)
    known = Known(desk)
    for term in query.terms:
        if isinstance(term, ProgressTerm):
            test, wanted = term.test(known), not term.negated
            found = [ref for ref in found if test(ref) is wanted]
    return found
