"""A number, typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.kinds.question import Answer, Problem, Question, Text
from tui.kinds.verdict import Outcome, Part, Variant, Verdict

if TYPE_CHECKING:
    from fractions import Fraction

    from tui.kinds.written_numbers import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Question):
    """Exact unless a tolerance is given. Answer: (what was typed,).

    tolerance: an amount ("5") or a share ("2 %") by which an answer may be off.
    """

    kind: Literal["number"] = "number"
    answer: Text
    unit: str = ""
    tolerance: str = ""
    disputed: dict[str, str] = field(default_factory=dict)

    @property
    def quantity(self) -> Quantity | None:
        """The key, read; None if it is no number."""
        from tui.kinds.written_numbers import read_number

        return read_number(f"{self.answer} {self.unit}")

    @property
    def leeway(self) -> Fraction | None:
        """By how much an answer may be off; None if the tolerance can't be understood."""
        from tui.kinds.written_numbers import read_number

        if not self.tolerance.strip():
            from fractions import Fraction

            return Fraction(0)
        read, key = read_number(self.tolerance), self.quantity
        if read is None or key is None or read.value < 0 or read.unit not in {(), ("percent",)}:
            return None
        return abs(key.value) * read.value / 100 if read.unit else read.value

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Right for the number, in figures or in words; a unit may be left out, not mistaken."""
        given = answer[0] if answer else ""
        outcome, reason = self._outcome(given)
        part = Part(self.right_answer(), given, outcome, reason)
        score = 1.0 if outcome is Outcome.RIGHT else 0.0
        whole = Outcome.WRONG if outcome is Outcome.MISSING else outcome
        return Verdict(score, whole, (part,), reason)

    def _outcome(self, given: str) -> tuple[Outcome, str]:
        from tui.kinds.written_numbers import read_number

        if not any(map(str.isalnum, given)):
            return Outcome.MISSING, ""
        read, key = read_number(given), self.quantity
        if read is None or key is None:
            return Outcome.WRONG, "That can't be read as one number."
        return self._known(read.value, key.value) or self._held_against(read, key)

    def _held_against(self, read: Quantity, key: Quantity) -> tuple[Outcome, str]:
        """What is said of a number that is no known mistake, given the key."""
        from tui.kinds.units import unit_outcome

        if not self._is_right(read, key):
            return Outcome.WRONG, ""
        if key.bound and read.bound and key.bound != read.bound:
            return Outcome.WRONG, f"It is {self.right_answer()}."
        if read.misspelt or (read.bound == "less" and not key.bound):
            return Outcome.NEAR, f"Did you mean {self.right_answer()}?"
        return unit_outcome(read.unit, self.unit, self.prompt, self.right_answer())

    def _is_right(self, read: Quantity, key: Quantity) -> bool:
        from tui.kinds.written_numbers import read_number

        if abs(read.value - key.value) <= (self.leeway or 0):
            return True
        # Where the unit says "million", the bare figure before it is meant as it stands.
        figure = read_number(self.answer)
        return figure is not None and not read.unit and read.value == figure.value

    def _known(self, value: Fraction, key: Fraction) -> tuple[Outcome, str] | None:
        """What is said of a value that is a known mistake or disputed."""
        from tui.kinds.written_numbers import read_number

        for outcome, known in ((Outcome.WRONG, self.mistakes), (Outcome.DISPUTED, self.disputed)):
            for text, reason in known.items():
                other = read_number(text)
                if other is not None and other.value == value != key:
                    return outcome, reason
        return None

    def key(self) -> tuple[str, ...]:
        """The value and what it is measured in, however they are written."""
        from tui.kinds.units import measures

        key = self.quantity
        if key is None:
            return (self.answer, self.unit)
        sign = "minus" if key.value < 0 else ""
        value = f"{sign}{abs(key.value.numerator)}over{key.value.denominator}"
        return (value, *sorted(measures(key.unit)))

    def right_answer(self) -> str:
        """The number with its unit."""
        return f"{self.answer} {self.unit}".strip()

    def problems(self) -> Iterator[Problem]:
        """An answer, a tolerance or a mistake that is no number."""
        from tui.kinds.value_checks import number_problems

        yield from Question.problems(self)
        yield from number_problems(
            self.answer,
            self.quantity,
            self.tolerance,
            self.leeway,
            self.mistakes,
            self.disputed,
        )

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """How to answer, and the unit."""
        return (f"Type a number, in {self.unit}." if self.unit else "Type a number.",)

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The line as it is, if a number can be read in it."""
        from tui.kinds.plain import one_line
        from tui.kinds.written_numbers import read_number

        answer = one_line(lines)
        if answer[0] and read_number(answer[0]) is None:
            raise ValueError("That is not one number. Type it in figures or in words.")
        return answer


KIND = Number
