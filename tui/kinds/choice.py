"""One right option among wrong ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.kinds.question import Answer, Problem, Question, Text, shuffled
from tui.kinds.verdict import Outcome, Part, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """One right option; the wrong ones are the `mistakes`. Answer: (the option's text,)."""

    kind: Literal["choice"] = "choice"
    answer: Text

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Right or wrong; a wrong option is answered with its reason."""
        from tui.kinds.chosen import option_chosen

        given = answer[0] if answer else ""
        chosen = option_chosen(given, (self.answer, *self.mistakes))
        if chosen == self.answer:
            part = Part(self.answer, chosen, Outcome.RIGHT)
            return Verdict(1.0, Outcome.RIGHT, (part,))
        outcome = Outcome.WRONG if given.strip() else Outcome.MISSING
        reason = self.mistakes.get(chosen, "")
        return Verdict(0.0, Outcome.WRONG, (Part(self.answer, given, outcome, reason),), reason)

    def key(self) -> tuple[str, ...]:
        """The right option."""
        return (self.answer,)

    def right_answer(self) -> str:
        """The right option."""
        return self.answer

    def options(self, turn: int) -> tuple[str, ...]:
        """All options, shuffled anew at each turn."""
        return shuffled((self.answer, *self.mistakes), self.id, turn)

    @property
    def guess_rate(self) -> float:
        """One option of all."""
        return 1 / (1 + len(self.mistakes))

    def problems(self) -> Iterator[Problem]:
        """Too few options, or two that read the same."""
        from tui.kinds.checks import no_mistakes, option_problems

        yield from Question.problems(self)
        yield from no_mistakes(self.mistakes, "answer")
        yield from option_problems((self.answer,), self.mistakes, "answer")

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The options behind letters."""
        from tui.kinds.plain import lettered, span

        options = self.options(turn)
        return (*lettered(options), f"Type a letter, {span(len(options))}.")

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """A letter, a number or the option itself."""
        from tui.kinds.plain import one_of

        return (one_of(lines, self.options(turn)),)


KIND = Choice
