"""What the log of answers says of the learner: eight parts, each as a plot and as a table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tui.app.going import GoHome
from tui.app.lines import page, wrapped
from tui.app.marks import QUIET
from tui.app.screens.parts import AROUND, WIDEST, PartsScreen, keys_of_parts
from tui.app.telling import telling_all
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.side_by_side import tabs, title_line
from tui.app.widgets.statistics_grid import at_once, grid_lines
from tui.app.widgets.statistics_parts import PARTS, Part, plot_lines
from tui.app.widgets.statistics_said import NOTHING
from tui.app.widgets.statistics_table import table_lines
from tui.study.desk import Desk
from tui.study.kept import kept
from tui.study.statistics.gathering import Statistics, statistics, statistics_at_once
from tui.study.statistics.kept import Stopped
from tui.study.statistics.words import written

BLANK = Content("")


class StatisticsScreen(PartsScreen):
    """Paints first, then reads in workers: what is known at once, then what takes a while.

    at: the place in `PARTS` of the part that the keys are about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "t",
            "table",
            "table",
            id="statistics.table",
            tooltip="Shows the figures of the part as a table, or its plot.",
        ),
        Binding(
            "right,tab",
            "go(1)",
            "next",
            id="statistics.next",
            tooltip="To the next part; 1 to 8 go to one of them.",
            show=False,
        ),
        Binding(
            "left,shift+tab",
            "go(-1)",
            "previous",
            id="statistics.previous",
            tooltip="To the part before.",
            show=False,
        ),
        Binding("escape,q", "leave", "home", id="statistics.home", tooltip="Goes home."),
        Binding("space", "page(1)", show=False),
        *keys_of_parts(len(PARTS)),
    ]

    class Read(Message):
        """As much as could be told has been read."""

        def __init__(self, found: Statistics) -> None:
            super().__init__()
            self.found = found

    class Unread(Message):
        """The log could not be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(len(PARTS))
        self.desk = desk
        self.found: Statistics | None = None
        self.reading = True
        self.header_line = HeaderLine(Content.styled("Statistics", "bold"))
        self.words = Static(markup=False)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header with the names of the parts, the parts, the keys."""
        yield self.header_line
        yield self.words
        yield self.key_line

    # --- reading

    def on_mount(self) -> None:
        """Paints first, then reads."""
        self.call_after_refresh(self.read)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read(self) -> None:
        """Reads what can be told at once, on a desk of its own."""
        with telling_all(self, "The log could not be read"), self.desk.another() as desk:
            self.post_message(self.Read(unless_kept(desk, statistics_at_once)))
            return
        self.post_message(self.Unread())

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read_all(self) -> None:
        """Reads the rest, on another desk: on a long log this takes seconds, the first time."""
        worker = get_current_worker()

        def whole(desk: Desk) -> Statistics:
            # Leaving the app waits for its threads.
            return statistics(desk, lambda: worker.is_cancelled)

        with telling_all(self, "The log could not be read"), self.desk.another() as desk:
            with suppress(Stopped):
                self.post_message(self.Read(unless_kept(desk, whole)))
            return
        self.post_message(self.Unread())

    def on_statistics_screen_read(self, event: Read) -> None:
        """Shows what is known by now, and goes for the rest."""
        self.found = event.found
        self.reading = event.found.memories is None
        if self.reading:
            self.read_all()
        self.paint()

    def on_statistics_screen_unread(self) -> None:
        """What is known stays; nothing more is waited for."""
        self.reading = False
        self.paint()

    # --- painting

    def on_resize(self, event: events.Resize) -> None:
        """Fits everything into the new room."""
        self.paint()

    @property
    def part(self) -> Part:
        """The part that the keys are about."""
        return PARTS[self.at]

    def paint(self) -> None:
        """Draws everything anew, as it is known now."""
        width = min(self.size.width, WIDEST) - 2
        rows = self.size.height - AROUND
        if width < 1 or rows < 1:
            return
        self.paint_header(width, rows)
        if self.found is None:
            self.words.update("")
        else:
            self.words.update(page(self.lines(self.found, width, rows)))
        self.key_line.say(self.about())
        self.refresh_bindings()

    def paint_header(self, width: int, rows: int) -> None:
        """The names of all parts, as far as there is room for them, and the day."""
        day = "" if self.found is None else written(self.found.today)
        title = Content.styled("Statistics", "bold")
        whole = Content.assemble(title, "   ", self.tabs(width, rows, " "))
        tabs = self.tabs(width, rows)
        if whole.cell_length + len(day) + 2 <= width:
            self.header_line.show([whole], Content(day), 0)
        elif tabs.cell_length <= width:
            self.header_line.show([tabs], BLANK, 0)
        else:
            place = Content.styled(f", {self.at + 1} of {len(PARTS)}", "bold")
            self.header_line.show([Content.assemble(title, place)], Content(day), 0)

    def tabs(self, width: int, rows: int, gap: str = "") -> Content:
        """The names of all parts, `▸` before the one at hand, those on the screen in bold."""
        on_screen = [self.at] if self.as_table else at_once(self.at, width, rows)
        return tabs([part.short for part in PARTS], self.at, on_screen, gap)

    def lines(self, found: Statistics, width: int, rows: int) -> list[Content]:
        """The plots or the table, as far as there is room from `top` on."""
        head: list[Content] = []
        if found.studied.first is None:
            body = [BLANK, *wrapped(Content(NOTHING), width)]
        elif self.as_table:
            shown = table_lines(found, self.part, width)
            head = [title_line(self.at, self.part.title, False, width), *shown.head]
            body = list(shown.rows)
            if len(head) > rows // 2:
                head, body = [], [*head, *body]
        else:
            body = grid_lines(
                self.at, width, rows, lambda part, wide, high: plot_lines(found, part, wide, high)
            )
        return self.scrolled(head, body, rows)

    def about(self) -> Content:
        """What is still being read, or where in a long part one is."""
        if self.found is None:
            return Content.styled("Reading …" if self.reading else "", QUIET)
        if self.reading:
            words = (
                "Reading all your answers: recall, forecasts, times, hours and slipping follow …"
            )
            return Content.styled(words, QUIET)
        return self.place_in_part() or BLANK

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The arrows and digits choose; the arrows scroll where there is more."""
        scroll = (("↑↓", "scroll"),) if self.most_top else ()
        return (*scroll, (f"←→ 1–{len(PARTS)}", "part"))

    def key_words(self, name: str) -> str | None:
        """The first key shows the other of the two."""
        return "plot" if name == "statistics.table" and self.as_table else None

    # --- what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There are no figures where nothing was answered."""
        if action == "table":
            return self.found is not None and self.found.studied.first is not None
        return True

    def action_leave(self) -> None:
        """Goes home."""
        self.post_message(GoHome())


def unless_kept(desk: Desk, gather: Callable[[Desk], Statistics]) -> Statistics:
    """What `gather` gives, at once if it has been called since anything was answered.

    The hours of the day follow the time zone, which may change while the app runs.
    """
    zone = str(desk.clock.zone())
    return kept(desk, gather.__name__, zone, lambda: gather(desk))
