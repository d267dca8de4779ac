"""A question in an easier form, to be practised before it is asked again as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from tui.kinds.question import Question

FEWEST_MISTAKES = 2
"""With fewer, a choice would be a matter of guessing."""

_FIELDS = ("id", "topic", "quote", "source", "note", "hint", "explain")
_MARKS = re.compile(r"[{}|]")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def has_easier_form(question: Question) -> bool:
    """Whether `easier` gives one, told without making it: the first question waits for this."""
    return question.kind != "outline"


def easier(question: Question) -> Question | None:
    """The same question with options, or with the quote to be completed; None for an outline.

    One with two mistakes or more gets them as options beside the answer; else the answer is left
    blank in the quote, where it stands in it. What has neither, or has its options already, is
    asked as it is.
    """
    from tui.kinds.cloze import Cloze
    from tui.kinds.date import Date
    from tui.kinds.list import ListQuestion
    from tui.kinds.number import Number
    from tui.kinds.outline import Outline
    from tui.kinds.short import Short

    if isinstance(question, Outline):
        return None
    if isinstance(question, ListQuestion):
        answers = tuple(item.answer for item in question.items)
        blanks = [(item.answer, *item.accept) for item in question.items]
        return _multiple(question, answers) or _cloze(question, blanks) or question
    if isinstance(question, Cloze):
        return _choice(question, question.prompt + "\n\n" + _shown(question)) or question
    if isinstance(question, Short):
        blanks = [(question.answer, *question.accept)]
        return _choice(question) or _cloze(question, blanks) or question
    if isinstance(question, Number | Date):
        blanks = [(question.right_answer(), question.answer, *_figures(question))]
        return _choice(question) or _cloze(question, blanks) or question
    return question


def _choice(question: Question, prompt: str = "") -> Question | None:
    from tui.kinds.choice import Choice

    if len(question.mistakes) < FEWEST_MISTAKES or len(question.key()) != 1:
        return None
    fields = _fields(question, prompt)
    return _sound(Choice(answer=question.right_answer(), mistakes=question.mistakes, **fields))


def _multiple(question: Question, answers: tuple[str, ...]) -> Question | None:
    from tui.kinds.multiple import Multiple

    if len(question.mistakes) < FEWEST_MISTAKES:
        return None
    fields = _fields(question)
    return _sound(Multiple(answers=answers, mistakes=question.mistakes, **fields))


def _cloze(question: Question, blanks: Sequence[Sequence[str]]) -> Question | None:
    """A quote with all of `blanks` left out, each in the first of its wordings that it holds."""
    from tui.kinds.cloze import Cloze

    disputed: dict[str, str] = getattr(question, "disputed", {})
    for quote in question.quotes:
        text = _blanked(" ".join(quote.split()), blanks)
        if text is not None:
            fields = _fields(question)
            cloze = Cloze(text=text, mistakes=question.mistakes, disputed=disputed, **fields)
            if sound := _sound(cloze):
                return sound
    return None


def _blanked(quote: str, blanks: Sequence[Sequence[str]]) -> str | None:
    """`quote` with its blanks marked; None if one of them does not stand in it, or it can't be."""
    if _MARKS.search(quote):
        return None
    spans: list[tuple[int, int, Sequence[str]]] = []
    for wordings in blanks:
        found = next(filter(None, (_span(quote, text) for text in wordings)), None)
        if found is None:
            return None
        spans.append((*found, wordings))
    spans.sort(key=lambda span: span[:2])
    parts: list[str] = []
    end = 0
    for start, last, wordings in spans:
        if start < end:
            return None
        other = (text for text in wordings if not _MARKS.search(text))
        told = dict.fromkeys((quote[start:last], *other))
        parts += [quote[end:start], "{{", "|".join(told), "}}"]
        end = last
    return "".join((*parts, quote[end:]))


def _span(quote: str, text: str) -> tuple[int, int] | None:
    """Where `text` stands in `quote` as words of their own, whatever its case."""
    words = r"\s+".join(map(re.escape, text.split()))
    found = re.search(rf"(?<!\w){words}(?!\w)", quote, re.IGNORECASE) if words else None
    return found.span() if found else None


def _figures(question: Question) -> Iterable[str]:
    """Figures of the quotes that are the answer as written there."""
    for quote in question.quotes:
        for found in _FIGURES.findall(quote):
            if question.grade((found,)).score == 1:
                yield found


def _shown(question: Any) -> str:
    """The text of a cloze with its blanks open."""
    return "".join(part if isinstance(part, str) else "____" for part in question.segments())


def _fields(question: Question, prompt: str = "") -> dict[str, Any]:
    fields = {name: getattr(question, name) for name in _FIELDS}
    return fields | {"prompt": prompt or question.prompt}


def _sound(question: Question) -> Question | None:
    """`question`, unless what its author wrote makes no sense in this form."""
    return None if next(question.problems(), None) else question
