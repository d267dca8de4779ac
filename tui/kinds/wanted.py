"""What a typed text is held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tui.kinds.reading import read
from tui.kinds.slips import distance
from tui.kinds.verdict import Outcome

Said = tuple[Outcome, str]
"""An outcome and its reason."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a typed text is held against.

    answer: the key; accept: other wordings of it, the learner's own among them.
    mistakes, disputed: known answers that are not the key's, each with what the learner is told.
    others: answers to other parts of the same question. prompt: what the learner has read.
    """

    answer: str
    accept: tuple[str, ...] = ()
    mistakes: Mapping[str, str] = field(default_factory=dict)
    disputed: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    prompt: str = ""

    @property
    def right(self) -> tuple[str, ...]:
        """All wordings that are right."""
        return (self.answer, *self.accept)

    @property
    def ask(self) -> Said:
        """What is said of a near miss."""
        return Outcome.NEAR, f"Did you mean {self.answer}?"


def letters_off(given: str, texts: Iterable[str]) -> int:
    """Letters by which `given` differs from the nearest of `texts`, at most 9."""
    typed = read(given).long.together
    return min((distance(typed, read(text).long.together, 8) for text in texts), default=9)
