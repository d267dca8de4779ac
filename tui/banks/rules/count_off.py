"""The prompt asks for another number of things than there are, or names other marks.

That is told of a list, a multiple choice, an order and pairs where the prompt has a number behind
“which”, “what”, “name” or the like, and no number that fits; of an outline, where its marks, in
brackets at the end of the prompt or in `marks`, are not what the points of its rubric add up to.

Why: The learner who knows four gets told that there are three, and looks in vain for the fourth the
next time. A paper of 20 marks in which 18 can be had can't be marked.

Fails:

    questions:
      - kind: list
        prompt: Which four things is Panjshir?
        items:
          - answer: A valley
          - answer: A river
          - answer: A province
        quote: Panjshir is a valley

Passes:

    questions:
      - kind: list
        prompt: Which three things is Panjshir?
        items:
          - answer: A valley
          - answer: A river
          - answer: A province
        quote: Panjshir is a valley
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule
from tui.kinds.list import ListQuestion
from tui.kinds.match import Match
from tui.kinds.multiple import Multiple
from tui.kinds.order import Order
from tui.kinds.outline import Outline
from tui.kinds.question import Question

_SPELLED = """
two three four five six seven eight nine ten eleven twelve
"""
_WORDS = _SPELLED.split()
_NUMBERS = {word: n for n, word in enumerate(_WORDS, 2)} | {str(n): n for n in range(2, 41)}
_NUMBER = rf"(?:{'|'.join(_WORDS)}|[2-9]|[1-3]\d|40)"
_UNITS = (
    "years?|months?|weeks?|days?|hours?|minutes?|decades?|centuries|marks?|percent|per|"
    "hundred|thousand|lakh|million|crore|billion|km|kilomet(?:re|er)s?|met(?:re|er)s?|times?"
)
_ASKED = re.compile(
    r"\b(?:which|what|who are|who were|name|list|give|state|mention|identify|write down|choose|"
    r"pick|select|order|arrange|match|pair|put)\s+(?:(?:are|were|all|any|the|these|those)\s+)*"
    rf"({_NUMBER})\s+(?!(?:{_UNITS})\b)[^\W\d_]+(?![\w'’])",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(rf"(?<![\w.,])({_NUMBER})(?![\w%]|[.,]\d)", re.IGNORECASE)
_MARKS = re.compile(r"[(\[]\s*(\d+(?:\.\d+)?)\s*(?:marks?)?\s*[)\]]\s*$", re.IGNORECASE)
_IS_CLOSE = 0.001


class CountOff(Rule):
    """As many are asked for as there are."""

    code = "count-off"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a number in the prompt that is not the question's own, and of marks."""
        asked = entry.asked
        if asked is None:
            return
        if isinstance(asked, Outline):
            yield from _marks_off(asked, entry)
            return
        counts = _counts(asked)
        wanted = [found[1] for found in _ASKED.finditer(asked.prompt)]
        if not counts or not wanted:
            return
        numbers = [_NUMBERS[found.lower()] for found in _ANY_NUMBER.findall(asked.prompt)]
        if counts.isdisjoint({*numbers, sum(numbers)}):
            yield Complaint(
                entry.place("prompt"),
                f"The prompt asks for {wanted[0].lower()}, and there are {max(counts)}.",
                "Ask for as many as there are, or write what is missing.",
            )


def _counts(asked: Question) -> set[int]:
    """How many things there are in a question of a kind that has several."""
    if isinstance(asked, ListQuestion):
        return {len(asked.items)}
    if isinstance(asked, Multiple):
        return {len(asked.answers)}
    if isinstance(asked, Order):
        return {len(asked.items)}
    if isinstance(asked, Match):
        return {len(asked.pairs), len(set(asked.pairs.values()))}
    return set()


def _marks_off(asked: Outline, entry: QuestionEntry) -> Iterator[Complaint]:
    whole = sum(point.marks for point in asked.rubric)
    said = _MARKS.search(asked.prompt)
    stated = {"marks": asked.marks, "prompt": float(said[1]) if said else None}
    for field, marks in stated.items():
        if marks is not None and abs(marks - whole) > _IS_CLOSE:
            yield Complaint(
                entry.place(field),
                f"The marks are {marks:g} here, and the points of the rubric have {whole:g}.",
                "Give the points as many marks as the whole has.",
            )
            return
