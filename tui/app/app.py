"""The app: which screen is on, and how one gets from one to the other."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from textual.screen import Screen
from textual.theme import Theme

from tui.app.going import (
    DayBegan,
    GoAsk,
    GoBrowse,
    GoDetail,
    GoHome,
    GoPlan,
    GoRead,
    GoStatistics,
    GoStudy,
    GoSummary,
    GoTopics,
)
from tui.app.keyed_app import FEW_COLOURS, KeyedApp
from tui.app.telling import telling, telling_all
from tui.clock import Clock, today
from tui.fault import Fault
from tui.progress.noting import Note, silent
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.minutes import planned_minutes
from tui.study.opening import ask_about, open_session
from tui.study.session import Session
from tui.study.states import Finished
from tui.study.wish import DAILY, Wish

THEME = "theme"
"""The name under which the learner's theme is kept."""


class CssprepApp(KeyedApp):
    """Shows one screen at a time; what is studied goes through `desk`.

    session: what to begin with; Home, where it is None.
    """

    def __init__(self, desk: Desk, minutes: int, session: Session | None = None) -> None:
        super().__init__(desk.folder.cache)
        self.desk = desk
        self.minutes = minutes
        self.session = session
        self.not_backed_up: date | None = None
        self.choose_theme()

    # --- the start

    def get_default_screen(self) -> Screen[Any]:
        """The screen to begin with."""
        first = self.home_screen() if self.session is None else self.session_screen(self.session)
        # Textual gives this to each screen but the default one, and switching away takes it back.
        first._push_result_callback(self, None)
        return first

    def on_mount(self) -> None:
        """What can wait until the first screen is painted."""
        self.screen.call_after_refresh(self.settle)

    def settle(self) -> None:
        """Turns the garbage collector on again, and makes ready what the first answer needs."""
        gc.freeze()
        gc.enable()
        self.theme_changed_signal.subscribe(self, self.keep_theme)
        self.run_worker(self.warm_up_and_back_up, thread=True, exit_on_error=False)
        self.look_at_own_keys()
        self.look_at_clock()

    def look_at_clock(self) -> None:
        """Tells where the machine's clock can't be right, or the file is not the one it was."""
        from tui.study.clock_check import clock_trouble
        from tui.study.made_anew import made_anew

        with telling(self):
            for trouble in filter(None, (clock_trouble(self.desk), made_anew(self.desk.progress))):
                self.notify(trouble, severity="warning", timeout=15, markup=False)

    def warm_up_and_back_up(self) -> None:
        """In a worker: what the first answer needs, the backup of the day, and what lies beside."""
        warm_up()
        self.back_up()
        self.look_at_kept()

    def back_up(self) -> None:
        """In a worker: the backup of the study day, where there is none and it was not tried."""
        day = today(self.desk.clock)
        if self.not_backed_up == day:
            return
        self.not_backed_up = day
        # In the corner, as the learner may be typing and can go on all the same.
        with telling_all(self, "The backup of the day could not be made", in_the_way=False):
            from tui.progress.copies.backups import back_up_daily, second_folder

            back_up_daily(self.desk.folder.progress, self.desk.clock, second_folder())
            self.not_backed_up = None

    def look_at_kept(self) -> None:
        """In a worker: tells of answers that were saved beside the file and are not in it."""
        with telling_all(self, "Files kept beside could not be looked at", in_the_way=False):
            from tui.study.kept_answers import kept_in_short

            if told := kept_in_short(self.desk.folder.progress):
                self.notify(told, severity="warning", timeout=15, markup=False)

    def choose_theme(self) -> None:
        """The theme chosen last; the terminal's own colours where it has no more than sixteen."""
        from tui.progress import settings

        wanted = settings.get(self.desk.progress, THEME)
        if wanted in self.available_themes:
            self.theme = wanted
        elif self.console.color_system in FEW_COLOURS:
            self.theme = "ansi-dark"

    def keep_theme(self, theme: Theme) -> None:
        """Keeps the theme for the next start."""
        from tui.progress import settings

        with telling(self), self.desk.progress.transaction():
            settings.put(self.desk.progress, THEME, theme.name)

    # --- from screen to screen

    def home_screen(self) -> Screen[None]:
        """Home, as things are now."""
        from tui.app.screens.home import HomeScreen

        return HomeScreen(self.desk, self.minutes)

    def session_screen(self, session: Session) -> Screen[None]:
        """The screen for the state that `session` is in; Home says why if nothing was asked."""
        if is_empty(session):
            return self.home_screen()
        if isinstance(session.state, Finished):
            from tui.app.screens.summary import SummaryScreen

            return SummaryScreen(session, session.state.summary, self.desk.clock)
        from tui.app.screens.study import StudyScreen

        return StudyScreen(session, session.state, self.desk.clock)

    def on_go_home(self, event: GoHome) -> None:
        """To Home, or to the screen below; the app may have been open since another day."""
        self.run_worker(self.back_up, thread=True, exit_on_error=False)
        if event.minutes is not None:
            self.minutes = event.minutes
        if self.is_above:
            self.pop_screen()
        else:
            self.switch_screen(self.home_screen())

    @property
    def is_above(self) -> bool:
        """Whether the screen was opened from another one, and goes back to that."""
        return len(self.screen_stack) > 1

    def on_day_began(self, event: DayBegan) -> None:
        """What is looked at and made once a day."""
        self.run_worker(self.back_up, thread=True, exit_on_error=False)
        self.look_at_clock()

    def on_go_study(self, event: GoStudy) -> None:
        """To a session: the one given, or the one that waits."""
        if event.minutes is not None:
            self.minutes = event.minutes
        with telling(self):
            session = event.session or open_session(
                self.desk, self.minutes, event.wish, at_once=True
            )
            if event.wish != DAILY and is_empty(session):
                self.notify("Nothing of this can be asked today.", markup=False)
            else:
                self.switch_screen(self.session_screen(session))

    def on_go_summary(self, event: GoSummary) -> None:
        """To the summary of a session; from one that was opened from a source, back to that."""
        if self.is_above:
            with telling(self):
                event.session.end()
            self.pop_screen()
            return
        self.switch_screen(self.session_screen(event.session))

    def on_go_browse(self, event: GoBrowse) -> None:
        """To all the questions, or to those of a query, above the screen that asks for them."""
        from tui.app.screens.browse import BrowseScreen

        if event.query:
            self.push_screen(BrowseScreen(self.desk, event.query))
        else:
            self.switch_screen(BrowseScreen(self.desk))

    def on_go_topics(self, event: GoTopics) -> None:
        """To where topics and papers stand."""
        from tui.app.screens.topics import TopicsScreen

        self.switch_screen(TopicsScreen(self.desk, self.minutes))

    def on_go_plan(self, event: GoPlan) -> None:
        """To the exam day, and the plan towards it."""
        from tui.app.screens.plan import PlanScreen

        self.switch_screen(PlanScreen(self.desk))

    def on_go_statistics(self, event: GoStatistics) -> None:
        """To what the log says of the learner."""
        from tui.app.screens.statistics import StatisticsScreen

        self.switch_screen(StatisticsScreen(self.desk))

    def on_go_detail(self, event: GoDetail) -> None:
        """To one question, above the screen that asks for it."""
        from tui.app.screens.detail import DetailScreen

        self.push_screen(DetailScreen(self.desk, *event.refs))

    def on_go_read(self, event: GoRead) -> None:
        """To a source, or to the list of them."""
        from tui.study.reader import source_row

        with telling(self):
            rows = self.desk.index.sources()
            row = source_row(self.desk, event.ref) if event.ref else event.source
            if row is None and not rows:
                self.notify("No question quotes a source.", markup=False)
            elif row is None and len(rows) > 1:
                from tui.app.screens.sources import SourcesScreen

                self.switch_screen(SourcesScreen(self.desk))
            else:
                from tui.app.screens.reader import ReaderScreen

                screen = ReaderScreen(self.desk, row or rows[0], event.ref, event.may_ask)
                if event.ref or event.source is not None:
                    self.push_screen(screen)
                else:
                    self.switch_screen(screen)

    def on_go_ask(self, event: GoAsk) -> None:
        """To a few questions, above the screen that asks for them."""
        with telling(self):
            session = ask_about(self.desk, event.refs)
            if isinstance(session.state, Finished):
                self.notify("These questions can't be asked any more.", markup=False)
            else:
                self.push_screen(self.session_screen(session))


def is_empty(session: Session) -> bool:
    """Whether it has ended and nothing was answered in it."""
    state = session.state
    return isinstance(state, Finished) and not (state.summary.answered or state.summary.practised)


def warm_up() -> None:
    """Imports what the first answer and the other kinds need, while the learner reads."""
    from importlib import import_module

    from tui.app.answers import input_for
    from tui.kinds import KIND_NAMES, kind_named

    for module in (
        "tui.schedule.fsrs6",
        "tui.app.widgets.outcome",
        "tui.kinds.typed",
        "tui.kinds.lines",
        "tui.kinds.written_numbers",
        "tui.kinds.written_dates",
    ):
        import_module(module)
    for kind in KIND_NAMES:
        kind_named(kind)
        input_for(kind)


def say_why_it_takes_long() -> None:
    """One line on the terminal while large banks are read, before the screen is taken over."""
    print("Reading the question banks that have changed …", flush=True)


def run_app(
    folder: StudyFolder,
    clock: Clock,
    new_id: Callable[[], str],
    minutes: int | None = None,
    start: Literal["home", "study"] = "home",
    wish: Wish = DAILY,
    note: Note = silent,
) -> int:
    """Runs the app until the learner leaves; returns the exit code.

    minutes: length of a session, None for what was set last. wish: what the session is to be about,
    where `start` is "study". Raises a Fault before the screen is touched if the folder can't be
    opened.
    """
    # Nothing that is made before the first paint becomes garbage: looking for it costs 20 ms.
    gc.disable()
    with open_desk(folder, clock, new_id, say_why_it_takes_long, note) as desk:
        planned = planned_minutes(desk) if minutes is None else minutes
        session = open_session(desk, planned, wish, at_once=True) if start == "study" else None
        app = CssprepApp(desk, planned, session)
        app.run()
    if app.last_words:
        raise Fault(app.last_words)
    return app.return_code or 0
