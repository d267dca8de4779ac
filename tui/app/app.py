"""The app: which screen is on, and how one gets from one to the other."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from tui.app.going import Failed, GoBrowse, GoDetail, GoHome, GoStudy, GoSummary
from tui.app.keymap import FILE, config_folder, read_keymap
from tui.app.telling import telling
from tui.clock import Clock
from tui.fault import Fault
from tui.study.desk import Desk, open_desk
from tui.study.folder import StudyFolder
from tui.study.minutes import planned_minutes
from tui.study.opening import open_session
from tui.study.session import Session
from tui.study.states import Finished

if TYPE_CHECKING:
    from textual.command import Provider

THEME = "theme"
"""The name under which the learner's theme is kept."""
FEW_COLOURS = frozenset({None, "standard", "windows"})
FUNCTION_KEY = re.compile(r"f\d+")
KEY_NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "minus": "−"}


def key_commands() -> type[Provider]:
    """The palette's commands, imported when it is opened."""
    from tui.app.commands import KeyCommands

    return KeyCommands


class CssprepApp(App[None]):
    """Shows one screen at a time; what is studied goes through `desk`.

    session: what to begin with; Home, where it is None.
    """

    TITLE = "cssprep"
    NOTIFICATION_TIMEOUT = 4.0
    COMMANDS = App.COMMANDS | {key_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1", "help", "help", id="app.help", tooltip="Shows all keys and signs."
        ),
    ]

    def __init__(self, desk: Desk, minutes: int, session: Session | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.minutes = minutes
        self.session = session
        self.last_words = ""
        self._keymap_fault: Fault | None = None
        self.choose_theme()
        try:
            self.own_keys = read_keymap(config_folder() / FILE)
            self.set_keymap(self.own_keys)
        except Fault as fault:
            self.own_keys, self._keymap_fault = {}, fault

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
        self.run_worker(warm_up, thread=True, exit_on_error=False)
        if self.own_keys:
            from tui.app.key_names import check_keys

            try:
                check_keys(config_folder() / FILE, self.own_keys)
            except Fault as fault:
                self._keymap_fault = fault
        if self._keymap_fault is not None:
            self.notify(str(self._keymap_fault), severity="warning", timeout=10, markup=False)

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
        if isinstance(session.state, Finished):
            if not session.state.summary.answered:
                return self.home_screen()
            from tui.app.screens.summary import SummaryScreen

            return SummaryScreen(session, session.state.summary, self.desk.clock)
        from tui.app.screens.study import StudyScreen

        return StudyScreen(session, session.state, self.desk.clock)

    def on_go_home(self, event: GoHome) -> None:
        """To Home."""
        self.switch_screen(self.home_screen())

    def on_go_study(self, event: GoStudy) -> None:
        """To a session: the one given, or the one that waits."""
        if event.minutes is not None:
            self.minutes = event.minutes
        with telling(self):
            session = event.session or open_session(self.desk, self.minutes)
            self.switch_screen(self.session_screen(session))

    def on_go_summary(self, event: GoSummary) -> None:
        """To the summary of a session."""
        self.switch_screen(self.session_screen(event.session))

    def on_go_browse(self, event: GoBrowse) -> None:
        """To all the questions."""
        from tui.app.screens.browse import BrowseScreen

        self.switch_screen(BrowseScreen(self.desk))

    def on_go_detail(self, event: GoDetail) -> None:
        """To one question, above the screen that asks for it."""
        from tui.app.screens.detail import DetailScreen

        self.push_screen(DetailScreen(self.desk, event.ref))

    def on_failed(self, event: Failed) -> None:
        """Tells what went wrong; one thing at a time."""
        from tui.app.screens.trouble import TroubleScreen

        if isinstance(self.screen, TroubleScreen):
            self.notify(str(event.fault), severity="error", markup=False)
        else:
            self.push_screen(TroubleScreen(event.fault))

    def action_help(self) -> None:
        """Help on the keys that work on this screen, and on all others."""
        from tui.app.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen, self.own_keys, config_folder() / FILE))

    # --- keys and failures

    def get_key_display(self, binding: Binding) -> str:
        """Keys as the key line shows them: `^N` is Control with N."""
        if binding.key_display:
            return binding.key_display
        modifiers, key = binding.parse_key()
        if not modifiers and key in KEY_NAMES:
            return KEY_NAMES[key]
        shown = super().get_key_display(binding)
        return shown.upper() if modifiers or FUNCTION_KEY.fullmatch(key) else shown

    def _fatal_error(self) -> None:
        """Leaves with a sentence; the details go to a file, for a report to the makers."""
        error = self._exception
        if error is None:
            return super()._fatal_error()
        import traceback

        file = self.desk.folder.cache / "last-error.txt"
        where = f" The details are in {file}."
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
        except OSError:
            where = ""
        self.last_words = (
            f"cssprep met an error that it did not expect ({type(error).__name__}: {error})."
            f" Your answers are kept.{where}"
        )
        self._close_messages_no_wait()
        return None


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
    topic: str | None = None,
) -> int:
    """Runs the app until the learner leaves; returns the exit code.

    minutes: length of a session, None for what was set last. topic: study only this one, where
    `start` is "study". Raises a Fault before the screen is touched if the folder can't be opened.
    """
    # Nothing that is made before the first paint becomes garbage: looking for it costs 20 ms.
    gc.disable()
    with open_desk(folder, clock, new_id, say_why_it_takes_long) as desk:
        planned = planned_minutes(desk) if minutes is None else minutes
        session = open_session(desk, planned, topic) if start == "study" else None
        app = CssprepApp(desk, planned, session)
        app.run()
    if app.last_words:
        raise Fault(app.last_words)
    return app.return_code or 0
