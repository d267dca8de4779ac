"""Things to be paired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from tui.kinds.bounds import size_at_least
from tui.kinds.question import Answer, Problem, Question, Text, shuffled
from tui.kinds.verdict import Outcome, Part, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """`pairs` maps each left side to its right side; several may share one. The keys of `mistakes`
    are right sides that belong to none. Answer: left, right, left, right …
    """

    kind: Literal["match"] = "match"
    pairs: Annotated[dict[str, Text], size_at_least(2)]

    @property
    def lefts(self) -> tuple[str, ...]:
        """The left sides, in the order written."""
        return tuple(self.pairs)

    def rights(self, turn: int) -> tuple[str, ...]:
        """The right sides and those that belong to none, each once, shuffled anew at each turn."""
        sides = tuple(dict.fromkeys((*self.pairs.values(), *self.mistakes)))
        return shuffled(sides, self.id, turn)

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """The share of left sides with their right side; a part a left side, in their order."""
        from tui.kinds.chosen import option_chosen

        sides = tuple(dict.fromkeys((*self.pairs.values(), *self.mistakes)))
        given = {
            option_chosen(left, self.lefts): option_chosen(right, sides) or right
            for left, right in zip(answer[::2], answer[1::2], strict=False)
        }
        parts = tuple(self._part(left, given.get(left, "")) for left in self.lefts)
        right = sum(part.outcome is Outcome.RIGHT for part in parts)
        score = right / len(parts)
        outcome = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
        wrong = [part for part in parts if part.outcome is Outcome.WRONG]
        return Verdict(score, outcome, parts, wrong[0].reason if len(wrong) == 1 else "")

    def _part(self, left: str, given: str) -> Part:
        expected = self.pairs[left]
        if given == expected:
            return Part(expected, given, Outcome.RIGHT)
        if not given.strip():
            return Part(expected, "", Outcome.MISSING)
        owners = [other for other, right in self.pairs.items() if right == given]
        belongs = f"It belongs to {owners[0]}." if len(owners) == 1 else ""
        return Part(expected, given, Outcome.WRONG, self.mistakes.get(given, belongs))

    def key(self) -> tuple[str, ...]:
        """Each pair, in no order."""
        return tuple(sorted(f"{left}\x1d{right}" for left, right in self.pairs.items()))

    def right_answer(self) -> str:
        """All the pairs."""
        return "; ".join(f"{left}: {right}" for left, right in self.pairs.items())

    def options(self, turn: int) -> tuple[str, ...]:
        """The right sides to choose from."""
        return self.rights(turn)

    @property
    def guess_rate(self) -> float:
        """One way of pairing of all: a right side is used once, unless several share one."""
        from math import perm

        used = set(self.pairs.values())
        sides, lefts = len(used | set(self.mistakes)), len(self.pairs)
        return 1 / (perm(sides, lefts) if len(used) == lefts else sides**lefts)

    def problems(self) -> Iterator[Problem]:
        """Sides that read the same."""
        from tui.kinds.checks import match_problems

        yield from Question.problems(self)
        yield from match_problems(self.pairs, self.mistakes)

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The left sides behind numbers, the right sides behind letters."""
        from tui.kinds.plain import lettered

        return (
            *(f"{n}) {left}" for n, left in enumerate(self.lefts, 1)),
            *lettered(self.rights(turn)),
            "Type each number with its letter, such as “1b 2a”.",
        )

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """Numbers with letters."""
        from tui.kinds.plain import pairs_of

        pairs = pairs_of(lines, self.lefts, self.rights(turn))
        return tuple(side for pair in pairs for side in pair)


KIND = Match
