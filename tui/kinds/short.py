"""A few words, typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tui.kinds.question import Answer, Problem, Question, Text
from tui.kinds.verdict import Outcome, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Question):
    """A name, a term, a few words. Answer: (what was typed,).

    accept: other wordings that are as right. disputed: answers that are so though the source says
    otherwise, each with what the learner is told; the learner decides whether it counts.
    """

    kind: Literal["short"] = "short"
    answer: Text
    accept: tuple[Text, ...] = ()
    disputed: dict[str, str] = field(default_factory=dict)

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Right for the key, a variant or a slip of either; a near miss asks."""
        from tui.kinds.typed import grade_typed, own_wordings
        from tui.kinds.wanted import Wanted

        wanted = Wanted(
            answer=self.answer,
            accept=(*self.accept, *own_wordings(self.answer, learned, self.mistakes)),
            mistakes=self.mistakes,
            disputed=self.disputed,
            prompt=self.prompt,
        )
        part = grade_typed(answer[0] if answer else "", wanted)
        right = part.outcome is Outcome.RIGHT
        outcome = Outcome.WRONG if part.outcome is Outcome.MISSING else part.outcome
        return Verdict(1.0 if right else 0.0, outcome, (part,), part.reason)

    def key(self) -> tuple[str, ...]:
        """The answer, without its other wordings."""
        return (self.answer,)

    def right_answer(self) -> str:
        """The answer."""
        return self.answer

    def claims(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> tuple[Variant, ...]:
        """What was typed, unless it is right or known to be wrong."""
        from tui.kinds.typed import claims_of

        parts = self.grade(answer, learned).parts
        return claims_of(parts, self.mistakes, self.disputed)

    def problems(self) -> Iterator[Problem]:
        """Mistakes and disputed answers that the grader can't tell from the key."""
        from tui.kinds.checks import accept_problems, disputed_problems, typed_problems

        yield from Question.problems(self)
        yield from typed_problems((self.answer,), self.mistakes)
        yield from accept_problems(self.accept, self.mistakes, ("accept",))
        yield from disputed_problems((self.answer, *self.accept), self.disputed, self.mistakes)

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """How to answer."""
        return ("Type a few words.",)

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The line as it is."""
        from tui.kinds.plain import one_line

        return one_line(lines)


KIND = Short
