"""Where marks are missing, by topic and by paper, and a session on what is weak."""

from __future__ import annotations

from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from tui.app.answers.line import Line
from tui.app.clean import clean_line
from tui.app.going import GoBrowse, GoHome, GoStudy
from tui.app.heights import HEIGHTS
from tui.app.lines import page
from tui.app.marks import QUIET, UNSURE
from tui.app.screens.topic_figures import (
    HEADS,
    TITLES,
    Figures,
    View,
    count_slipping,
    read_figures,
)
from tui.app.screens.topic_keys import KEYS
from tui.app.telling import telling_all
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.row_list import RowList
from tui.app.widgets.topic_lines import Table, heading_lines, row_line
from tui.app.widgets.topic_words import (
    MEANINGS,
    ORDERS,
    Slipping,
    bottom_words,
    detail_lines,
    legend,
    plain_date,
)
from tui.fault import Fault
from tui.study.desk import Desk
from tui.study.exam_day import DAYS_AHEAD, exam_day, set_exam_day
from tui.study.topics import Sort, TopicStanding
from tui.study.typed_day import typed_day
from tui.study.wish import Wish

WIDEST = 160
WITH_ORDER = 50
"""Cells from which the header says the order of the rows."""
ASK_DAY = "Exam day, such as 10 Feb 2027 or 2027-02-10; nothing takes it back:"


class TopicsScreen(Screen[None]):
    """Topics as a tree, or papers; a worker reads them, and again whenever they may be others."""

    DEFAULT_CSS = """
    TopicsScreen { align-horizontal: center; }
    TopicsScreen > * { max-width: 160; }
    TopicsScreen > Static { padding: 0 1; height: auto; }
    TopicsScreen > .headings { margin: 1 0 0 0; }
    TopicsScreen.-short > .headings, TopicsScreen.-tiny > .headings { margin: 0; }
    TopicsScreen > Line { margin: 0 1; display: none; }
    TopicsScreen.-typing > Line { display: block; }
    TopicsScreen > RowList { padding: 0 0 0 1; overflow-x: hidden; }
    TopicsScreen > .detail { margin: 1 0 0 0; }
    TopicsScreen.-tiny > .detail, TopicsScreen.-tiny > .legend { display: none; }
    TopicsScreen.-typing > .legend { display: block; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    class Read(Message):
        """The figures have been read; `reading` says by which worker."""

        def __init__(self, reading: int, figures: Figures | None) -> None:
            super().__init__()
            self.reading = reading
            self.figures = figures

    class Counted(Message):
        """What keeps slipping has been counted."""

        def __init__(self, slipping: Slipping) -> None:
            super().__init__()
            self.slipping = slipping

    def __init__(self, desk: Desk, minutes: int) -> None:
        super().__init__()
        self.desk = desk
        self.minutes = minutes
        self.view: View = "topics"
        self.order: Sort = "marks-per-minute"
        self.figures: Figures | None = None
        self.slipping: Slipping | None = None
        self.reading = 0
        self.failed = False
        self.at: dict[View, str] = {"topics": "", "papers": ""}
        self.header_line = HeaderLine(Content.styled(TITLES["topics"], "bold"))
        self.legend = Static(markup=False, classes="legend")
        self.line = Line("no exam day")
        self.headings = Static(markup=False, classes="headings")
        self.list = RowList(self.draw)
        self.detail = Static(markup=False, classes="detail")
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, what the figures are, the rows, one of them whole, the keys."""
        yield self.header_line
        yield self.legend
        yield self.line
        yield self.headings
        yield self.list
        yield self.detail
        yield self.key_line

    # --- reading

    def on_mount(self) -> None:
        """Paints first, then reads."""
        self.line.disabled = True
        self.key_line.say(Content.styled("Reading …", QUIET))

    def on_screen_resume(self) -> None:
        """Reads, at first and whenever something may be otherwise; not again after a failure."""
        if not self.failed:
            self.call_after_refresh(self.read)
        self.failed = False

    def read(self) -> None:
        """Sends a worker; what those sent before it find is not shown any more."""
        self.reading += 1
        self.read_figures(self.reading, self.order)

    @work(thread=True, exit_on_error=False)
    def read_figures(self, reading: int, order: Sort) -> None:
        """Reads the figures, then counts what keeps slipping, on a desk of its own."""
        figures: Figures | None = None
        with telling_all(self, "The topics could not be read"), self.desk.another() as desk:
            figures = read_figures(desk, order, self.minutes)
            self.post_message(self.Read(reading, figures))
            self.post_message(self.Counted(count_slipping(desk)))
        if figures is None:
            self.post_message(self.Read(reading, None))

    def on_topics_screen_read(self, event: Read) -> None:
        """Shows the figures, unless another worker was sent meanwhile."""
        if event.reading != self.reading:
            return
        if event.figures is None:
            self.failed = True
            self.say_bottom()
            return
        self.figures = event.figures
        self.show_rows()

    def on_topics_screen_counted(self, event: Counted) -> None:
        """Says how much keeps slipping."""
        self.slipping = event.slipping
        self.say_bottom()

    # --- what is shown

    @property
    def table(self) -> Table | None:
        """The rows that are looked at."""
        return self.figures.tables[self.view] if self.figures is not None else None

    @property
    def current(self) -> TopicStanding | None:
        """The topic or paper at the cursor."""
        table = self.table
        return table.rows[self.list.at] if table is not None and table.rows else None

    def show_rows(self) -> None:
        """Shows the rows, the cursor at the one where it was."""
        table = self.table
        if table is None:
            return
        wanted = self.at[self.view]
        at = next((n for n, row in enumerate(table.rows) if row.id == wanted), 0)
        self.list.show(len(table.rows), at)
        self.paint_around()
        self.say_bottom()

    def paint_around(self) -> None:
        """All but the rows, at the present width."""
        figures, table = self.figures, self.table
        if figures is None or table is None or not self.size.width:
            return
        width = max(20, min(self.size.width, WIDEST) - 2)
        title = Content.styled(TITLES[self.view], "bold")
        order = ORDERS[self.order] if width >= WITH_ORDER and table.rows else ""
        self.header_line.show([title], Content.styled(order, QUIET), 0)
        # The list has a scroll bar at its right.
        heads = heading_lines(table, HEADS[self.view], width - 1) if table.rows else []
        self.headings.update(page(heads))
        if not self.is_typing:
            said = legend(figures.report, figures.was_set, width)
            self.legend.update(said if table.rows else Content(self.nothing()))
        self.paint_detail()

    def nothing(self) -> str:
        """Why there are no rows."""
        if self.view == "papers" and self.figures is not None and self.figures.report.topics:
            return "No topic says which paper of the exam it counts for."
        banks = clean_line(self.desk.folder.banks.name)
        return f"There are no questions yet: put a question bank, a .yaml file, into {banks}."

    def paint_detail(self) -> None:
        """The row at the cursor, whole."""
        topic = self.current
        lines: list[Content] = []
        if topic is not None and self.figures is not None:
            self.at[self.view] = topic.id
            width = max(20, min(self.size.width, WIDEST) - 2)
            lines = detail_lines(topic, self.figures.report, width)
        self.detail.update(page(lines))
        self.refresh_bindings()

    def say_bottom(self) -> None:
        """What a session would win, and what keeps slipping, above the keys."""
        figures = self.figures
        words = ""
        if figures is None:
            words = "Nothing could be read" if self.failed else "Reading …"
        elif not figures.report.topics:
            words = "No questions"
        elif self.slipping is not None or not figures.answers:
            slipping = self.slipping or Slipping(0, 0)
            words = bottom_words(figures.answers, self.minutes, figures.prospect, slipping)
        self.key_line.say(Content.styled(words, QUIET))

    def on_resize(self, event: events.Resize) -> None:
        """Fits all into the new width."""
        self.paint_around()

    def draw(self, place: int, width: int, at_cursor: bool) -> Content:
        """The line of one row."""
        table = self.table
        return Content("") if table is None else row_line(table, place, width, at_cursor)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The keys that are no bindings."""
        return (("Enter", "set"),) if self.is_typing else ()

    def key_words(self, name: str) -> str | None:
        """Tab leads to what is not shown; Esc leaves the exam day as it was."""
        if name == "topics.papers" and self.view == "papers":
            return "topics"
        if name == "topics.home" and self.is_typing:
            return "leave it"
        return None

    def more_help(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What the columns mean."""
        return "What the figures are", MEANINGS

    # --- what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean anything now."""
        if action in {"study", "browse"}:
            return not self.is_typing and self.current is not None
        if action in {"weak", "order", "other"}:
            rows = self.figures is not None and bool(self.figures.report.topics)
            return not self.is_typing and rows
        return not (self.is_typing and action == "exam")

    def on_row_list_moved(self) -> None:
        """Another row is at the cursor."""
        self.paint_detail()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A click on the row at the cursor."""
        self.action_study()

    def action_study(self) -> None:
        """Asks what is weak in the row at the cursor."""
        topic = self.current
        if topic is None:
            return
        if topic.won <= 0:
            self.notify(f"{clean_line(topic.title)}: nothing to win today.", markup=False)
        elif self.view == "papers":
            self.post_message(GoStudy(wish=Wish(weak=True, filter=f"paper:{topic.id}")))
        else:
            self.post_message(GoStudy(wish=Wish(weak=True, topic=topic.id)))

    def action_weak(self) -> None:
        """Asks what is weak, of everything."""
        if self.figures is not None and self.figures.prospect.questions:
            self.post_message(GoStudy(wish=Wish(weak=True)))
        else:
            self.notify("Nothing to win today.", markup=False)

    def action_other(self) -> None:
        """From topics to papers, and back."""
        self.view = "papers" if self.view == "topics" else "topics"
        self.show_rows()

    def action_order(self) -> None:
        """Another order, from the top."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.at = {"topics": "", "papers": ""}
        self.read()

    def action_browse(self) -> None:
        """Looks through the questions of the row at the cursor."""
        topic = self.current
        if topic is not None:
            self.post_message(GoBrowse(f"{HEADS[self.view]}:{topic.id} "))

    def action_go(self, step: int) -> None:
        """Moves the cursor."""
        self.list.go(step)

    def action_page(self, pages: int) -> None:
        """Moves the cursor by a page."""
        self.action_go(pages * self.list.page_size)

    def action_end(self, way: int) -> None:
        """To the first row, or to the last."""
        self.action_go(way * self.list.rows)

    def action_leave(self) -> None:
        """Goes home, or leaves the exam day as it was."""
        if self.is_typing:
            self.stop_typing()
        else:
            self.post_message(GoHome())

    # --- the exam day

    @property
    def is_typing(self) -> bool:
        """Whether the exam day is being typed."""
        return self.has_class("-typing")

    def action_exam(self) -> None:
        """Opens the line in which the exam day is typed."""
        was_set = self.figures.was_set if self.figures is not None else exam_day(self.desk)
        self.line.put(plain_date(was_set) if was_set else "")
        self.line.disabled = False
        self.add_class("-typing")
        self.line.focus()
        self.legend.update(ASK_DAY)
        self.refresh_bindings()

    def stop_typing(self) -> None:
        """Closes the line."""
        self.remove_class("-typing")
        self.line.disabled = True
        self.set_focus(None)
        self.paint_around()
        self.refresh_bindings()

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Keeps the exam day, or says why it can't be one."""
        event.stop()
        try:
            day = typed_day(self.line.value)
            set_exam_day(self.desk, day)
        except Fault as fault:
            self.legend.update(Content.styled(clean_line(str(fault)), UNSURE))
            return
        self.stop_typing()
        if day is None:
            self.notify(f"No exam day: figures look {DAYS_AHEAD} days ahead.", markup=False)
        else:
            self.notify(f"The exam is on {plain_date(day)}.", markup=False)
        self.read()
