"""A question with its input and, once it is answered, its outcome; or its passage before it."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from tui.app.answers import input_for
from tui.app.answers.answer_input import AnswerInput
from tui.app.heights import TALL, Air
from tui.app.lines import page, text
from tui.app.marks import QUIET
from tui.app.widgets.still_text import StillText
from tui.study.states import Asked, Reading, Shown


class QuestionPage(VerticalScroll, can_focus=False):
    """The part of the study screen between its header and its keys.

    The input of each kind that occurred is kept, and hidden while it is not needed: mounting one
    anew would cost a frame.
    """

    DEFAULT_CSS = """
    QuestionPage {
        padding: 0 0 0 1; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
        scrollbar-background: $background; scrollbar-color: $foreground 30%;
    }
    QuestionPage > #prompt { padding: 0 0 1 0; }
    """

    def __init__(self, state: Asked | Reading | Shown) -> None:
        super().__init__()
        self.state = state
        self.inputs: dict[str, AnswerInput] = {}
        self.prompt = StillText(markup=False, id="prompt")
        self.outcome = StillText(markup=False, id="outcome")
        self.hinted = False
        self.kept = False
        self.whole = False
        self.trimmed = False
        self._fitted_to: tuple[int, int] | None = None

    @property
    def asked(self) -> Asked:
        """The question on the page."""
        return self.state if isinstance(self.state, Asked) else self.state.asked

    @property
    def current(self) -> AnswerInput:
        """The input of that question."""
        kind = self.asked.question.kind
        if kind not in self.inputs:
            self.inputs[kind] = input_for(kind)()
        return self.inputs[kind]

    def compose(self) -> ComposeResult:
        """The first question, or its outcome."""
        answer_input = self.current
        self.paint()
        yield self.prompt
        yield answer_input
        yield self.outcome

    async def show(self, state: Asked | Reading | Shown) -> None:
        """Turns to `state`: a question to be answered, its passage, or the answer's outcome."""
        if not isinstance(state, Shown):
            self.hinted = self.kept = self.whole = False
        self.state = state
        if not self.current.is_attached:
            await self.mount(self.current, before=self.outcome)
        self.paint()
        self.scroll_home(animate=False)

    def repaint(self, state: Shown) -> None:
        """Shows what has changed in the outcome on the page."""
        self.state = state
        self.paint()

    def paint(self) -> None:
        """Brings prompt, input and outcome up to date."""
        state = self.state
        self.paint_prompt()
        for answer_input in self.inputs.values():
            answer_input.display = isinstance(state, Asked) and answer_input is self.current
        self.outcome.display = not isinstance(state, Asked)
        if isinstance(state, Asked):
            self.current.ask(state)
        else:
            self.paint_below(state)

    def paint_prompt(self) -> None:
        """The prompt, and the hint if it was asked for."""
        self.prompt.update(self.prompt_content())

    def prompt_content(self) -> Content:
        """The prompt, and the hint if it was asked for."""
        question = self.asked.question
        lines = [text(question.prompt, "bold")]
        if isinstance(self.state, Asked) and self.state.stage is not None:
            from tui.app.widgets.help_lines import stage_words

            lines.append(Content.styled(stage_words(self.state), QUIET))
        if self.hinted and question.hint:
            lines.append(Content.assemble(("Hint  ", QUIET), text(question.hint)))
        return page(lines)

    def paint_below(self, state: Reading | Shown) -> None:
        """The outcome, or the passage to be read, fitted into the room below the prompt."""
        width = self.scrollable_content_region.width
        rows = self.scrollable_content_region.height
        if not width:
            return
        self._fitted_to = (width, rows)
        rows -= self.prompt_content().get_height({}, width) + 1
        if isinstance(state, Reading):
            from tui.app.widgets.help_lines import reading_lines

            lines, self.trimmed = reading_lines(state, width, rows, self.whole)
            self.outcome.update(page(lines))
        else:
            self.paint_outcome(state, width, rows)

    def paint_outcome(self, shown: Shown, width: int, rows: int) -> None:
        """The outcome, in `rows` rows of `width` cells."""
        from tui.app.widgets.outcome import Room, outcome

        air = Air.MUCH if self.screen.has_class(TALL) else Air.SOME
        room = Room(width, rows, air, self.whole)
        fitted = outcome(shown, type(self.current), self.kept, room)
        self.trimmed = fitted.trimmed
        self.outcome.update(page(fitted.lines))

    def on_resize(self, event: events.Resize) -> None:
        """Fits the outcome into the new room."""
        region = self.scrollable_content_region
        fitted = self._fitted_to == (region.width, region.height)
        if not isinstance(self.state, Asked) and not fitted:
            self.paint_below(self.state)
            # Whether there is more to scroll to, or to be shown whole, has changed.
            self.screen.refresh_bindings()

    def untype(self) -> bool:
        """Puts the input back to how the question was put; False if nothing had been typed."""
        asked, answer_input = self.asked, self.current
        typed, before = (tuple(filter(None, d)) for d in (answer_input.draft(), asked.draft))
        if typed == before:
            return False
        answer_input.ask(asked)
        answer_input.take_focus()
        return True

    def toggle_hint(self) -> None:
        """Shows the hint, or hides it."""
        self.hinted = not self.hinted
        self.paint_prompt()

    def toggle_whole(self) -> None:
        """Shows the passages whole, or trimmed to the room."""
        self.whole = not self.whole
        if not isinstance(self.state, Asked):
            self.paint_below(self.state)
