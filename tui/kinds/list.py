"""Several answers, in any order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from tui.kinds.bounds import size_at_least
from tui.kinds.question import Answer, Problem, Question, Text
from tui.kinds.verdict import Outcome, Variant, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list: matched by its answer, by a variant, or by keywords.

    keywords: groups; a line matches where each group has a word in it. A trailing * matches any
    ending.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    answer: Text
    accept: tuple[Text, ...] = ()
    keywords: tuple[Annotated[tuple[Text, ...], size_at_least(1)], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuestion(Question):
    """All the items are wanted, in any order. Answer: the lines typed.

    The score is the share of items found, each by one line. One line too many costs nothing; each
    wrong line beyond that takes one item off, so that typing everything earns nothing.
    """

    kind: Literal["list"] = "list"
    items: Annotated[tuple[Item, ...], size_at_least(2)]

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """Grades the lines; their order makes no difference to the score."""
        from tui.kinds.lines import sort_lines

        lines = sort_lines(answer, self.items, self.mistakes, learned)
        size = len(self.items)
        right = sum(part.outcome is Outcome.RIGHT for part in lines.items)
        surplus = max(0, right + lines.wrong - (size + 1))
        score = max(0, right - surplus) / size
        outcome = Outcome.RIGHT if score == 1 else Outcome.PARTLY if score else Outcome.WRONG
        reason = "A line gives several; each wants a line of its own." if lines.crowded else ""
        if surplus:
            reason = f"More than {size + 1} lines: each wrong one beyond takes one off."
        return Verdict(score, outcome, (*lines.items, *lines.extra), reason)

    def key(self) -> tuple[str, ...]:
        """The items' answers, in no order."""
        return tuple(sorted(item.answer for item in self.items))

    def right_answer(self) -> str:
        """All the items."""
        return "; ".join(item.answer for item in self.items)

    def claims(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> tuple[Variant, ...]:
        """The one line that is no item, as the one item that is missing."""
        from tui.kinds.lines import sort_lines
        from tui.kinds.typed import own_wordings

        lines = sort_lines(answer, self.items, self.mistakes, learned)
        missing = [part for part in lines.items if part.outcome is not Outcome.RIGHT]
        if len(missing) != 1 or len(lines.unplaced) != 1:
            return ()
        claimed = Variant(missing[0].expected, lines.unplaced[0])
        return (claimed,) if own_wordings(claimed.expected, (claimed,), self.mistakes) else ()

    def problems(self) -> Iterator[Problem]:
        """Items that can't be told apart, and keywords that match what they should not."""
        from tui.kinds.list_checks import list_problems

        yield from Question.problems(self)
        yield from list_problems(self.items, self.mistakes)

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """How many items are wanted."""
        return (f"Type {len(self.items)} answers, one a line, in any order. An empty line ends.",)

    @property
    def plain_answers(self) -> int:
        """One line an item."""
        return len(self.items)

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """The lines that say something."""
        return tuple(line.strip() for line in lines if line.strip())


KIND = ListQuestion
