"""A source, read with what is tested in it marked by how well it is remembered."""

from __future__ import annotations

from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from tui.app.clean import clean_line
from tui.app.going import READER, GoAsk, GoDetail, GoHome
from tui.app.heights import HEIGHTS
from tui.app.lines import text
from tui.app.marks import QUIET
from tui.app.telling import telling_all
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.reader_lines import legend, tally_words
from tui.app.widgets.reader_text import ReaderText
from tui.app.words import count
from tui.banks.index import SourceRow
from tui.study.desk import Desk
from tui.study.reader import OpenSource, Tally, read_source

NARROW = 84
"""Cells below which the header is shortened."""


class ReaderScreen(Screen[None]):
    """Reads the source in a worker after the first paint, and again when the screen comes back.

    ref: the question to begin at, if any. may_ask: whether Enter asks about a passage; a session
    that is going on below this screen must not be ended by another.
    """

    DEFAULT_CSS = """
    ReaderScreen { align-horizontal: center; }
    ReaderScreen > * { max-width: 160; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "ask",
            "ask",
            id="reader.ask",
            tooltip="Asks what is asked about the passage; the answers count as any others.",
        ),
        Binding("n", "go(1)", "next", id="reader.next", tooltip="To the next passage."),
        Binding(
            "p",
            "go(-1)",
            "previous",
            id="reader.previous",
            tooltip="To the passage before.",
        ),
        Binding(
            "N",
            "slipping(1)",
            "slipping",
            id="reader.next-slipping",
            tooltip="To the next passage of which something slips.",
        ),
        Binding(
            "P",
            "slipping(-1)",
            "",
            id="reader.previous-slipping",
            tooltip="To the passage before of which something slips.",
            show=False,
        ),
        Binding(
            "d",
            "detail",
            "show",
            id="reader.detail",
            tooltip="Shows the questions about the passage, with their answers, without asking.",
        ),
        Binding(
            "o", "notes", "notes", id="reader.notes", tooltip="Shows the notes, or hides them."
        ),
        Binding("escape,q", "leave", "back", id="reader.home", tooltip="Leaves the source."),
        Binding("tab", "go(1)", show=False),
        Binding("shift+tab", "go(-1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "to_start", show=False),
        Binding("end", "to_end", show=False),
    ]

    class Read(Message):
        """The source has been read."""

        def __init__(self, source: OpenSource) -> None:
            super().__init__()
            self.source = source

    class Unread(Message):
        """The source could not be read."""

    def __init__(self, desk: Desk, row: SourceRow, ref: str = "", may_ask: bool = True) -> None:
        super().__init__(id=READER)
        self.desk = desk
        self.row = row
        self.ref = ref
        self.may_ask = may_ask
        self.source: OpenSource | None = None
        self.tally = Tally(0, 0, 0)
        self.header_line = HeaderLine(text(clean_line(row.title), "bold"))
        self.words = ReaderText()
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, the source, the keys."""
        yield self.header_line
        yield self.words
        yield self.key_line

    # --- reading

    def on_mount(self) -> None:
        """Paints first, then reads."""
        self.key_line.say(Content.styled("Reading …", QUIET))
        self.call_after_refresh(self.read)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.words.lay_anew())

    def on_screen_resume(self) -> None:
        """Back from a question: more may be remembered of it, or less."""
        if self.source is not None:
            self.read()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def read(self) -> None:
        """Reads the source, or what has changed of it, on a desk of its own."""
        found: OpenSource | None = None
        with telling_all(self, "The source could not be read"), self.desk.another() as desk:
            found = read_source(desk, self.row, self.source)
        self.post_message(self.Unread() if found is None else self.Read(found))

    def on_reader_screen_read(self, event: Read) -> None:
        """Shows the source."""
        self.source, self.tally = event.source, event.source.tally
        self.words.show(event.source, self.ref)
        self.ref = ""
        self.paint_around()

    def on_reader_screen_unread(self) -> None:
        """Leaves what stands there to be looked at; it is not tried again at each return."""
        self.source, self.tally = None, Tally(0, 0, 0)
        self.key_line.say(Content(""))
        self.refresh_bindings()

    # --- what is said around the text

    def on_resize(self, event: events.Resize) -> None:
        """Says as much in the header as there is room for."""
        self.paint_around()

    def on_reader_text_moved(self) -> None:
        """Another passage is at hand."""
        self.paint_around()

    def paint_around(self) -> None:
        """The header, and the words above the keys."""
        source = self.source
        if source is None:
            return
        title = text(clean_line(source.row.title), "bold")
        author = f", {clean_line(source.row.author)}" if source.row.author else ""
        lefts = (Content.assemble(title, text(author, QUIET)), title)
        words = tally_words(self.tally, self.size.width < NARROW)
        self.header_line.show(lefts, words, self.tally.firm / max(1, self.tally.all))
        self.key_line.say(self.about_current(source))
        self.refresh_bindings()

    def about_current(self, source: OpenSource) -> Content:
        """Which passage is at hand, what is asked about it, and what the signs mean."""
        if not source.passages:
            return Content("")
        place = self.words.current
        questions = count(len(source.passages[place].refs), "question")
        said = Content(f"passage {place + 1:,} of {len(source.passages):,}: {questions}")
        return Content.assemble(said, "   ", legend())

    @property
    def refs(self) -> tuple[str, ...]:
        """The questions about the passage at hand."""
        if self.source is None or not self.source.passages:
            return ()
        return self.source.passages[self.words.current].refs

    # --- what the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean anything now."""
        if action == "ask":
            return self.may_ask and bool(self.refs)
        if action in {"go", "detail"}:
            return bool(self.refs)
        if action == "slipping":
            return self.tally.slipping > 0
        if action == "notes":
            return self.source is not None and any(self.source.notes)
        return True

    def action_ask(self) -> None:
        """Asks about the passage."""
        self.post_message(GoAsk(self.refs))

    def action_detail(self) -> None:
        """Shows the questions about the passage."""
        self.post_message(GoDetail(*self.refs))

    def action_go(self, step: int) -> None:
        """To another passage."""
        if not self.words.go(step):
            self.words.show_current()

    def action_slipping(self, step: int) -> None:
        """To another passage of which something slips."""
        if not self.words.go(step, slipping=True):
            where = "below" if step > 0 else "above"
            self.notify(f"Nothing slips {where} this passage.", markup=False)

    def action_notes(self) -> None:
        """Shows the notes, or hides them."""
        self.words.toggle_notes()

    def action_scroll(self, rows: int) -> None:
        """Scrolls by so many rows."""
        self.words.scroll_rows(rows)

    def action_page(self, pages: int) -> None:
        """Scrolls by a screen, but for two rows."""
        self.words.scroll_rows(pages * max(1, self.words.size.height - 2))

    def action_to_start(self) -> None:
        """To the beginning."""
        self.words.to_start()

    def action_to_end(self) -> None:
        """To the end."""
        self.words.to_end()

    def action_leave(self) -> None:
        """Back to where the reader came from."""
        self.post_message(GoHome())
