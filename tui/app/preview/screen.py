"""The screen of the preview: a question as a learner sees it, beside what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from tui.app.answers.answer_input import AnswerInput
from tui.app.editor import edit
from tui.app.heights import HEIGHTS
from tui.app.lines import page
from tui.app.preview.background import Background
from tui.app.preview.chooser import ChooserScreen, Chosen
from tui.app.preview.complaint_lines import by_weight
from tui.app.preview.keys import PREVIEW_KEYS
from tui.app.preview.messages import Called, Checked, Saved
from tui.app.preview.rows import complaint_rows, name_in, name_written, question_rows
from tui.app.preview.words import (
    above_lines,
    beside_lines,
    place_words,
    status_words,
    where_words,
    whole_lines,
)
from tui.app.telling import telling
from tui.app.widgets.header_line import HeaderLine
from tui.app.widgets.key_line import KeyLine
from tui.app.widgets.question_page import QuestionPage
from tui.app.widgets.still_text import StillText
from tui.banks.following import Following
from tui.banks.lines import lines_of
from tui.banks.report import Report
from tui.banks.text_file import read_text
from tui.clock import Clock
from tui.kinds.question import Answer
from tui.study.preview import Preview, looks_alike
from tui.study.states import Asked, Shown

WIDE = 110
"""Cells from which complaints stand beside the question; below it otherwise."""

WIDTHS = [(0, "-narrow"), (WIDE, "-wide")]
"""Classes of the screen by its columns."""


class PreviewScreen(Screen[None]):
    """Shows one question at a time, follows the file, and records nothing.

    called: the file into which editors write the line of their cursor; None if there is none.
    """

    DEFAULT_CSS = """
    PreviewScreen #above { height: auto; max-height: 60%; padding: 0 1 1 1; }
    PreviewScreen.-tall #above { padding: 0 1; }
    PreviewScreen #body { layout: vertical; height: 1fr; }
    PreviewScreen #body > #whole { padding: 0 0 0 1; }
    PreviewScreen #body > #beside {
        height: auto; max-height: 45%; padding: 0 1; border-top: solid $foreground 30%;
    }
    PreviewScreen VerticalScroll {
        scrollbar-size-vertical: 1; scrollbar-background: $background;
        scrollbar-color: $foreground 30%;
    }
    PreviewScreen.-wide #body { layout: horizontal; }
    PreviewScreen.-wide #body > * { max-width: 106; }
    PreviewScreen.-wide #body > #beside {
        width: 42%; max-width: 76; height: 1fr; max-height: 100%; padding: 0 1 0 2;
        border-top: none; border-left: solid $foreground 30%;
    }
    PreviewScreen.-tall QuestionPage, PreviewScreen.-tall #body > #whole { padding: 1 0 1 1; }
    PreviewScreen.-wide.-tall #body > #beside { padding: 1 1 0 2; }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = list(PREVIEW_KEYS)

    def __init__(
        self, following: Following, preview: Preview, clock: Clock, called: Path | None
    ) -> None:
        super().__init__()
        self.following = following
        self.preview = preview
        self.background = Background(self, following, clock, called)
        self.is_whole = False
        self.header_line = HeaderLine()
        self.above = VerticalScroll(can_focus=False, id="above")
        self.above_words = StillText(markup=False)
        self.body = Container(id="body")
        self.page: QuestionPage | None = None
        self.whole = VerticalScroll(can_focus=False, id="whole")
        self.whole_words = StillText(markup=False)
        self.beside = VerticalScroll(can_focus=False, id="beside")
        self.beside_words = StillText(markup=False)
        self.key_line = KeyLine()

    def compose(self) -> ComposeResult:
        """The header, what keeps the question from being shown, the question, the complaints."""
        yield self.header_line
        with self.above:
            yield self.above_words
        with self.body:
            if self.preview.state is not None:
                self.page = QuestionPage(self.preview.state)
                yield self.page
            with self.whole:
                yield self.whole_words
            with self.beside:
                yield self.beside_words
        yield self.key_line

    def on_mount(self) -> None:
        """Gives the keys to the input, and begins to follow the file."""
        self.paint_around()
        self.focus_input()
        self.call_after_refresh(self.background.start)

    def on_unmount(self) -> None:
        """Nobody waits for the file any more."""
        self.background.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Fits what is said into the new width, once all have theirs."""
        self.call_after_refresh(self.paint_around)

    # --- what is shown

    @property
    def is_asking(self) -> bool:
        """Whether the keys belong to the input of the question."""
        return isinstance(self.preview.state, Asked) and not self.is_whole

    def focus_input(self) -> None:
        """Gives the keys to the input where one is shown, and takes them away where none is."""
        if self.is_asking and self.page is not None:
            self.page.current.take_focus()
        else:
            self.set_focus(None)

    async def show(self) -> None:
        """Shows the preview's question as it stands."""
        state = self.preview.state
        with self.app.batch_update():
            if not self.is_asking:
                self.set_focus(None)
            if state is not None:
                if self.page is None:
                    self.page = QuestionPage(state)
                    await self.body.mount(self.page, before=self.whole)
                else:
                    await self.page.show(state)
            self.paint_around()
            self.focus_input()

    def paint_around(self) -> None:
        """All but the question itself."""
        preview = self.preview
        if not self.size.width or not self.is_attached:
            return
        name = self.following.path.name
        share = (preview.at + 1) / preview.bank.count if preview.bank.count else 0.0
        width = self.size.width
        place = place_words(preview, width - 2)
        self.header_line.show(where_words(preview, name), place, share)
        is_wide = self.has_class("-wide")
        above = above_lines(preview, width - 3)
        self.above.display = bool(above)
        self.above_words.update(page(above))
        if self.page is not None:
            self.page.display = preview.state is not None and not self.is_whole
        beside_width = min(76, width * 42 // 100) - 5 if is_wide else width - 3
        beside = beside_lines(preview, max(20, beside_width), self.list_key if is_wide else "")
        self.beside.display = bool(beside)
        self.beside_words.update(page(beside))
        self.whole.display = self.is_whole or preview.state is None
        if self.whole.display:
            room = min(106, width - beside_width - 5 if is_wide else width)
            self.whole_words.update(page(whole_lines(preview, max(20, room - 3))))
        self.key_line.say(status_words(preview))
        self.refresh_bindings()

    @property
    def list_key(self) -> str:
        """The key that lists all complaints, as it is shown."""
        name = "always.complaints" if self.is_asking else "look.complaints"
        for active in self.active_bindings.values():
            if active.binding.id == name:
                return self.app.get_key_display(active.binding)
        return "^L"

    # --- what comes from outside

    @on(Saved)
    async def saved(self, event: Saved) -> None:
        """The file has changed: shows the question that has."""
        event.stop()
        await self.take_in(event)

    async def take_in(self, event: Saved) -> None:
        """Shows another reading, unless it is older than the one on the screen."""
        preview = self.preview
        if event.bank.number <= preview.bank.number:
            return
        before, standing = preview.state, preview.standing
        draft: Answer = ()
        if isinstance(before, Asked) and self.page is not None:
            draft = self.page.current.draft()
        preview.take_in(event.bank, draft)
        if looks_alike(before, preview.state) and standing == preview.standing:
            self.paint_around()
        else:
            await self.show()
        self.call_after_refresh(self.background.check, preview.bank.number)

    @on(Checked)
    def checked(self, event: Checked) -> None:
        """All complaints about the file are known."""
        event.stop()
        self.preview.take_check(event.number, event.findings)
        self.paint_around()

    @on(Called)
    async def called(self, event: Called) -> None:
        """The editor's cursor has moved."""
        event.stop()
        before = self.preview.at
        if self.preview.turn_to_line(event.line) and self.preview.at != before:
            await self.show()

    # --- trying

    @on(AnswerInput.Submitted)
    async def answered(self, event: AnswerInput.Submitted) -> None:
        """Shows the verdict."""
        event.stop()
        if isinstance(self.preview.state, Asked):
            self.preview.answer(event.answer)
            await self.show()

    @on(AnswerInput.Changed)
    def changed(self, event: AnswerInput.Changed) -> None:
        """Enter or ? may do something else now."""
        event.stop()
        self.key_line.refresh()

    # --- the keys

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Keys that are no bindings of their own: those of the input, and those that scroll."""
        if self.is_asking and self.page is not None:
            return self.page.current.ways()
        return (("↑↓", "scroll"),) if self.scrolled().max_scroll_y else ()

    def key_words(self, name: str) -> str | None:
        """What the key line calls the binding `name` now."""
        if not self.is_asking and name.startswith("always."):
            return ""
        if name in {"look.whole", "always.whole"} and self.is_whole:
            return "try it"
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Which keys mean anything now."""
        if action == "look" and self.is_asking:
            return False
        preview, state = self.preview, self.preview.state
        works = {
            "again": isinstance(state, Shown) and not self.is_whole,
            "hint": isinstance(state, Asked) and bool(state.question.hint) and self.is_asking,
            "whole": state is not None,
            "complaints": bool(preview.every),
            **dict.fromkeys(("next", "previous", "find"), preview.bank.count > 1),
        }
        return works.get(str(parameters[0]) if parameters else "", True)

    async def action_look(self, command: str) -> None:
        """Does what a letter is for."""
        await self.action_always(command)

    async def action_always(self, command: str) -> None:
        """Does what a key is for."""
        match command:
            case "next" | "previous":
                self.preview.turn_by(1 if command == "next" else -1)
                await self.show()
            case "again":
                self.preview.again()
                await self.show()
            case "back":
                await self.back()
            case "whole":
                self.is_whole = not self.is_whole
                await self.show()
            case "hint" if self.page is not None:
                self.page.toggle_hint()
            case "edit":
                await self.edit(self.preview.line)
            case "find":
                self.choose_question()
            case "complaints":
                self.choose_complaint()
            case "quit":
                self.app.exit()

    async def back(self) -> None:
        """Back to the question as it is put; there, empties what was typed."""
        if self.is_asking and self.page is not None:
            self.page.untype()
            return
        self.is_whole = False
        self.preview.again()
        await self.show()

    async def edit(self, line: int) -> None:
        """Opens the file in the author's editor and takes the change in at once."""
        with telling(self):
            edit(self.app, (self.following.path, line))
            await self.take_in(Saved(self.following.read()))

    def scrolled(self) -> VerticalScroll:
        """What the arrow keys scroll."""
        return self.whole if self.whole.display or self.page is None else self.page

    def action_scroll(self, rows: int) -> None:
        """Scrolls the question by so many rows."""
        self.scrolled().scroll_relative(y=rows, animate=False)

    def action_scroll_complaints(self, rows: int) -> None:
        """Scrolls the complaints by so many rows."""
        shown = self.above if self.above.display and self.above.max_scroll_y else self.beside
        shown.scroll_relative(y=rows, animate=False)

    # --- the lists

    def choose_question(self) -> None:
        """Finds a question by words, by its id or its number."""
        outline = self.preview.bank.outline
        if outline is None:
            return
        title = Content.styled("Find a question", "bold")
        hint = "search: number, id, or any words of a question"
        rows = list(question_rows(outline))
        self.app.push_screen(
            ChooserScreen(title, "question", hint, rows, self.preview.at), self.chosen
        )

    def choose_complaint(self) -> None:
        """Lists all complaints about the file."""
        preview = self.preview
        found = by_weight(preview.every)
        rows = list(complaint_rows(found, self.name_at()))
        title = Content.styled("All complaints about the file", "bold")
        hint = "search: words, codes, ids or lines"
        at = next((n for n, each in enumerate(found) if each in preview.here), 0)
        self.app.push_screen(ChooserScreen(title, "complaint", hint, rows, at), self.chosen)

    def name_at(self) -> Callable[[int], str | None]:
        """Which question stands at a line, as the file is now."""
        outline = self.preview.bank.outline
        if outline is not None and not self.preview.bank.trouble:
            return partial(name_in, outline)
        text = read_text(self.following.path, Report(self.following.shown))
        return partial(name_written, lines_of(text or ""))

    async def chosen(self, chosen: Chosen | None) -> None:
        """Goes to what was chosen."""
        if chosen is None:
            self.focus_input()
            return
        self.is_whole = False
        self.preview.turn_to_line(chosen.line)
        await self.show()
        if chosen.to_edit:
            await self.edit(chosen.line)
