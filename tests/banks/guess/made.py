"""Questions for a guesser."""

from __future__ import annotations

from tui.banks.guess.posed import Posed
from tui.kinds.choice import Choice
from tui.kinds.short import Short
from tui.kinds.truefalse import TrueFalse


def put(*options: str, right: int = 0, prompt: str = "Which?") -> Posed:
    """A question with `options` in the order shown."""
    return Posed("asked", prompt, options, frozenset({right}))


def choice(number: int, answer: str, *wrong: str) -> Choice:
    return Choice(
        id=f"choice-{number}",
        topic="t",
        prompt=f"Which is number {number}?",
        quote="q",
        answer=answer,
        mistakes=dict.fromkeys(wrong, "No."),
    )


def short(number: int, answer: str, *wrong: str) -> Short:
    return Short(
        id=f"short-{number}",
        topic="t",
        prompt=f"What is number {number}?",
        quote="q",
        answer=answer,
        mistakes=dict.fromkeys(wrong, "No."),
    )


def statement(number: int, prompt: str, answer: bool) -> TrueFalse:
    return TrueFalse(id=f"statement-{number}", topic="t", prompt=prompt, quote="q", answer=answer)
