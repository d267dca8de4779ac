"""What a session came to, and what is next."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.app.going import GoHome, GoStudy
from tui.app.screens.scrolling import ScrollingScreen
from tui.app.telling import telling
from tui.app.widgets.summary_lines import summary_lines
from tui.app.words import long_date
from tui.clock import Clock, today
from tui.study.session import Session
from tui.study.states import Summary
from tui.study.wish import Wish


class SummaryScreen(ScrollingScreen):
    """The end of a session; until it is left, answers can still be taken back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "go on",
            id="summary.next",
            tooltip="Starts another session if there is more to ask, else goes home.",
        ),
        Binding(
            "u", "undo", "undo", id="summary.undo", tooltip="Takes the last answer of it back."
        ),
        Binding(
            "m",
            "missed",
            "once more what slipped",
            id="summary.missed",
            tooltip="Asks once more what was missed today, for practice.",
        ),
        Binding("escape,h", "home", "home", id="summary.home", tooltip="Goes home."),
    ]

    def __init__(self, session: Session, summary: Summary, clock: Clock) -> None:
        day = today(clock)
        title = "Practice finished" if summary.practice else "Session finished"
        super().__init__(Content.styled(title, "bold"), Content(long_date(day)))
        self.header_line.share = 1.0
        self.session = session
        self.summary = summary
        self.day = day

    def lines(self, width: int) -> list[Content]:
        """The summary."""
        return summary_lines(self.summary, self.day, width)

    def key_words(self, name: str) -> str | None:
        """Enter goes where there is something to do."""
        if name == "summary.next":
            return "another round" if self.summary.more else "home"
        return "" if name == "summary.home" and not self.summary.more else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether something slipped that another round would not ask anyway."""
        return action != "missed" or (self.summary.missed_today > 0 and not self.summary.practice)

    def action_missed(self) -> None:
        """To what was missed today, for practice."""
        with telling(self):
            self.session.end()
            self.post_message(GoStudy(wish=Wish(missed_days=1, practice=True)))

    def action_next(self) -> None:
        """Another session, or home."""
        with telling(self):
            self.session.end()
            again = GoStudy(wish=self.session.wish)
            self.post_message(again if self.summary.more else GoHome())

    def action_home(self) -> None:
        """Home."""
        with telling(self):
            self.session.end()
            self.post_message(GoHome())

    def action_undo(self) -> None:
        """Back to the last answer, taken back."""
        with telling(self):
            if self.session.undo() is not None:
                self.post_message(GoStudy(self.session))
