"""The checks of questions whose answers are values: numbers and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from tui.kinds.checks import Path, disputed_without_reason
from tui.kinds.question import Problem
from tui.kinds.written_dates import as_iso, iso_day, read_dates
from tui.kinds.written_numbers import Quantity, read_number, words_beside


def number_problems(
    answer: str,
    key: Quantity | None,
    tolerance: str,
    leeway: Fraction | None,
    mistakes: Mapping[str, str],
    disputed: Mapping[str, str],
) -> Iterator[Problem]:
    """An answer, a tolerance, a mistake or a disputed answer that is no number or a wrong one."""
    if key is None:
        advice = "Write one number in figures, such as 600; its unit goes into “unit”."
        yield Problem(("answer",), "not-a-number", f"“{answer}” is not one number.", advice)
        return
    if not any(map(str.isdigit, answer)):
        yield Problem(
            ("answer",),
            "not-a-number",
            f"“{answer}” is a number in words.",
            f"Write it in figures{_in_figures(answer)}. Learners may type words.",
        )
        return
    beside = words_beside(answer)
    if beside:
        yield Problem(
            ("answer",),
            "not-a-number",
            f"“{answer}” is more than a number: {' '.join(beside)}.",
            "Write the number alone, in figures; its unit goes into “unit”, how exact it is into "
            "“tolerance”.",
        )
        return
    if leeway is None:
        yield Problem(
            ("tolerance",),
            "tolerance-not-understood",
            f"The tolerance “{tolerance}” is neither an amount nor a share.",
            "Write an amount such as 5, or a share such as 2 %.",
        )
    for field, known in (("mistakes", mistakes), ("disputed", disputed)):
        for text, told in known.items():
            path: Path = (field, text)
            other = read_number(text)
            if other is None:
                advice = "Write one number in figures, such as 600."
                yield Problem(path, "not-a-number", f"“{text}” is not a number.", advice)
            elif abs(other.value - key.value) <= (leeway or 0):
                yield Problem(
                    path,
                    f"answer-among-{field}",
                    f"“{text}” is the answer, or within its tolerance.",
                    f"Leave it out of {field}, or make the tolerance smaller.",
                )
            if field == "disputed" and not told.strip():
                yield disputed_without_reason(text)


def _in_figures(words: str) -> str:
    """How a number is written, to follow a sentence; '' where words beside it may change it."""
    number = read_number(words)
    if number is None or number.unit or number.bound or number.value.denominator > 1:
        return ""
    return f": {number.value}"


def date_problems(
    answer: str, mistakes: Mapping[str, str], disputed: Mapping[str, str]
) -> Iterator[Problem]:
    """An answer, a mistake or a disputed answer that is no date or the key itself."""
    key = iso_day(answer)
    if key is None:
        better = as_iso(answer)
        advice = (
            f"Write it as {better}."
            if better
            else "Write a year (2021), a month (2025-09) or a day (2001-09-11) of the calendar."
        )
        yield Problem(("answer",), "not-a-date", f"“{answer}” is not a date.", advice)
        return
    for field, known in (("mistakes", mistakes), ("disputed", disputed)):
        for text, told in known.items():
            readings = read_dates(text)
            if not readings or readings[0].doubtful:
                advice = "Write a year (2021), a month (2025-09) or a day (2001-09-11)."
                yield Problem((field, text), "not-a-date", f"“{text}” is not a date.", advice)
            elif key.covers(readings[0].day):
                yield Problem(
                    (field, text),
                    f"answer-among-{field}",
                    f"“{text}” is the answer, or the answer lies within it.",
                    f"Leave it out of {field}, or write it more precisely.",
                )
            if field == "disputed" and not told.strip():
                yield disputed_without_reason(text)
