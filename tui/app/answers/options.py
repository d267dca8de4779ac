"""The base of choice, multiple and truefalse: options with letters."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.content import Content

from tui.app.answers.drawn import DrawnInput, Row
from tui.app.heights import TALL, Air
from tui.app.lines import hanging, text
from tui.app.marks import QUIET, RIGHT, UNSURE, WRONG
from tui.app.words import letter
from tui.kinds.question import Answer, Question
from tui.study.states import Asked, Shown

BLANK = Content("")


class OptionsInput(DrawnInput):
    """Options, each with its letter; `chosen` holds the places of those taken."""

    MARKS_SAY_ANSWER = True
    BOXES: ClassVar[tuple[str, str]]
    """How an option looks that is not chosen, and one that is."""
    KEYS: ClassVar[dict[str, str]] = {
        "up": "go_up",
        "down": "go_down",
        "space": "take",
        "enter": "submit",
    }

    def __init__(self) -> None:
        super().__init__()
        self.options: tuple[str, ...] = ()
        self.labels: tuple[str, ...] = ()
        self.chosen: set[int] = set()
        self.at = 0

    @classmethod
    def values(cls, question: Question, turn: int) -> tuple[str, ...]:
        """What an answer may hold, in the order shown."""
        return question.options(turn)

    @classmethod
    def rights(cls, question: Question) -> tuple[str, ...]:
        """The options that are right."""
        raise NotImplementedError

    @classmethod
    def label(cls, value: str) -> str:
        """How the option `value` is shown."""
        return value

    def ask(self, asked: Asked) -> None:
        """Shows the options in the order of this turn."""
        self.options = self.values(asked.question, asked.turn)
        self.labels = tuple(map(self.label, self.options))
        self.chosen = {n for n, option in enumerate(self.options) if option in asked.draft}
        self.at = min(self.chosen, default=0)
        self.refresh(layout=True)

    def answer(self) -> Answer:
        """The chosen options, in the order shown."""
        return tuple(self.options[place] for place in sorted(self.chosen))

    def choices(self) -> int:
        """One letter an option."""
        return len(self.options)

    def go_up(self) -> None:
        """Moves to the option above."""
        self.go(self.at - 1)

    def go_down(self) -> None:
        """Moves to the option below."""
        self.go(self.at + 1)

    def go(self, place: int) -> None:
        """Moves to the option at `place`."""
        self.at = place % max(1, len(self.options))
        self.moved_to()

    def take(self) -> None:
        """Chooses the option that the arrow keys stand at."""
        self.choose(self.at)

    def key_of(self, place: int) -> str:
        """The letter shown before the option at `place`."""
        return letter(place)

    def rows(self, width: int) -> list[Row]:
        """Each option behind its box and its letter, the one at the cursor marked."""
        airy = self.screen.has_class(TALL)
        rows: list[Row] = []
        for place, label in enumerate(self.labels):
            taken = place in self.chosen
            head = Content.assemble(
                ("▸ " if place == self.at else "  ", "bold $text-accent"),
                (self.BOXES[taken], "bold $text-accent" if taken else QUIET),
                (f" {self.key_of(place)}  ", "bold"),
            )
            option = text(label, "bold" if taken else "")
            press = partial(self.choose, place)
            rows += [Row(BLANK)] if airy and rows else []
            here = place == self.at
            rows += [Row(line, press, here=here) for line in hanging(option, width, head)]
        return rows

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """Right options ticked, wrongly chosen ones crossed, each with its reason.

        With air: the reasons of the wrong options that were not chosen, too.
        """
        asked = shown.asked
        question, given = asked.question, shown.review.answer
        right = cls.rights(question)
        lines: list[Content] = []
        for place, value in enumerate(cls.values(question, asked.turn)):
            chosen, is_right = value in given, value in right
            mark, style, after = " ", QUIET, ""
            if is_right:
                mark, style = "✓", RIGHT
                if len(right) > 1 and not chosen:
                    mark, style, after = "○", UNSURE, "  missing"
            elif chosen:
                mark, style = "✗", WRONG
            head = Content.assemble((mark, style), f" {cls.letter_of(value, place)}  ")
            option = Content.assemble(text(cls.label(value), style), (after, QUIET))
            lines += [BLANK] if air is Air.MUCH and lines else []
            lines += hanging(option, width, head)
            reason = cls.reason(question, value)
            if reason and not is_right and (chosen or air):
                lines += hanging(text(reason, "" if chosen else QUIET), width, "     ")
        return lines

    @classmethod
    def reason(cls, question: Question, value: str) -> str:
        """Why the option `value` is wrong."""
        return question.mistakes.get(value, "")

    @classmethod
    def letter_of(cls, value: str, place: int) -> str:
        """The letter of the option `value` at `place`."""
        return letter(place)
