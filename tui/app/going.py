"""Where a screen asks the app to go: the screens know nothing of each other."""

from __future__ import annotations

from textual.message import Message

from tui.fault import Fault
from tui.study.session import Session
from tui.study.states import Summary


class GoHome(Message):
    """To Home."""


class GoStudy(Message):
    """To `session`, or to the one that waits; a new one takes `minutes`, where they are given."""

    def __init__(self, session: Session | None = None, minutes: int | None = None) -> None:
        super().__init__()
        self.session = session
        self.minutes = minutes


class GoSummary(Message):
    """To the summary of a finished session."""

    def __init__(self, session: Session, summary: Summary) -> None:
        super().__init__()
        self.session = session
        self.summary = summary


class GoBrowse(Message):
    """To the list of all questions."""


class GoDetail(Message):
    """To one question, whole."""

    def __init__(self, ref: str) -> None:
        super().__init__()
        self.ref = ref


class Failed(Message):
    """Something that the learner must be told of."""

    def __init__(self, fault: Fault) -> None:
        super().__init__()
        self.fault = fault
