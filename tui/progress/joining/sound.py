"""Whether what another database holds would have been taken in as a line, too.

Its tables may have been made by anybody, and so hold anything. What passes here stands in the lines
that this device writes from then on, so each of these must be one that every other device reads.
"""

from __future__ import annotations

from datetime import UTC, datetime

from tui.log import Amendment, Entry, Review
from tui.progress.fields import (
    DAYS_APART,
    LONGEST_NAME,
    MOST_SECONDS,
    YEARS,
    Refused,
    in_years,
    shown,
)
from tui.progress.joining.mark_lines import mark_from, mark_line, wording_from, wording_line
from tui.progress.lines import check_written
from tui.progress.marks import Mark
from tui.progress.variants import Taught


class Checks:
    """Checks the entries of one file, and remembers the names in it that are sound.

    There are few of them, and each comes in many entries.
    """

    def __init__(self) -> None:
        self._sound: set[object] = set()

    def check(self, entry: Entry) -> None:
        """Raises Refused if `entry` can't be taken in; TypeError if it holds what none can hold."""
        _check_name("id", entry.id)
        self._check_known("device", entry.device, empty=True)
        at = entry.at
        if at.tzinfo is not UTC or at.year not in YEARS:
            at = _checked_moment(at)
        if isinstance(entry, Review):
            self._check_known("question", entry.question)
            self._check_known("kind", entry.kind, empty=True)
            self._check_known("key", entry.key, empty=True)
            _check_score(entry.score)
            _check_spent(entry, at)
            _check_texts(entry)
            return
        _check_name("target", entry.target)
        if isinstance(entry, Amendment):
            _check_score(entry.score)

    def _check_known(self, field: str, value: object, *, empty: bool = False) -> None:
        if value not in self._sound:
            _check_name(field, value, empty=empty)
            # What is empty is not sound for every field.
            if value:
                self._sound.add(value)


def sound_mark(mark: Mark) -> Mark:
    """`mark` with its time as texts of times are written; Refused if it can't be taken in."""
    return mark_from(mark_line(mark))


def sound_wording(taught: Taught) -> Taught:
    """`taught` with its time as texts of times are written; Refused if it can't be taken in."""
    return wording_from(wording_line(taught))


def _check_name(field: str, value: object, *, empty: bool = False) -> None:
    if not isinstance(value, str):
        raise Refused(f"`{field}` must be a text.")
    if not value and not empty:
        raise Refused(f"`{field}` is empty.")
    if len(value) > LONGEST_NAME:
        raise Refused(f"`{field}` is longer than {LONGEST_NAME} characters.")
    if not value.isprintable():
        raise Refused(f"`{field}` holds a character that can't be shown: {shown(value)}.")


def _checked_moment(at: datetime) -> datetime:
    if at.tzinfo is None:
        raise Refused("`at` does not say its time zone.")
    found = in_years(at)
    if found is None:
        raise Refused(f"`at` must be in a year from {YEARS[0]} to {YEARS[-1]}, not {at}.")
    return found


def _check_score(score: float) -> None:
    if not 0 <= score <= 1:
        raise Refused("`score` must be from 0 to 1.")


def _check_spent(review: Review, at: datetime) -> None:
    if not 0 <= review.seconds <= MOST_SECONDS:
        raise Refused(f"`seconds` must be from 0 to {MOST_SECONDS:,}.")
    if abs(review.day - at.date()) > DAYS_APART:
        raise Refused(f"`day` is {review.day}, more than two days away from `at`.")


def _check_texts(review: Review) -> None:
    """The lists may hold anything that JSON has: SQLite takes them for texts."""
    try:
        length = len(",".join(review.answer))
        for part in review.parts:
            length += len(",".join(part))
    except TypeError:
        raise Refused("`answer` and `parts` must be lists of texts.") from None
    check_written(review, length)
