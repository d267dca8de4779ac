"""The exam day as a learner types it."""

from __future__ import annotations

from datetime import date

from tui.kinds.written_dates import as_iso
from tui.study.errors import StudyError

ADVICE = "Write day, month and year, such as 10 Feb 2027 or 2027-02-10."
NONE = frozenset({"", "none"})


def typed_day(text: str) -> date | None:
    """The day that `text` names; None for nothing and for "none".

    Dates are read as in an answer, the day before the month. StudyError if it is no date, could be
    two, or leaves the day or the year open.
    """
    words = " ".join(text.split())
    if words.lower() in NONE:
        return None
    iso = as_iso(words)
    if not iso:
        raise StudyError(f"“{words}” is not a date.", ADVICE)
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise StudyError(f"“{words}” names no day.", ADVICE) from None
