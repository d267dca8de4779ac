"""The plan: exam day, minutes and days off; what they can reach, the forecast, the days."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from tui.app.answers.line import Line
from tui.app.clean import clean_line
from tui.app.going import GoHome
from tui.app.lines import page, shortened, text, wrapped
from tui.app.marks import QUIET, UNSURE
from tui.app.screens.parts import AROUND, WIDEST, PartsScreen
from tui.app.screens.plan_keys import KEYS
from tui.app.telling import telling, telling_all
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.plan_lines import BLANK, week_line
from tui.app.widgets.plan_parts import PARTS, at_once, picture_lines, table_of
from tui.app.widgets.side_by_side import tabs
from tui.clock import today
from tui.fault import Fault
from tui.study.desk import Desk
from tui.study.exam.exam_words import Ways, exam_line, written
from tui.study.exam.plan_report import PlanReport
from tui.study.exam.plan_words import can_be_done, weight_words
from tui.study.exam.rules import CHECK
from tui.study.exam.study_plan import WEEKDAYS, StudyPlan, keep, study_plan
from tui.study.minutes import DAYS_A_WEEK, MOST, planned_minutes
from tui.study.typed_day import typed_day

STEP = 5
"""Minutes that one key press adds or takes off."""
SETTLED = 0.3
"""Seconds without another change after which the figures are reckoned anew."""
SENTENCES = 4
"""Rows that the sentences take at most, on a small screen."""
WAYS = Ways(exam="x sets one", minutes="+ makes them longer, Space takes a day back")
ASK_DAY = "Exam day, such as 10 Feb 2027 or 2027-02-10; nothing takes it back:"


class PlanScreen(PartsScreen):
    """Paints first; a worker reckons step by step, and again after each change.

    at: the place in `PARTS` of the part that the keys are about. day: the weekday at hand.
    """

    DEFAULT_CSS = """
    PlanScreen > .asking { height: auto; display: none; }
    PlanScreen > Line { margin: 0 1; display: none; }
    PlanScreen.-typing > Line, PlanScreen.-typing > .asking { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    class Read(Message):
        """As much as is known by now has been read; `reading` says by which worker."""

        def __init__(self, reading: int, report: PlanReport | None, done: bool) -> None:
            super().__init__()
            self.reading = reading
            self.report = report
            self.done = done

    def __init__(self, desk: Desk) -> None:
        super().__init__(len(PARTS))
        self.desk = desk
        self.plan: StudyPlan = study_plan(desk)
        self.began_with = self.plan.minutes
        self.report: PlanReport | None = None
        self.day = today(desk.clock).weekday()
        self.reading = 0
        self.done = False
        self.failed = False
        self.waiting: Timer | None = None
        self.header_line = HeaderLine(Content.styled("Plan", "bold"))
        self.asking = Static(markup=False, classes="asking")
        self.line = Line("no exam day")
        self.words = Static(markup=False)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header with the names of the parts, the words and the parts, the keys."""
        yield self.header_line
        yield self.asking
        yield self.line
        yield self.words
        yield self.key_line

    # --- reading

    def on_mount(self) -> None:
        """Paints first, then reads."""
        self.line.disabled = True
        self.call_after_refresh(self.read)

    def read(self) -> None:
        """Sends a worker; what those sent before it find is not shown any more."""
        self.reading += 1
        self.done = self.failed = False
        self.reckon(self.reading)
        self.paint()

    @work(thread=True, exit_on_error=False)
    def reckon(self, reading: int) -> None:
        """Reckons step by step on a desk of its own, as long as nobody wants something else."""
        from tui.study.exam.plan_reading import plan_reports
        from tui.study.exam.simulation import StoppedError

        report: PlanReport | None = None
        with telling_all(self, "The plan could not be reckoned"), self.desk.another() as desk:
            # A StoppedError is nothing to tell of: something else is being reckoned.
            with suppress(StoppedError):
                for report in plan_reports(desk, lambda: reading != self.reading):
                    self.post_message(self.Read(reading, report, done=False))
                self.post_message(self.Read(reading, report, done=True))
            return
        self.post_message(self.Read(reading, None, done=True))

    def on_plan_screen_read(self, event: Read) -> None:
        """Shows what is known, unless another worker was sent meanwhile."""
        if event.reading != self.reading:
            return
        self.done, self.failed = event.done, event.report is None
        if event.report is not None:
            self.report = event.report
        self.paint()

    # --- painting

    def on_resize(self, event: events.Resize) -> None:
        """Fits everything into the new room."""
        self.paint()

    def paint(self) -> None:
        """Draws everything anew, as it is known now."""
        width = min(self.size.width, WIDEST) - 2
        rows = self.size.height - AROUND - (2 if self.is_typing else 0)
        if width < 1 or rows < 1:
            return
        head = self.head(width, rows)
        body = rows - len(head)
        self.paint_header(width, body)
        self.words.update(page([*head, *self.body(width, body)]))
        self.key_line.say(self.about())
        self.refresh_bindings()

    def paint_header(self, width: int, rows: int) -> None:
        """The names of all parts, as far as there is room for them, and how far the exam is."""
        right = Content.styled(exam_line(self.plan.exam, today(self.desk.clock)), QUIET)
        title = Content.styled("Plan", "bold")
        shown = [self.at] if self.as_table else at_once(self.at, width, rows)
        names = tabs([part.short for part in PARTS], self.at, shown, " ")
        whole = Content.assemble(title, "  ", names)
        which = Content.styled(f", {self.at + 1} of {len(PARTS)}", "bold")
        if whole.cell_length + right.cell_length + 2 > width and whole.cell_length <= width:
            right = BLANK
        self.header_line.show([whole, Content.assemble(title, which)], right, 0)

    def head(self, width: int, rows: int) -> list[Content]:
        """What can be done at all, and the week; less of it where there is little room."""
        lines: list[Content] = []
        if self.report is not None:
            sentences = can_be_done(self.report, WAYS)
            if self.report.exam is not None and self.report.days > 1:
                # The header says when the exam is.
                sentences = sentences[1:]
            said = wrapped(text(" ".join(sentences) or self.busy()), width)
            most = max(1, min(SENTENCES if rows < 2 * SENTENCES + 12 else rows, rows // 4))
            if len(said) > most:
                said = [*said[: most - 1], shortened(Content(" ").join(said[most - 1 :]), width)]
            lines += said
        else:
            lines.append(Content.styled(self.busy(), QUIET))
        week = [week_line(self.plan, self.day, width)]
        weights = weight_words(self.plan)
        if weights and rows >= 30:
            week.append(shortened(text(f"Weights: {weights}", QUIET), width))
        return [*lines, *week] if rows < 16 else [*lines, BLANK, *week, BLANK]

    def body(self, width: int, rows: int) -> list[Content]:
        """The pictures or the table, as far as there is room from `top` on."""
        if self.report is None or rows < 1:
            return []
        head: list[Content] = []
        if self.as_table:
            head, lines = table_of(self.report, self.at, width)
            if len(head) > rows // 2:
                head, lines = [], [*head, *lines]
        else:
            lines = picture_lines(self.report, self.at, width, rows)
        return self.scrolled(head, lines, rows)

    def busy(self) -> str:
        """What is going on where there is nothing to show."""
        return "Nothing could be reckoned." if self.failed else "Reckoning …"

    def about(self) -> Content:
        """What is still being reckoned, where in a long part one is, or whence pass marks are."""
        if not self.done:
            return Content.styled("Reckoning …", QUIET)
        if self.failed:
            return Content.styled(self.busy(), UNSURE)
        return self.place_in_part() or Content.styled(CHECK, QUIET)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The keys that are no bindings of their own."""
        if self.is_typing:
            return (("Enter", "set"),)
        return (("←→", "day"), ("Tab", "part"))

    def key_words(self, name: str) -> str | None:
        """What a key does just now."""
        if name == "plan.table" and self.as_table:
            return "picture"
        if name == "plan.day_off" and not self.plan.minutes[self.day]:
            return "on"
        if name == "plan.home" and self.is_typing:
            return "leave it"
        return None

    # --- the keys that look

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the exam day is typed, only leaving works."""
        if self.is_typing:
            return action == "leave" or action not in OWN
        return True

    def action_leave(self) -> None:
        """Goes home, or leaves the exam day as it was."""
        if self.is_typing:
            self.stop_typing()
        else:
            self.reading += 1
            minutes = planned_minutes(self.desk) if self.plan.minutes != self.began_with else None
            self.post_message(GoHome(minutes))

    # --- the keys that change the plan

    def change(self, plan: StudyPlan) -> None:
        """Keeps `plan`, shows it, and has it reckoned once no other change follows."""
        with telling(self):
            keep(self.desk, plan)
            self.plan = plan
            self.reading += 1
            self.done = False
            if self.waiting is not None:
                self.waiting.stop()
            self.waiting = self.set_timer(SETTLED, self.read)
        self.paint()

    def action_weekday(self, step: int) -> None:
        """To the next weekday, or to the one before."""
        self.day = (self.day + step) % DAYS_A_WEEK
        self.paint()

    def action_minutes(self, steps: int) -> None:
        """More or fewer minutes on every day of study."""
        more = steps * STEP
        plan = self.plan
        if not any(plan.minutes):
            week = (max(0, more),) * DAYS_A_WEEK
        else:
            # No day of study becomes a day off by this.
            week = tuple(
                min(MOST, max(STEP, minutes + more)) if minutes else 0 for minutes in plan.minutes
            )
        self.change(replace(plan, minutes=week))

    def action_day_minutes(self, steps: int) -> None:
        """More or fewer minutes on the weekday at hand."""
        minutes = min(MOST, max(0, self.plan.minutes[self.day] + steps * STEP))
        self.change(self.plan.with_day(self.day, minutes))

    def action_day_off(self) -> None:
        """Makes the weekday at hand a day off, or one with the usual minutes."""
        minutes = 0 if self.plan.minutes[self.day] else self.plan.usual or 4 * STEP
        self.change(self.plan.with_day(self.day, minutes))
        name = WEEKDAYS[self.day]
        if not any(self.plan.minutes):
            self.notify(f"{name} is a day off, as all others are.", markup=False)

    # --- the exam day

    @property
    def is_typing(self) -> bool:
        """Whether the exam day is being typed."""
        return self.has_class("-typing")

    def action_exam(self) -> None:
        """Opens the line in which the exam day is typed."""
        self.line.put(written(self.plan.exam) if self.plan.exam else "")
        self.line.disabled = False
        self.add_class("-typing")
        self.asking.update(ASK_DAY)
        self.line.focus()
        self.paint()

    def stop_typing(self) -> None:
        """Closes the line."""
        self.remove_class("-typing")
        self.line.disabled = True
        self.set_focus(None)
        self.paint()

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Keeps the exam day, or says why it can't be one."""
        event.stop()
        try:
            day = typed_day(self.line.value)
            if day != self.plan.exam:
                keep(self.desk, replace(self.plan, exam=day))
        except Fault as fault:
            self.asking.update(Content.styled(clean_line(str(fault)), UNSURE))
            return
        self.plan = replace(self.plan, exam=day)
        self.stop_typing()
        said = "No exam day." if day is None else f"The exam is on {written(day)}."
        self.notify(said, markup=False)
        self.read()


OWN = frozenset(
    {
        "exam",
        "minutes",
        "day_off",
        "day_minutes",
        "table",
        "go",
        "part",
        "weekday",
        "scroll",
        "page",
    }
)
"""The actions of this screen that do nothing while the exam day is typed."""
