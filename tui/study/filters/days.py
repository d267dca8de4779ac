"""Terms on days: when a question is due, and when it was answered, or answered wrongly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Self

from tui.progress import selecting
from tui.progress.comparing import COMPARE, SWAPPED, Sign
from tui.study.filters.comparison import SIGNS, only_value
from tui.study.filters.errors import FilterError
from tui.study.filters.term import Known, ProgressTerm, Test

TODAY = "today"
_DAYS = re.compile(r"(\d{1,4})([dw]?)")


@dataclass(frozen=True, slots=True)
class Days(ProgressTerm):
    """`NAME<7d`: less than seven study days away, today being 0; `NAME:today` is `NAME<1d`."""

    sign: Sign
    days: int

    @classmethod
    def read(cls, sign: str, values: tuple[str, ...], *, negated: bool) -> Self:
        """See `Term.read`. Weeks are counted as seven days."""
        text = only_value(cls.NAME, values, cls.EXAMPLE).lower()
        if text == TODAY and sign in {":", "="}:
            return cls("<", 1, negated=negated)
        found = _DAYS.fullmatch(text) if text.isascii() else None
        if found is None or sign == ":":
            raise FilterError(
                f"{cls.NAME} is compared to a number of days, not {sign}{text}.",
                f"Write it as {cls.EXAMPLE} or {cls.NAME}:{TODAY}.",
            )
        return cls(SIGNS[sign], int(found[1]) * (7 if found[2] == "w" else 1), negated=negated)

    def written(self) -> str:
        """See `Term.written`."""
        if (self.sign, self.days) == ("<", 1):
            return f"{self.NAME}:{TODAY}"
        return f"{self.NAME}{self.sign}{self.days}d"

    def before(self, today: date) -> date:
        """The day that is as many days ago."""
        return today - timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Due(Days):
    """Days until it is due, less than 0 if it should have been asked; never one not yet seen."""

    NAME: ClassVar[str] = "due"
    EXAMPLE: ClassVar[str] = "due<7d"
    HELP: ClassVar[str] = "due within seven days; due:today is what is due now"

    def test(self, known: Known) -> Test:
        """A question whose answer has changed is due today."""
        day = known.today + timedelta(days=self.days)
        found = selecting.due(known.desk.progress, self.sign, day) - known.changed
        changed = COMPARE[self.sign](known.today, day)
        return (found | known.changed if changed else found).__contains__


@dataclass(frozen=True, slots=True)
class Answered(Days):
    """Days since it was last answered, for practice not counted; never one not yet seen."""

    NAME: ClassVar[str] = "answered"
    EXAMPLE: ClassVar[str] = "answered<7d"
    HELP: ClassVar[str] = "last answered in the last seven days"

    def test(self, known: Known) -> Test:
        """See `ProgressTerm.test`."""
        sign = SWAPPED[self.sign]
        found = selecting.last_answered(known.desk.progress, sign, self.before(known.today))
        return found.__contains__


@dataclass(frozen=True, slots=True)
class Wrong(Days):
    """Days since it was last answered wrongly, practice counted, too; never one that never was."""

    NAME: ClassVar[str] = "wrong"
    EXAMPLE: ClassVar[str] = "wrong<7d"
    HELP: ClassVar[str] = "answered wrongly in the last seven days"

    def test(self, known: Known) -> Test:
        """Answers under names that a question had before are its own."""
        sign = SWAPPED[self.sign]
        day = self.before(known.today)
        since = day if self.sign in {"<", "<="} else None
        aliases = known.desk.index.aliases()
        last: dict[str, date] = {}
        for name, missed in selecting.last_missed(known.desk.progress, since).items():
            ref = aliases.get(name, name)
            last[ref] = max(missed, last.get(ref, missed))
        found = {ref for ref, missed in last.items() if COMPARE[sign](missed, day)}
        return found.__contains__
