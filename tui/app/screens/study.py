"""The screen on which one studies: a question, its answer, the verdict with its proof."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from tui.app.answers.answer_input import AnswerInput
from tui.app.drafts import Drafts
from tui.app.going import READER, Failed, GoHome, GoRead, GoSummary
from tui.app.heights import HEIGHTS
from tui.app.marks import UNSURE
from tui.app.screens.study_keys import STUDY_KEYS, key_words, works
from tui.app.steps import Steps, Then
from tui.app.stopwatch import Stopwatch
from tui.app.telling import telling, telling_all
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.question_page import QuestionPage
from tui.app.widgets.study_words import due_words, place_words, where_words
from tui.clock import Clock, today
from tui.fault import Fault
from tui.kinds.question import Answer
from tui.study.queued import Queue, Stage
from tui.study.saved_row import MovedOnError
from tui.study.session import Session
from tui.study.states import Asked, Finished, Reading, Shown, State

MINUTE_EVERY = 10.0
"""Seconds between two looks at the clock for the minutes in the header."""
NARROW = 60
"""Cells below which the header is shortened."""
SURE = "Enter once more: I don't know"

WAITING = "Another program holds progress.db: waiting for it …"
NOT_KEPT = "What you typed here is not kept yet: the editor has to wait."
NOT_LEFT = "What you typed here is not kept yet. Esc once more leaves without it."

HELD = "Your answer stands where you gave it: Enter tries again."
PASSAGE = "passage"
"""What stands for the kind of question where its passage is to be read."""
PARKED = "Parked. It is asked again once you take it out: browse, Enter, k."

GONE = "That question can't be asked as it is written now."
STANDS = "The question stays as it was last read."


class StudyScreen(Screen[None]):
    """One session: what the learner does is written by the session before it is shown."""

    DEFAULT_CSS = """
    StudyScreen { align-horizontal: center; }
    StudyScreen > * { max-width: 106; }
    StudyScreen.-tall QuestionPage { padding: 2 0 1 1; }
    StudyScreen.-tall Skeleton { height: 18; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = list(STUDY_KEYS)

    class Planned(Message):
        """The session's questions have been chosen."""

        def __init__(self, queue: Queue) -> None:
            super().__init__()
            self.queue = queue

    def __init__(self, session: Session, state: Asked | Reading | Shown, clock: Clock) -> None:
        super().__init__()
        self.session = session
        self.state: Asked | Reading | Shown = state
        self.clock = clock
        self.stopwatch = Stopwatch(clock)
        self.drafts = Drafts(self, self.keep_draft)
        self.steps = Steps(session, self, self.say_it_waits)
        self.header_line = HeaderLine()
        self.page = QuestionPage(state)
        self.key_line = KeyLine()
        self.sure = False
        self.leaves_without: Answer | None = None
        self.keys_mean: object = None

    def compose(self) -> ComposeResult:
        """The header, the question, the keys."""
        yield self.header_line
        yield self.page
        yield self.key_line

    def on_mount(self) -> None:
        """Gives the keys to the input; from then on only the minutes move on their own."""
        self.paint_around()
        if isinstance(self.state, Asked):
            self.page.current.take_focus()
        self.set_interval(MINUTE_EVERY, self.paint_header)
        if self.session.more_comes:
            self.call_after_refresh(self.plan_rest)

    @work(thread=True, exit_on_error=False)
    def plan_rest(self) -> None:
        """Chooses the other questions of the session while the first one is read."""
        with telling_all(self, "The questions of this session could not be chosen"):
            self.post_message(self.Planned(self.session.plan_rest()))

    def on_study_screen_planned(self, event: Planned) -> None:
        """Counts what was chosen in, and leaves the question as it stands."""
        with telling(self):
            state = self.session.take_in(event.queue)
            if not isinstance(state, Finished):
                self.state = state
                self.paint_header()

    def on_resize(self, event: events.Resize) -> None:
        """Says as much in the header as there is room for."""
        self.paint_header()

    def on_unmount(self) -> None:
        """Whatever ends the screen, what was typed is kept."""
        self.drafts.flush()
        self.drafts.drop()

    # --- what is said around the question

    @property
    def asked(self) -> Asked:
        """The question on the screen."""
        return self.state if isinstance(self.state, Asked) else self.state.asked

    def paint_header(self) -> None:
        """The topic, the kind, the place in the session, the minutes."""
        asked = self.asked
        spent = self.session.seconds
        if not isinstance(self.state, Shown):
            spent += self.stopwatch.seconds
        done = asked.place - (not isinstance(self.state, Shown))
        kind = PASSAGE if isinstance(self.state, Reading) else self.page.current.WORDS
        self.header_line.show(
            where_words(asked, kind),
            place_words(asked, spent, self.session.minutes, self.size.width < NARROW),
            done / max(1, asked.of),
        )

    def paint_around(self) -> None:
        """The header, and the words above the keys."""
        self.paint_header()
        words = Content("")
        if isinstance(self.state, Shown):
            words = due_words(self.state, today(self.clock))
        elif self.sure:
            words = Content.styled(SURE, UNSURE)
        self.key_line.say(words)
        self.refresh_bindings()

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Keys that are no bindings of their own: those of the input, and those that scroll."""
        if isinstance(self.state, Asked):
            return self.page.current.ways()
        return (("↑↓", "scroll"),) if self.page.max_scroll_y else ()

    def key_words(self, name: str) -> str | None:
        """What the key line calls the binding `name` now."""
        if name == "verdict.passage" and self.page.whole:
            return "trim passage"
        if name == "study.home" and self.session.wish.chosen:
            return "back"
        return key_words(self.state, name)

    # --- from one state to the next

    async def go(
        self, step: Callable[[], State | None], held: str = "", then: Then | None = None
    ) -> None:
        """Takes a step of the session and shows what comes of it; a fault is told instead.

        held: what to say of the learner's work where it could not be recorded. then: what to do
        with the state that it comes to, instead of showing it.
        """
        await self.steps.take(step, then or self.come_to, lambda fault: self.failed(fault, held))

    async def failed(self, fault: Fault, held: str) -> None:
        """Tells that a step failed, and goes where the session stands."""
        if self.session.state is not self.state:
            # Another window went on with the session.
            await self.show(self.session.state)
            held = ""
        self.post_message(Failed(Fault(fault.message, f"{fault.advice} {held}".strip())))

    async def come_to(self, state: State | None) -> None:
        """Shows `state`; None where there was no step to take back."""
        if state is None:
            self.notify("There is nothing left to take back in this session.", markup=False)
        else:
            await self.show(state)

    def say_it_waits(self, waits: bool) -> None:
        """Says that a step waits for another program, or nothing of it any more."""
        if waits:
            self.key_line.say(Content.styled(WAITING, UNSURE))
        else:
            self.paint_around()

    async def show(self, state: State) -> None:
        """Shows `state`: a question, a verdict, or the summary on its own screen."""
        self.drafts.drop()
        if isinstance(state, Finished):
            self.post_message(GoSummary(self.session, state.summary))
            return
        same_question = isinstance(self.state, Shown) and isinstance(state, Shown)
        # What was read belongs to the answer that follows.
        is_easier = isinstance(state, Asked) and state.stage is Stage.EASIER
        goes_on = isinstance(self.state, Reading) and is_easier
        self.state, self.sure = state, False
        with self.app.batch_update():
            if not isinstance(state, Asked):
                self.set_focus(None)
            if same_question and isinstance(state, Shown):
                self.page.repaint(state)
            else:
                await self.page.show(state)
            if not (isinstance(state, Shown) or goes_on):
                self.stopwatch.restart()
            if isinstance(state, Asked):
                self.page.current.take_focus()
            self.paint_around()

    @on(AnswerInput.Submitted)
    async def answered(self, event: AnswerInput.Submitted) -> None:
        """Grades the answer; an empty one only when Enter is pressed twice."""
        event.stop()
        if not isinstance(self.state, Asked):
            return
        if not any(given.strip() for given in event.answer) and not self.sure:
            self.sure = True
            self.paint_around()
            return
        self.stopwatch.touch()
        seconds = self.stopwatch.seconds
        await self.go(lambda: self.session.answer(event.answer, seconds), HELD)

    @on(AnswerInput.Changed)
    def changed(self, event: AnswerInput.Changed) -> None:
        """Keeps what is typed so far."""
        event.stop()
        if not isinstance(self.state, Asked):
            return
        self.stopwatch.touch()
        mean = (self.page.current.ways(), any(event.draft))
        if mean != self.keys_mean:
            # Enter or ? does something else now.
            self.keys_mean = mean
            self.key_line.refresh()
        self.leaves_without = None
        self.drafts.change(event.draft, event.settled)
        if self.sure:
            self.sure = False
            self.paint_around()

    def keep_draft(self, draft: Answer) -> None:
        """Writes the draft; where another window went on, goes there."""
        try:
            with self.session.in_haste():
                self.session.keep_draft(draft)
        except MovedOnError as moved:
            self.call_later(self.show, self.session.state)
            self.notify(str(moved), severity="warning", timeout=10, markup=False)

    def on_key(self, event: events.Key) -> None:
        """Any key says that somebody is there."""
        self.stopwatch.touch()

    # --- what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean anything now."""
        if action == "verdict" and isinstance(self.state, Asked):
            return False
        if parameters == ("read",) and any(s.id == READER for s in self.app.screen_stack):
            return False
        if action in {"verdict", "ask"}:
            trimmed = self.page.trimmed or self.page.whole
            return works(self.state, str(parameters[0]), trimmed)
        return True

    async def action_verdict(self, command: str) -> None:
        """Does what a key of the verdict is for."""
        match command:
            case "next":
                await self.go(self.session.go_on)
            case "right" | "remember":
                self.page.kept = command == "remember"
                await self.go(lambda: self.session.was_right(command == "remember"))
            case "guessed":
                await self.go(self.session.guessed)
            case "easy":
                await self.go(self.session.too_easy)
            case "read":
                self.post_message(GoRead(self.asked.ref, may_ask=False))
            case "count":
                await self.go(self.session.count)
            case "park":
                await self.park()
            case "passage":
                self.page.toggle_whole()
                self.paint_around()
            case _:
                await self.action_ask(command)

    async def action_ask(self, command: str) -> None:
        """Does what a key is for that works before the answer, too."""
        match command:
            case "skip":
                await self.go(self.session.skip)
            case "hint":
                self.page.toggle_hint()
            case "flag":
                await self.flag()
            case "undo":
                await self.undo()
            case "edit":
                await self.edit()

    async def flag(self) -> None:
        """Flags the question or takes its flag off; what is typed stays."""
        self.drafts.flush()
        await self.go(self.session.flag, then=self.flagged)

    async def flagged(self, state: State | None) -> None:
        """Shows the flag in the header."""
        if not (state is None or isinstance(state, Finished)):
            self.state = self.page.state = state
            self.paint_header()

    async def park(self) -> None:
        """Parks the question, or takes it out again; where its passage is shown, goes on."""
        was_read = isinstance(self.state, Reading)
        await self.go(self.session.park, then=self.parked if was_read else None)

    async def parked(self, state: State | None) -> None:
        """Says what was done with the question that is gone from the screen."""
        await self.come_to(state)
        self.notify(PARKED, markup=False)

    async def undo(self) -> None:
        """Takes back what was typed; where nothing was, the last step."""
        if isinstance(self.state, Asked) and self.page.untype():
            self.drafts.change(self.page.current.draft(), at_once=True)
        else:
            await self.go(self.session.undo)

    async def edit(self) -> None:
        """Opens the question in the learner's editor and takes the change in."""
        if not self.drafts.flush():
            # The question is painted anew afterwards, with the draft that is kept.
            self.notify(NOT_KEPT, severity="warning", markup=False)
            return
        from tui.app.editor import edit
        from tui.study.editing import broken

        place, before = self.session.file_place(), self.asked
        errors = self.session.errors_in(place[0]) if place is not None else ()
        try:
            edit(self.app, place)
        except Fault as fault:
            self.post_message(Failed(fault))
            return

        async def reloaded(state: State | None) -> None:
            await self.come_to(state)
            said = broken(errors, self.session.errors_in(place[0])) if place is not None else ""
            if self.asked.ref != before.ref:
                said = f"{GONE} {said}" if said else GONE
            elif said and self.asked.question == before.question:
                said = f"{said} {STANDS}"
            if said:
                self.notify(said, severity="warning", timeout=10, markup=False)

        await self.go(self.session.reload, then=reloaded)

    def action_leave(self) -> None:
        """Leaves for Home; the session stays where it is.

        Where what is typed can't be kept, it is left only when that is asked for twice.
        """
        draft = self.page.current.draft() if isinstance(self.state, Asked) else ()
        if self.drafts.flush() or self.leaves_without == draft:
            self.app.clear_notifications()
            self.post_message(GoHome())
        else:
            self.leaves_without = draft
            self.notify(NOT_LEFT, severity="warning", timeout=10, markup=False)

    def action_scroll(self, rows: int) -> None:
        """Scrolls the page by so many rows."""
        self.page.scroll_relative(y=rows, animate=False)
