"""The answer stands in the prompt or in the hint.

A prompt that names a wrong option, too, asks to choose between them: that is fine.

Why: Who reads it answers without knowing: the question comes back ever more rarely, and nothing was
learned. In a mock paper it is a mark for nothing.

Fails:

    questions:
      - kind: short
        prompt: Who is the son, Ahmad Massoud, leading the NRF?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF

Passes:

    questions:
      - kind: choice
        prompt: Was the NRF led by Ahmad Massoud or by Jan Achakzai?
        answer: Ahmad Massoud
        quote: his son, Ahmed Massoud, is leading the NRF
        mistakes:
          Jan Achakzai: He comments on it from Pakistan.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.answers import accepted_texts
from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule
from tui.banks.wording import Words, stands_in, telling, without_article, words
from tui.kinds.date import Date
from tui.kinds.number import Number
from tui.kinds.question import Question


class AnswerInPrompt(Rule):
    """What is asked for is not told."""

    code = "answer-in-prompt"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a prompt and of a hint that hold an answer."""
        asked = entry.asked
        if asked is None:
            return
        answers = [(text, without_article(text)) for text in _answers(asked) if telling(text)]
        for field in ("prompt", "hint"):
            shown = words(getattr(asked, field))
            told = next((text for text, wanted in answers if stands_in(wanted, shown)), "")
            if told and not _names_a_mistake(asked, shown):
                yield Complaint(
                    entry.place(field),
                    f"The answer “{one_line(told, 60)}” stands in the {field}.",
                    "Ask without it: describe what it stands for.",
                )


def _answers(asked: Question) -> tuple[str, ...]:
    if isinstance(asked, (Date, Number)):
        return (asked.answer,)
    return accepted_texts(asked)


def _names_a_mistake(asked: Question, shown: Words) -> bool:
    return any(stands_in(without_article(text), shown) for text in asked.mistakes)
