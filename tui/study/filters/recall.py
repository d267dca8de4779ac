"""Terms on how well a question is remembered today."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import ClassVar, Self

from tui.progress import selecting
from tui.progress.comparing import SWAPPED, Sign
from tui.schedule.forgetting import stabilities_until
from tui.study.filters.comparison import SIGNS, only_value
from tui.study.filters.errors import FilterError
from tui.study.filters.term import Known, ProgressTerm, Test
from tui.study.filters.values import ProgressValues

FIRM = 0.9
"""The chance of recall from which a question counts as firm: that at which it comes back."""

_SHARE = re.compile(r"(?P<percent>\d{1,3}(?:\.\d{1,2})?)%|(?P<share>[01](?:\.\d{1,4})?)")


@dataclass(frozen=True, slots=True)
class Recall(ProgressTerm):
    """`recall<0.8` or `recall<80%`: the chance of recall today; never one not yet seen."""

    sign: Sign
    share: float

    NAME: ClassVar[str] = "recall"
    EXAMPLE: ClassVar[str] = "recall<80%"
    HELP: ClassVar[str] = "recalled today with less than this chance"

    @classmethod
    def read(cls, sign: str, values: tuple[str, ...], *, negated: bool) -> Self:
        """See `Term.read`."""
        text = only_value(cls.NAME, values, cls.EXAMPLE)
        found = _SHARE.fullmatch(text) if text.isascii() else None
        share = 2.0
        if found is not None:
            percent = found["percent"]
            share = float(found["share"]) if percent is None else round(float(percent) / 100, 4)
        if share > 1:
            raise FilterError(
                f"recall is compared to a chance from 0 to 1, or a percentage, not to {text}.",
                f"Write it as {cls.EXAMPLE}.",
            )
        return cls(SIGNS[sign], share, negated=negated)

    def written(self) -> str:
        """See `Term.written`."""
        return f"{self.NAME}{self.sign}{self.share!r}"

    def test(self, known: Known) -> Test:
        """See `ProgressTerm.test`."""
        return recalled(known, self.sign, self.share).__contains__


def recalled(known: Known, sign: Sign, share: float) -> Set[str]:
    """Questions that were seen and whose chance of recall today compares so to `share`."""
    db, waits = known.desk.progress, stabilities_until(share)
    return selecting.waited(db, SWAPPED[sign], known.today, waits) - known.changed


@dataclass(frozen=True, slots=True)
class State(ProgressValues):
    """Not seen yet; seen and slipping, with a chance of recall below 90 %; or firm."""

    NAME: ClassVar[str] = "state"
    EXAMPLE: ClassVar[str] = "state:slipping"
    HELP: ClassVar[str] = "unseen, slipping (recalled with less than 90 %) or firm"
    CHOICES: ClassVar[tuple[str, ...]] = ("unseen", "slipping", "firm")

    def test(self, known: Known) -> Test:
        """See `ProgressTerm.test`."""
        found: set[str] = set()
        if "slipping" in self.values:
            found |= recalled(known, "<", FIRM)
        if "firm" in self.values:
            found |= recalled(known, ">=", FIRM)
        if "unseen" not in self.values:
            return found.__contains__
        seen = known.seen
        return lambda ref: ref in found or ref not in seen
