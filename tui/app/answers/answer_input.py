"""What the inputs of all kinds have in common."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.app.heights import Air
from tui.kinds.question import Answer
from tui.study.states import Asked, Shown


class AnswerInput(Widget):
    """Takes the answer to one question after the other, all of one kind.

    It is made once and asked again and again: mounting anew would cost a frame at each question.
    """

    DEFAULT_CSS = """
    AnswerInput { height: auto; width: 1fr; }
    """

    WORDS: ClassVar[str]
    """What the kind is called on the screen."""
    MARKS_SAY_ANSWER: ClassVar[bool] = False
    """Whether `marked` shows the right answer, so that the verdict need not repeat it."""

    class Changed(Message):
        """The answer is another now; `settled` where a part of it was just finished."""

        def __init__(self, draft: Answer, settled: bool = False) -> None:
            super().__init__()
            self.draft = draft
            self.settled = settled

    class Submitted(Message):
        """The learner hands in the answer."""

        def __init__(self, answer: Answer) -> None:
            super().__init__()
            self.answer = answer

    def ask(self, asked: Asked) -> None:
        """Puts the question `asked`, with its draft if it has one."""
        raise NotImplementedError

    def answer(self) -> Answer:
        """The answer as it stands."""
        raise NotImplementedError

    def draft(self) -> Answer:
        """What is to stand there again after a restart; the answer, where that is enough."""
        return self.answer()

    def take_focus(self) -> None:
        """Gives the keys to the part of the input that is to be filled next."""
        self.screen.set_focus(self, scroll_visible=False)

    def ways(self) -> tuple[tuple[str, str], ...]:
        """The keys by which to answer, each with what it does."""
        return (("Enter", "answer"),)

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """The answer that was given, with its marks, in lines of `width` cells.

        air: whether there is room for what is good to know but not needed.
        """
        raise NotImplementedError

    def changed(self, settled: bool = False) -> None:
        """Says that the answer has changed."""
        self.post_message(self.Changed(self.draft(), settled))

    def submit(self) -> None:
        """Hands in the answer as it stands."""
        self.post_message(self.Submitted(self.answer()))
