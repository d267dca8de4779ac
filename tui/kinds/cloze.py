"""A sentence with blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tui.kinds.question import Answer, Problem, Question, Text
from tui.kinds.verdict import Outcome, Variant, Verdict

_BLANK = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Question):
    """`text` marks each blank as {{answer}} or {{answer|variant|variant}}.

    Answer: one text a blank, in order. Mistakes and disputed answers hold for every blank.
    """

    kind: Literal["cloze"] = "cloze"
    text: Text
    disputed: dict[str, str] = field(default_factory=dict)

    @property
    def blanks(self) -> tuple[tuple[str, ...], ...]:
        """The wordings of each blank, the answer first."""
        return tuple(
            tuple(filter(None, (text.strip() for text in found.split("|"))))
            for found in _BLANK.findall(self.text)
        )

    def segments(self) -> tuple[str | tuple[str, ...], ...]:
        """Plain text, a blank's wordings, plain text … : it begins and ends with plain text."""
        plain = _BLANK.split(self.text)[::2]
        found: list[str | tuple[str, ...]] = [plain[0]]
        for blank, after in zip(self.blanks, plain[1:], strict=True):
            found += [blank, after]
        return tuple(found)

    def grade(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> Verdict:
        """The share of blanks filled rightly; each is graded as a short answer."""
        from tui.kinds.typed import grade_typed, own_wordings
        from tui.kinds.wanted import Wanted

        blanks = tuple(blank for blank in self.blanks if blank)
        shown = _BLANK.sub(" … ", self.text)
        parts = tuple(
            grade_typed(
                answer[n] if n < len(answer) else "",
                Wanted(
                    answer=blank[0],
                    accept=(*blank[1:], *own_wordings(blank[0], learned, self.mistakes)),
                    mistakes=self.mistakes,
                    disputed=self.disputed,
                    others=tuple(other[0] for other in blanks if other[0] not in blank),
                    prompt=f"{self.prompt} {shown}",
                ),
            )
            for n, blank in enumerate(blanks)
        )
        right = sum(part.outcome is Outcome.RIGHT for part in parts)
        score = right / len(parts) if parts else 0.0
        outcome = Outcome.RIGHT if parts and right == len(parts) else Outcome.PARTLY
        missed = [part for part in parts if part.outcome is not Outcome.RIGHT]
        if not right:
            only = missed[0].outcome if len(parts) == 1 else Outcome.WRONG
            outcome = Outcome.WRONG if only is Outcome.MISSING else only
        return Verdict(score, outcome, parts, missed[0].reason if len(missed) == 1 else "")

    def key(self) -> tuple[str, ...]:
        """What fills the blanks, without other wordings."""
        return tuple(blank[0] for blank in self.blanks if blank)

    def right_answer(self) -> str:
        """What fills the blanks, in order."""
        return "; ".join(self.key())

    def claims(self, answer: Answer, learned: tuple[Variant, ...] = ()) -> tuple[Variant, ...]:
        """What was typed into blanks that are not right."""
        from tui.kinds.typed import claims_of

        return claims_of(self.grade(answer, learned).parts, self.mistakes, self.disputed)

    def problems(self) -> Iterator[Problem]:
        """Braces that mark no blank, blanks that hold nothing, mistakes that are answers."""
        from tui.kinds.checks import (
            accept_problems,
            blank_problems,
            disputed_problems,
            typed_problems,
        )

        yield from Question.problems(self)
        yield from blank_problems(self.text, self.blanks)
        wordings = tuple(text for blank in self.blanks for text in blank)
        key = self.key()
        yield from typed_problems(key, self.mistakes)
        others = tuple(text for text in wordings if text not in key)
        yield from accept_problems(others, self.mistakes, ("text",), numbered=False)
        yield from disputed_problems(wordings, self.disputed, self.mistakes)

    def plain_lines(self, turn: int) -> tuple[str, ...]:
        """The text with its blanks numbered."""
        numbers = iter(range(1, len(self.blanks) + 1))
        shown = _BLANK.sub(lambda _: f"[{next(numbers)}] ____", self.text)
        many = len(self.blanks) > 1
        return shown, "Type what fills each blank, one a line." if many else "Type what fills it."

    @property
    def plain_answers(self) -> int:
        """One line a blank."""
        return max(1, len(self.blanks))

    def from_plain(self, lines: tuple[str, ...], turn: int) -> Answer:
        """One text a blank; blanks without a line stay empty."""
        given = [line.strip() for line in lines[: self.plain_answers]]
        return (*given, *[""] * (self.plain_answers - len(given)))


KIND = Cloze
