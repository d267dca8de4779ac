"""Where a screen asks the app to go: the screens know nothing of each other."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from tui.banks.index import SourceRow
from tui.fault import Fault
from tui.study.session import Session
from tui.study.states import Summary
from tui.study.wish import DAILY, Wish

READER = "reader"
"""The id of the screen that a source is read on: it is not opened above itself."""


class GoHome(Message):
    """To Home, or to the screen that lies below this one.

    A new session takes `minutes`, where they are given, from now on.
    """

    def __init__(self, minutes: int | None = None) -> None:
        super().__init__()
        self.minutes = minutes


class DayBegan(Message):
    """The study day is another one than when the screen was read."""


class GoStudy(Message):
    """To `session`, or to the one that waits for `wish`.

    A new one takes `minutes`, where they are given, from now on.
    """

    def __init__(
        self, session: Session | None = None, minutes: int | None = None, wish: Wish = DAILY
    ) -> None:
        super().__init__()
        self.wish = wish
        self.session = session
        self.minutes = minutes


class GoSummary(Message):
    """To the summary of a finished session."""

    def __init__(self, session: Session, summary: Summary) -> None:
        super().__init__()
        self.session = session
        self.summary = summary


class GoTopics(Message):
    """To where topics and papers stand."""


class GoBrowse(Message):
    """To the list of all questions; above the screen that asks for it, if to those of `query`."""

    def __init__(self, query: str = "") -> None:
        super().__init__()
        self.query = query


class GoPlan(Message):
    """To the exam day, the plan towards it and what it can reach."""


class GoStatistics(Message):
    """To what the log says of the learner."""


class GoDetail(Message):
    """To one question, whole, from which one can go to the `others`."""

    def __init__(self, ref: str, *others: str) -> None:
        super().__init__()
        self.refs = (ref, *others)


class GoRead(Message):
    """To the sources: to `source`, or to the one that `ref` quotes, if one of them is given.

    may_ask: whether what is asked there may be asked from there.
    """

    def __init__(
        self, ref: str = "", source: SourceRow | None = None, may_ask: bool = True
    ) -> None:
        super().__init__()
        self.ref = ref
        self.source = source
        self.may_ask = may_ask


class GoAsk(Message):
    """To a session with just the questions `refs`, and back to the screen that asks for it."""

    def __init__(self, refs: Sequence[str]) -> None:
        super().__init__()
        self.refs = tuple(refs)


class Failed(Message):
    """Something that the learner must be told of.

    in_the_way: over the screen, to be closed; otherwise in its corner, for a while.
    """

    def __init__(self, fault: Fault, *, in_the_way: bool = True) -> None:
        super().__init__()
        self.fault = fault
        self.in_the_way = in_the_way
