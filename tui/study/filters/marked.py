"""Terms that are so or not: seen, flagged, parked."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import ClassVar

from tui.study.filters.term import Known, Test
from tui.study.filters.values import ProgressValues
from tui.study.flagging import flagged_refs
from tui.study.parking import parked_refs


@dataclass(frozen=True, slots=True)
class YesOrNo(ProgressValues):
    """`NAME:yes` or `NAME:no`."""

    CHOICES: ClassVar[tuple[str, ...]] = ("yes", "no")

    def marked(self, known: Known) -> Set[str]:
        """The questions with yes."""
        raise NotImplementedError

    def test(self, known: Known) -> Test:
        """See `ProgressTerm.test`."""
        marked = self.marked(known)
        return lambda ref: ("yes" if ref in marked else "no") in self.values


@dataclass(frozen=True, slots=True)
class Seen(YesOrNo):
    """Answered before, by the answer that it has now; practice is not counted."""

    NAME: ClassVar[str] = "seen"
    EXAMPLE: ClassVar[str] = "seen:no"
    HELP: ClassVar[str] = "not answered yet"

    def marked(self, known: Known) -> Set[str]:
        """See `YesOrNo.marked`."""
        return known.seen


@dataclass(frozen=True, slots=True)
class Flagged(YesOrNo):
    """Flagged by the learner."""

    NAME: ClassVar[str] = "flag"
    EXAMPLE: ClassVar[str] = "flag:yes"
    HELP: ClassVar[str] = "flagged by you"

    def marked(self, known: Known) -> Set[str]:
        """See `YesOrNo.marked`."""
        return flagged_refs(known.desk)


@dataclass(frozen=True, slots=True)
class Parked(YesOrNo):
    """Parked by the learner."""

    NAME: ClassVar[str] = "parked"
    EXAMPLE: ClassVar[str] = "parked:yes"
    HELP: ClassVar[str] = "parked by you, so that it is not asked"

    def marked(self, known: Known) -> Set[str]:
        """See `YesOrNo.marked`."""
        return parked_refs(known.desk)
