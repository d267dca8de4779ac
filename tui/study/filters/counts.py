"""Terms on how often a question was answered, and forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, Self

from tui.progress import selecting
from tui.progress.comparing import COMPARE, OPPOSITE, Sign
from tui.study.filters.comparison import SIGNS, only_value
from tui.study.filters.errors import FilterError
from tui.study.filters.term import Known, ProgressTerm, Test


@dataclass(frozen=True, slots=True)
class Count(ProgressTerm):
    """`NAME>3`, of what was counted since the answer to the question last changed."""

    sign: Sign
    number: int

    COLUMN: ClassVar[Literal["reviews", "lapses"]]

    @classmethod
    def read(cls, sign: str, values: tuple[str, ...], *, negated: bool) -> Self:
        """See `Term.read`."""
        text = only_value(cls.NAME, values, cls.EXAMPLE)
        if not (text.isascii() and text.isdecimal() and len(text) < 10):
            raise FilterError(
                f"{cls.NAME} is compared to a whole number, not to {text}.",
                f"Write it as {cls.EXAMPLE}.",
            )
        return cls(SIGNS[sign], int(text), negated=negated)

    def written(self) -> str:
        """See `Term.written`."""
        return f"{self.NAME}{self.sign}{self.number}"

    def test(self, known: Known) -> Test:
        """Of a question that was not answered yet the count is 0."""
        db = known.desk.progress
        if not COMPARE[self.sign](0, self.number):
            found = selecting.counted(db, self.COLUMN, self.sign, self.number) - known.changed
            return found.__contains__
        if self.sign == "=":
            others = selecting.counted(db, self.COLUMN, ">", self.number)
        else:
            others = selecting.counted(db, self.COLUMN, OPPOSITE[self.sign], self.number)
        left_out = others - known.changed
        return lambda ref: ref not in left_out


@dataclass(frozen=True, slots=True)
class Lapses(Count):
    """How often it was forgotten once it had been known."""

    NAME: ClassVar[str] = "lapses"
    EXAMPLE: ClassVar[str] = "lapses>3"
    HELP: ClassVar[str] = "forgotten more than three times"
    COLUMN: ClassVar[Literal["reviews", "lapses"]] = "lapses"


@dataclass(frozen=True, slots=True)
class Reviews(Count):
    """How often it was answered."""

    NAME: ClassVar[str] = "reviews"
    EXAMPLE: ClassVar[str] = "reviews>=5"
    HELP: ClassVar[str] = "answered five times or more"
    COLUMN: ClassVar[Literal["reviews", "lapses"]] = "reviews"
