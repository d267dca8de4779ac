"""Several right options among wrong ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from tui.kinds.bounds import size_at_least
from tui.kinds.question import Answer, Problem, Question, Text, shuffled
from tui.kinds.verdict import Outcome, Part, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """Every right option is wanted; the wrong ones are the `mistakes`.

    Answer: the chosen options. A wrong one takes away what a right one gives, so that choosing
    all of them earns nothing.
    """

    kind: Literal["multiple"] = "multiple"
    answers: Annotated[tuple[Text, ...], size_at_least(1)]

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """The right options chosen, less the wrong ones, by the number of right ones."""
        from tui.kinds.chosen import option_chosen

        options = (*self.answers, *self.mistakes)
        chosen = dict.fromkeys(option_chosen(given, options) or given for given in answer)
        wrong = tuple(
            Part("", given, Outcome.WRONG, self.mistakes.get(given, ""))
            for given in chosen
            if given.strip() and given not in self.answers
        )
        right = tuple(
            Part(text, text, Outcome.RIGHT) if text in chosen else Part(text, "", Outcome.MISSING)
            for text in self.answers
        )
        found = sum(part.outcome is Outcome.RIGHT for part in right)
        score = max(0, found - len(wrong)) / len(self.answers)
        outcome = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
        reason = wrong[0].reason if len(wrong) == 1 else ""
        return Verdict(score, outcome, right + wrong, reason)

    def key(self) -> tuple[str, ...]:
        """The right options, in no order."""
        return tuple(sorted(self.answers))

    def right_answer(self) -> str:
        """All the right options."""
        return "; ".join(self.answers)

    def options(self, turn: int) -> tuple[str, ...]:
        """All options, shuffled anew at each turn."""
        return shuffled((*self.answers, *self.mistakes), self.id, turn)

    @property
    def guess_rate(self) -> float:
        """One set of options of all that are not empty."""
        return 1 / ((1 << len(self.answers) + len(self.mistakes)) - 1)

    def problems(self) -> Iterator[Problem]:
        """No wrong option, or two options that read the same."""
        from tui.kinds.checks import no_mistakes, option_problems

        yield from Question.problems(self)
        yield from no_mistakes(self.mistakes, "answers")
        yield from option_problems(self.answers, self.mistakes, "answers")

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The options behind letters."""
        from tui.kinds.plain import lettered, span

        options = self.options(turn)
        return (
            *lettered(options),
            f"Type the letters of all that are right, {span(len(options))}, such as “a c”.",
        )

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """Letters or numbers."""
        from tui.kinds.plain import several_of

        return several_of(lines, self.options(turn))


KIND = Multiple
