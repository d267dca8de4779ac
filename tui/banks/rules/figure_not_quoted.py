"""The answer is a number or a date, and it stands in none of the quotes.

A number is found in figures and in words, alone or before “million”, and within the tolerance. Of
a date, the year may be missing in the quote where the month is there. A question with `explain` is
not complained of: there the answer may follow from what is quoted.

Why: It is the slip that is hardest to see and does most harm: one figure mistyped, and everybody
learns it. Nothing but the quote can tell.

Fails:

    questions:
      - kind: date
        prompt: When did the NRF begin?
        answer: 1991
        quote: It began in 1990

Passes:

    questions:
      - kind: date
        prompt: When did the NRF begin?
        answer: 1990
        quote: It began in 1990
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.banks.characters import one_line
from tui.banks.finding import Complaint, Severity
from tui.banks.rule import QuestionEntry, Rule
from tui.kinds.date import Date
from tui.kinds.figures import dates_in, figures_shown, is_written, numbers_in
from tui.kinds.number import Number
from tui.kinds.question import Question
from tui.kinds.written_dates import iso_day
from tui.kinds.written_numbers import read_number

_SHOWN = 3
"""Figures of the quotes that are named."""


class FigureNotQuoted(Rule):
    """A figure is proved by the quote that has it."""

    code = "figure-not-quoted"
    severity = Severity.WARNING

    def question(self, entry: QuestionEntry) -> Iterator[Complaint]:
        """Complains of a number or a date that no quote has, where nothing explains it."""
        asked = entry.asked
        if asked is None or asked.explain or any(span is None for _, span in entry.proofs):
            return
        if _stands_there(asked):
            return
        said = "\n".join(asked.quotes)
        figures = figures_shown(said, isinstance(asked, Date))[:_SHOWN]
        has = "quote has" if isinstance(asked.quote, str) else "quotes have"
        what = ", ".join(figures) or ("no date" if isinstance(asked, Date) else "no figure")
        yield Complaint(
            entry.place("answer"),
            f"{one_line(asked.right_answer(), 60)} stands in no quote.",
            f"The {has} {one_line(what, 100)}: mend the answer, or quote the passage that it "
            "stands in; where it follows from the source (100 − 60 − 25), say how in `explain`.",
        )


def _stands_there(asked: Question) -> bool:
    """Whether a quote has the figure that is the answer; True where the answer is none."""
    if isinstance(asked, Number):
        return _number_stands_there(asked)
    if isinstance(asked, Date):
        key = iso_day(asked.answer)
        around = dates_in(f"{asked.prompt}\n{asked.as_of}").years
        return key is None or dates_in("\n".join(asked.quotes)).have(key, around)
    return True


def _number_stands_there(asked: Number) -> bool:
    # As most are: that need not be read, which takes ten times as long.
    if any(is_written(asked.answer.strip(), quote) for quote in asked.quotes):
        return True
    key, figure = asked.quantity, read_number(asked.answer)
    if key is None:
        return True
    # Where the unit says “million”, the quote may have it at some other place.
    wanted = {abs(each.value) for each in (key, figure) if each is not None}
    leeway = asked.leeway or 0
    return any(
        abs(number - each) <= leeway
        for quote in asked.quotes
        for number in numbers_in(quote)
        for each in wanted
    )
