"""What is right and what is wrong in a question, as texts, whatever its kind."""

from __future__ import annotations

from tui.kinds.choice import Choice
from tui.kinds.cloze import Cloze
from tui.kinds.list import ListQuestion
from tui.kinds.multiple import Multiple
from tui.kinds.question import Question
from tui.kinds.short import Short


def right_texts(question: Question) -> tuple[str, ...]:
    """The texts that are right, without variants; () for kinds whose answer is no text."""
    if isinstance(question, (Choice, Short)):
        return (question.answer,)
    if isinstance(question, Multiple):
        return question.answers
    if isinstance(question, ListQuestion):
        return tuple(item.answer for item in question.items)
    if isinstance(question, Cloze):
        return question.key()
    return ()


def accepted_texts(question: Question) -> tuple[str, ...]:
    """The texts that are right, with their variants."""
    if isinstance(question, Short):
        return (question.answer, *question.accept)
    if isinstance(question, ListQuestion):
        return tuple(text for item in question.items for text in (item.answer, *item.accept))
    if isinstance(question, Cloze):
        return tuple(text for blank in question.blanks for text in blank)
    return right_texts(question)
