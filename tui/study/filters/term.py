"""What all terms of a query have in common."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import ClassVar, Self

from tui.banks.conditions import Condition
from tui.clock import today
from tui.progress import selecting
from tui.study.changes import changed_answers
from tui.study.desk import Desk

Test = Callable[[str], bool]
"""Whether the question with this name meets a term."""


class Known:
    """What is known of all questions while one query is answered; each thing is looked up once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.today: date = today(desk.clock)

    @cached_property
    def changed(self) -> Set[str]:
        """Questions whose answer is another than the one that was answered."""
        return changed_answers(self.desk).keys()

    @cached_property
    def seen(self) -> Set[str]:
        """Questions that were answered, by the answer that they have now."""
        return selecting.seen(self.desk.progress) - self.changed


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a query; `negated`: on the opposite.

    NAME stands before the colon in what is typed; EXAMPLE and HELP are shown to who asks.
    """

    negated: bool = field(default=False, kw_only=True)

    NAME: ClassVar[str] = ""
    EXAMPLE: ClassVar[str] = ""
    HELP: ClassVar[str] = ""

    @classmethod
    def read(cls, sign: str, values: tuple[str, ...], *, negated: bool) -> Self:
        """The term `NAME sign values`; FilterError, without its place, if it is none."""
        raise NotImplementedError

    def written(self) -> str:
        """The term as it is typed, without a minus."""
        raise NotImplementedError

    def __str__(self) -> str:
        return f"-{self.written()}" if self.negated else self.written()


@dataclass(frozen=True, slots=True)
class BankTerm(Term):
    """A term on what the banks say."""

    def condition(self, desk: Desk) -> Condition:
        """The condition, a minus left aside; StudyError if it names what no bank has."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ProgressTerm(Term):
    """A term on what the learner has done."""

    def test(self, known: Known) -> Test:
        """Tells for each question whether it meets the term, a minus left aside."""
        raise NotImplementedError
