"""Answers a question with a date."""

from __future__ import annotations

from tui.app.answers.typed import TypedInput


class DateInput(TypedInput):
    """A day, a month or a year."""

    WORDS = "date"
    PLACEHOLDER = "day, month or year as you know it: 9 Sep 2001, 2021-08, 1996"


INPUT = DateInput
