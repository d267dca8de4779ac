"""A statement that is true or false."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from tui.kinds.question import Answer, Problem, Question
from tui.kinds.verdict import Outcome, Part, Variant, Verdict

_WORDS = {"t": "true", "true": "true", "f": "false", "false": "false"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """The prompt is the statement. Answer: ("true",) or ("false",).

    `mistakes` may hold the wrong one of the two, with why it is wrong.
    """

    kind: Literal["truefalse"] = "truefalse"
    answer: bool

    OPTIONS: ClassVar[tuple[str, str]] = ("true", "false")

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Right or wrong, with the reason if there is one."""
        given = answer[0].strip().lower() if answer else ""
        (right,) = self.key()
        if given == right:
            return Verdict(1.0, Outcome.RIGHT, (Part(right, given, Outcome.RIGHT),))
        outcome = Outcome.WRONG if given else Outcome.MISSING
        reason = self.mistakes.get(given, "")
        return Verdict(0.0, Outcome.WRONG, (Part(right, given, outcome, reason),), reason)

    def key(self) -> tuple[str, ...]:
        """The one word, true or false."""
        return ("true" if self.answer else "false",)

    def right_answer(self) -> str:
        """True or False."""
        return "True" if self.answer else "False"

    def options(self, turn: int) -> tuple[str, ...]:
        """Always true first."""
        return self.OPTIONS

    @property
    def guess_rate(self) -> float:
        """One of the two."""
        return 0.5

    def problems(self) -> Iterator[Problem]:
        """A mistake that is not the wrong one of the two."""
        yield from Question.problems(self)
        (right,) = self.key()
        wrong = "false" if self.answer else "true"
        for mistake in self.mistakes:
            if mistake == right:
                message = f"The answer is {right}, and it stands among the mistakes, too."
                code = "answer-among-mistakes"
            elif mistake != wrong:
                message, code = f"“{mistake}” is neither true nor false.", "unknown-option"
            else:
                continue
            yield Problem(("mistakes", mistake), code, message, f'Write "{wrong}" instead.')

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """How to answer."""
        return ("Type t for true or f for false.",)

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """t, f, true or false."""
        found = _WORDS.get(" ".join(lines).strip().lower())
        if found is None:
            raise ValueError("Type t for true or f for false.")
        return (found,)


KIND = TrueFalse
