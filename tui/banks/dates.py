"""Dates as banks write them: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def last_day(text: str) -> date | None:
    """The last day of the year, the month or the day `text`; None if it is none of them."""
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None
