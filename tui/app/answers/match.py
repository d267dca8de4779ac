"""Answers a question whose things are to be paired."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import ClassVar

from textual.content import Content

from tui.app.answers.drawn import DrawnInput, Row
from tui.app.heights import Air
from tui.app.lines import hanging, text
from tui.app.marks import QUIET, part_lines
from tui.app.words import letter
from tui.kinds.match import Match
from tui.kinds.question import Answer, Question
from tui.study.states import Asked, Shown

GAP = 12
"""Cells between the longest left side and the right ones, the letter of its pair included."""
NARROW = 56
"""Cells below which the right sides stand under the left ones."""


def lefts_of(question: Question) -> tuple[str, ...]:
    """The left sides, in the order written."""
    return question.lefts if isinstance(question, Match) else ()


class MatchInput(DrawnInput):
    """The left sides, each waiting for the letter of a right side.

    A letter pairs the left side at the cursor and goes on to the next open one.
    """

    WORDS = "match"
    MARKS_SAY_ANSWER = True
    KEYS: ClassVar[dict[str, str]] = {
        "up": "go_up",
        "down": "go_down",
        "enter": "submit",
        "backspace": "clear",
    }

    def __init__(self) -> None:
        super().__init__()
        self.lefts: tuple[str, ...] = ()
        self.rights: tuple[str, ...] = ()
        self.pairs: dict[int, int] = {}
        self.at = 0

    def ask(self, asked: Asked) -> None:
        """Shows both sides, the right ones in the order of this turn."""
        self.lefts = lefts_of(asked.question)
        self.rights = asked.question.options(asked.turn)
        drafted = dict(zip(asked.draft[::2], asked.draft[1::2], strict=False))
        self.pairs = {
            n: self.rights.index(drafted[left])
            for n, left in enumerate(self.lefts)
            if drafted.get(left) in self.rights
        }
        self.at = self.next_open(0)
        self.refresh(layout=True)

    def answer(self) -> Answer:
        """Left, right, left, right …; an empty right side where none was chosen."""
        if not self.pairs:
            return ()
        answer: list[str] = []
        for n, left in enumerate(self.lefts):
            answer += [left, self.rights[self.pairs[n]] if n in self.pairs else ""]
        return tuple(answer)

    def choices(self) -> int:
        """One letter a right side."""
        return len(self.rights)

    def next_open(self, start: int) -> int:
        """The first left side from `start` on that has no pair; `start` if all have one."""
        count = len(self.lefts)
        around = [(start + step) % count for step in range(count)] if count else [0]
        return next((n for n in around if n not in self.pairs), around[0])

    def choose(self, place: int) -> None:
        """Pairs the left side at the cursor with the right side at `place`."""
        self.pairs[self.at] = place
        self.at = self.next_open(self.at)
        self.redraw()

    def clear(self) -> None:
        """Takes the pair at the cursor apart, or the one before if there is none."""
        if self.at not in self.pairs and self.at > 0:
            self.at -= 1
        self.pairs.pop(self.at, None)
        self.redraw()

    def go_up(self) -> None:
        """To the left side above."""
        self.go(-1)

    def go_down(self) -> None:
        """To the left side below."""
        self.go(1)

    def go(self, step: int) -> None:
        """Moves the cursor by `step`."""
        self.go_to((self.at + step) % max(1, len(self.lefts)))

    def go_to(self, place: int) -> None:
        """Moves the cursor to the left side at `place`."""
        self.at = place
        self.moved_to()

    def left_lines(self, width: int) -> list[tuple[Content, int]]:
        """The left sides, each behind the letter of its pair."""
        lines: list[tuple[Content, int]] = []
        for n, left in enumerate(self.lefts):
            pair = letter(self.pairs[n]) if n in self.pairs else "_"
            head = Content.assemble(
                ("▸ " if n == self.at else "  ", "bold $text-accent"),
                (f"{n + 1}", QUIET),
                (f" {pair} ", "bold $text-accent"),
            )
            style = "bold" if n == self.at else ""
            lines += [(line, n) for line in hanging(text(left, style), width, head)]
        return lines

    def right_lines(self, width: int) -> list[tuple[Content, int]]:
        """The right sides, each behind its letter."""
        used = set(self.pairs.values())
        lines: list[tuple[Content, int]] = []
        for n, right in enumerate(self.rights):
            head = Content.styled(f"{letter(n)}  ", "bold")
            body = text(right, QUIET if n in used else "")
            lines += [(line, n) for line in hanging(body, width, head)]
        return lines

    def rows(self, width: int) -> list[Row]:
        """Both sides beside each other, or below each other where it is narrow."""
        if width < NARROW:
            rows = [
                Row(line, partial(self.go_to, n), here=n == self.at)
                for line, n in self.left_lines(width)
            ]
            rows.append(Row(Content("")))
            rights = self.right_lines(width)
            return rows + [Row(line, partial(self.choose, n)) for line, n in rights]
        longest = max((len(left) for left in self.lefts), default=0)
        half = min(width // 2, longest + GAP)
        rows = []
        for left, right in zip_longest(self.left_lines(half - 2), self.right_lines(width - half)):
            line, go = (left[0], partial(self.go_to, left[1])) if left else (Content(""), None)
            gap = " " * (half - line.cell_length)
            other, pair = (right[0], partial(self.choose, right[1])) if right else ("", None)
            here = left is not None and left[1] == self.at
            rows.append(Row(Content.assemble(line, gap, other), go, half, pair, here))
        return rows

    def ways(self) -> tuple[tuple[str, str], ...]:
        """Letters, arrows and Enter."""
        letters = f"a–{letter(len(self.rights) - 1)}"
        return ((letters, "pair"), ("↑↓", "move"), ("Enter", "answer"))

    @classmethod
    def marked(cls, shown: Shown, width: int, air: Air) -> list[Content]:
        """Each left side with its right one, and what was chosen instead."""
        lines: list[Content] = []
        lefts = lefts_of(shown.asked.question)
        for left, part in zip_longest(lefts, shown.verdict.parts):
            if part is not None:
                lines += part_lines(part, width, air, f"{left} →" if left else "")
        return lines


INPUT = MatchInput
