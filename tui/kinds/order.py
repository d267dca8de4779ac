"""Things to be put in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from tui.kinds.bounds import size_at_least
from tui.kinds.question import Answer, Problem, Question, Text, shuffled
from tui.kinds.verdict import Outcome, Part, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """`items` stand in the right order. Answer: the items in the order given.

    `mistakes` may say of an item why it is not where people put it.
    """

    kind: Literal["order"] = "order"
    items: Annotated[tuple[Text, ...], size_at_least(3)]

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """The share of items that stand in the right order among themselves.

        Those are the items of a longest increasing subsequence; a single one, as in the reverse
        order, earns nothing. The parts go by place: the item that belongs there, and the one put
        there if the item is out of order.
        """
        from tui.kinds.chosen import option_chosen
        from tui.kinds.increasing import longest_increasing

        given = tuple(dict.fromkeys(option_chosen(text, self.items) for text in answer))
        places = [self.items.index(item) for item in given if item]
        kept = frozenset(longest_increasing(places))
        score = len(kept) / len(self.items) if len(kept) > 1 else 0.0
        parts = tuple(self._part(at, places, kept, score) for at in range(len(self.items)))
        outcome = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
        return Verdict(score, outcome, parts, self._reason(parts, places, score))

    def _part(self, at: int, places: list[int], kept: frozenset[int], score: float) -> Part:
        item = self.items[at]
        if at not in places:
            return Part(item, "", Outcome.MISSING)
        if at in kept and score:
            return Part(item, item, Outcome.RIGHT)
        put = places.index(at)
        there = self.items[places[at]] if at < len(places) and places[at] != at else ""
        reason = self.mistakes.get(item) or f"You put it {_ordinal(put + 1)}."
        return Part(item, there, Outcome.WRONG, reason)

    def _reason(self, parts: tuple[Part, ...], places: list[int], score: float) -> str:
        if len(places) > 1 and places == sorted(places, reverse=True):
            return "The whole order is reversed."
        wrong = [part for part in parts if part.outcome is Outcome.WRONG]
        if len(wrong) == 1 and score:
            return f"“{wrong[0].expected}” is out of place."
        return ""

    def key(self) -> tuple[str, ...]:
        """The items in their order."""
        return self.items

    def right_answer(self) -> str:
        """The items in their order."""
        return " → ".join(self.items)

    def options(self, turn: int) -> tuple[str, ...]:
        """The items, shuffled anew at each turn, never in the right order."""
        mixed = shuffled(self.items, self.id, turn)
        return mixed if mixed != self.items else (*mixed[1:], mixed[0])

    @property
    def guess_rate(self) -> float:
        """One order of all."""
        from math import factorial

        return 1 / factorial(len(self.items))

    def problems(self) -> Iterator[Problem]:
        """Items that read the same, and reasons for items that do not exist."""
        from tui.kinds.checks import duplicates, unknown_items

        yield from Question.problems(self)
        yield from duplicates(
            self.items,
            lambda n: ("items", n),
            "duplicate-item",
            "Word the two differently, or leave one out.",
        )
        yield from unknown_items(self.items, self.mistakes)

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The items, mixed, behind letters."""
        from tui.kinds.plain import lettered

        options = self.options(turn)
        return (
            *lettered(options),
            "Type the letters in the right order, such as “b a c”.",
        )

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The letters of all items, in the order meant."""
        from tui.kinds.plain import several_of, span

        options = self.options(turn)
        chosen = several_of(lines, options)
        if len(chosen) != len(options):
            raise ValueError(f"Type all the letters, {span(len(options))}, each once.")
        return chosen


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number % 100 < 14 else endings.get(number % 10, 'th')}"


KIND = Order
