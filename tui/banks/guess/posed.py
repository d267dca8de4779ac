"""A question as a guesser sees it: the options in the order shown, or a statement."""

from __future__ import annotations

from dataclasses import dataclass

from tui.banks.guess.chance import Odds
from tui.kinds.choice import Choice
from tui.kinds.multiple import Multiple
from tui.kinds.question import Question, shuffled
from tui.kinds.short import Short
from tui.kinds.truefalse import TrueFalse

_LEAST_MISTAKES = 2
"""A short question with so many mistakes can be put as a choice, as mock papers do."""


@dataclass(frozen=True, slots=True)
class Posed:
    """A question with its options.

    options: in the order of the first asking. right: the places of the right ones, from 0.
    statement: the prompt is to be called true or false.
    """

    id: str
    prompt: str
    options: tuple[str, ...]
    right: frozenset[int]
    statement: bool = False

    @property
    def odds(self) -> Odds:
        """The chance of hitting a right option blindly."""
        return len(self.right), len(self.options)


def posed(question: Question) -> Posed | None:
    """`question` as it is put to a guesser; None for a kind that gives nothing to choose from."""
    if isinstance(question, Short) and len(question.mistakes) >= _LEAST_MISTAKES:
        options = shuffled((question.answer, *question.mistakes), question.id, 0)
    elif isinstance(question, (Choice, Multiple, TrueFalse)):
        options = question.options(0)
    else:
        return None
    right = set(question.key())
    places = frozenset(at for at, option in enumerate(options) if option in right)
    statement = isinstance(question, TrueFalse)
    return Posed(question.id, question.prompt, options, places, statement)
