"""The first screen: today in one look, and Enter starts."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from tui.app.going import DayBegan, GoBrowse, GoPlan, GoRead, GoStatistics, GoStudy, GoTopics
from tui.app.marks import QUIET
from tui.app.screens.scrolling import ScrollingScreen
from tui.app.telling import telling, telling_all
from tui.app.widgets.home_lines import BLANK, report_lines, today_lines
from tui.app.words import long_date
from tui.clock import today as study_today
from tui.study.desk import Desk
from tui.study.exam.exam_words import exam_line
from tui.study.exam_day import exam_day
from tui.study.minutes import set_minutes
from tui.study.missed import DAYS as MISSED_DAYS
from tui.study.missed import missed
from tui.study.opening import last_undoable, undo_last
from tui.study.planning import takes_long
from tui.study.report import HomeReport, home_report
from tui.study.today import Today, today
from tui.study.wish import DAILY, Wish

LOOK_EVERY = 60.0
"""Seconds between two looks at whether a new day has begun."""
STEP = 5
"""Minutes that one key press adds to a session or takes off."""


class HomeScreen(ScrollingScreen):
    """Reads the day's work after the first paint, and the weeks behind it in a worker."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "study", id="home.study", tooltip="Starts or goes on studying."),
        Binding(
            "w",
            "topics",
            "weak",
            id="home.topics",
            tooltip="Shows where marks are missing, by topic and by paper.",
        ),
        Binding(
            "p",
            "plan",
            "plan",
            id="home.plan",
            tooltip="Sets exam day and minutes, and shows what they can reach.",
        ),
        Binding("r", "read", "read", id="home.read", tooltip="Reads the sources."),
        Binding(
            "m",
            "missed",
            "missed",
            id="home.missed",
            tooltip="Asks once more what was missed in the last days, for practice.",
        ),
        Binding("b", "browse", "find", id="home.browse", tooltip="Looks through all questions."),
        Binding(
            "s",
            "statistics",
            "stats",
            id="home.statistics",
            tooltip="Shows what your answers say: days, recall, forecasts, times.",
        ),
        Binding(
            "plus,equals_sign",
            "minutes(1)",
            "longer",
            id="home.longer",
            tooltip="Makes the next session five minutes longer.",
        ),
        Binding(
            "minus",
            "minutes(-1)",
            "shorter",
            id="home.shorter",
            tooltip="Makes the next session five minutes shorter.",
        ),
        Binding(
            "u",
            "undo",
            "undo",
            id="home.undo",
            tooltip="Goes back to the last answer of today and takes it back.",
        ),
        Binding(
            "d",
            "daily",
            "day's own",
            id="home.daily",
            tooltip="Starts the day's own session where another one is open.",
        ),
        Binding("q", "app.quit", "quit", id="home.quit", tooltip="Leaves cssprep."),
    ]

    class Reported(Message):
        """The weeks behind have been read."""

        def __init__(self, report: HomeReport) -> None:
            super().__init__()
            self.report = report

    class Planned(Message):
        """The day's work is known."""

        def __init__(self, day: Today) -> None:
            super().__init__()
            self.day = day

    def __init__(self, desk: Desk, minutes: int) -> None:
        now = study_today(desk.clock)
        super().__init__(Content.styled("cssprep", "bold"), Content(long_date(now)))
        self.desk = desk
        self.minutes = minutes
        self.day: Today | None = None
        self.report: HomeReport | None = None
        self.undoable = False
        self.read_on = now

    def on_mount(self) -> None:
        """Paints first, then reads; it may be left open over night."""
        self.call_after_refresh(self.read)
        self.set_interval(LOOK_EVERY, self.look_at_day)
        self.watch(self.app, "app_focus", self.look_at_day, init=False)

    def look_at_day(self) -> None:
        """Reads all anew once another study day has begun."""
        now = study_today(self.desk.clock)
        if now != self.read_on:
            self.day = self.report = None
            self.header_line.show(self.header_line.lefts, Content(long_date(now)), 0)
            self.read()
            self.post_message(DayBegan())

    def on_screen_resume(self) -> None:
        """Back from a screen above."""
        self.look_at_day()

    def read(self) -> None:
        """Reads the day's work now, and sends a worker for the rest."""
        self.read_on = study_today(self.desk.clock)
        with telling(self):
            self.show_exam()
            if not takes_long(self.desk):
                self.day = today(self.desk, self.minutes)
            self.undoable = last_undoable(self.desk)
        self.paint()
        self.read_report()

    def show_exam(self) -> None:
        """How far the exam is, at the top; the day beside it, where there is room."""
        now = study_today(self.desk.clock)
        said = exam_line(exam_day(self.desk), now, "p")
        if said:
            name = Content.styled("cssprep", "bold")
            dated = Content.assemble(name, "   ", (long_date(now), QUIET))
            self.header_line.show([dated, name], Content(said), 0)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read_report(self) -> None:
        """Reads the weeks behind, on a desk of its own."""
        what = "The last weeks could not be read"
        with telling_all(self, what), self.desk.another() as desk:
            if self.day is None:
                self.post_message(self.Planned(today(desk, self.minutes)))
            self.post_message(self.Reported(home_report(desk)))

    def on_home_screen_planned(self, event: Planned) -> None:
        """Shows the day's work."""
        self.day = event.day
        self.paint()

    def on_home_screen_reported(self, event: Reported) -> None:
        """Shows the weeks behind."""
        self.report = event.report
        self.paint()

    def lines(self, width: int) -> list[Content]:
        """What is known by now."""
        if self.day is None:
            return []
        lines = today_lines(self.day, self.desk.folder.banks, width)
        if self.report is not None:
            lines += [BLANK, BLANK, *report_lines(self.report, width)]
        return lines

    # --- what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to undo, or no session to make longer, at times."""
        if action == "undo":
            return self.undoable
        if action == "daily":
            day = self.day
            return day is not None and day.open_wish != DAILY and day.questions > 0
        if action == "minutes":
            return self.day is not None and self.day.open_place is None and self.day.total > 0
        return True

    def key_words(self, name: str) -> str | None:
        """The first key goes on where a session is open."""
        if name == "home.study" and self.day is not None:
            if self.day.open_place is not None:
                return "go on"
            return None if self.day.questions else ""
        return None

    def action_study(self) -> None:
        """Starts, or goes on."""
        self.look_at_day()
        if self.day is not None and self.day.open_place is None and not self.day.questions:
            words = "Nothing waits today." if self.day.total else "There are no questions yet."
            self.notify(words, markup=False)
        else:
            wish = DAILY if self.day is None else self.day.open_wish
            self.post_message(GoStudy(minutes=self.minutes, wish=wish))

    def action_daily(self) -> None:
        """Starts the day's own session; the open one is ended, its answers stay."""
        self.post_message(GoStudy(minutes=self.minutes))

    def action_topics(self) -> None:
        """To where topics and papers stand."""
        self.post_message(GoTopics())

    def action_plan(self) -> None:
        """To the plan."""
        self.post_message(GoPlan())

    def action_read(self) -> None:
        """To the sources."""
        self.post_message(GoRead())

    def action_missed(self) -> None:
        """To what was missed in the last days, for practice."""
        with telling(self):
            if missed(self.desk):
                self.post_message(GoStudy(wish=Wish(missed_days=MISSED_DAYS, practice=True)))
            else:
                words = f"Nothing was missed in the last {MISSED_DAYS} days that was not put right."
                self.notify(words, markup=False)

    def action_browse(self) -> None:
        """To all the questions."""
        self.post_message(GoBrowse())

    def action_statistics(self) -> None:
        """To what the log says."""
        self.post_message(GoStatistics())

    def action_minutes(self, steps: int) -> None:
        """Makes the next session longer or shorter, and keeps that."""
        with telling(self):
            self.minutes = set_minutes(self.desk, self.minutes + steps * STEP)
            self.day = today(self.desk, self.minutes)
        self.paint()

    def action_undo(self) -> None:
        """Back to the last answer."""
        with telling(self):
            session = undo_last(self.desk)
            if session is not None:
                self.post_message(GoStudy(session))
